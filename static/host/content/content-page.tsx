// A page or blog post as people read it: title, byline, body, labels, likes, files, comments. What changes
// meanwhile appears by itself.

import { useQuery } from '@tanstack/react-query';
import Lozenge from '@atlaskit/lozenge';
import Button from '@atlaskit/button/new';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { readContent } from '../api/content';
import type { ContentKind } from '../api/content';
import { ApiError } from '../api/http';
import { recordView } from '../api/site';
import { StorageBody } from '../storage/body';
import { Loading, Nothing, Refusal } from '../ui/states';
import { ActionsMenu } from './actions-menu';
import { Attachments } from './attachments';
import { Byline } from './byline';
import { Comments } from './comments';
import { Labels } from './labels';
import { Reactions } from './reactions';
import { TickTasks } from './tick-tasks';

const NOT_FOUND = 404;

/** The page of one page or blog post. */
export function ContentPage({ kind, id }: { readonly kind: ContentKind; readonly id: string }) {
  const [, navigate] = useLocation();
  const { data: content, error } = useQuery({
    queryKey: ['content', kind, id],
    queryFn: () => readContent(kind, id),
  });
  const isThere = content !== undefined;
  useEffect(() => {
    // Reading is something Confluence publishes; nobody waits for it and a refusal changes nothing here.
    if (isThere) void recordView(kind, id).catch(() => undefined);
  }, [isThere, kind, id]);
  useEffect(() => {
    if (content !== undefined) document.title = `${content.title} - Confluence (local)`;
  }, [content]);
  if (error instanceof ApiError && error.status === NOT_FOUND) {
    return (
      <Nothing title="This page does not exist, or you may not see it">
        Somebody may have moved or deleted it.
      </Nothing>
    );
  }
  if (content === undefined) {
    return error === null ? (
      <Loading label="Loading the page" />
    ) : (
      <Refusal title="The page could not be read" error={error} />
    );
  }
  const isEditable = content.status === 'current' || content.status === 'draft';
  return (
    <article className="content" data-version={content.version.number}>
      <header className="content-head">
        <div className="content-tools">
          {content.status === 'current' ? null : <Lozenge>{content.status}</Lozenge>}
          {content.subtype === 'live' ? <Lozenge appearance="new">Live doc</Lozenge> : null}
          <Button
            appearance="primary"
            isDisabled={!isEditable}
            onClick={() => navigate(`/${kind === 'page' ? 'pages' : 'blog'}/${id}/edit`)}
          >
            Edit
          </Button>
          <ActionsMenu kind={kind} content={content} />
        </div>
        <h1>{content.title}</h1>
        <Byline content={content} />
      </header>
      <TickTasks kind={kind} contentId={id}>
        <StorageBody value={content.body.storage?.value ?? ''} />
      </TickTasks>
      <footer className="content-foot">
        <div className="content-row">
          <Reactions kind={kind} contentId={id} />
          <Labels kind={kind} contentId={id} />
        </div>
        <Attachments kind={kind} contentId={id} />
        <Comments kind={kind} contentId={id} />
      </footer>
    </article>
  );
}
