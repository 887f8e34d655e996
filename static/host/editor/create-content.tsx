// Writes a new page, live doc or blog post.

import { useLocation, useSearchParams } from 'wouter';
import { createContent } from '../api/content';
import type { ContentKind, Draft } from '../api/content';
import { useSpace } from '../spaces/use-space';
import { useAction } from '../state/use-action';
import { BodyEditor } from './body-editor';

const EMPTY: Draft = { title: '', body: '' };

/** The page for writing something new in the frame's space; `?parent=` and `?live` say what for. */
export function CreateContent({ kind }: { readonly kind: ContentKind }) {
  const space = useSpace();
  const [, navigate] = useLocation();
  const [search] = useSearchParams();
  const parentId = search.get('parent') ?? space.homepageId ?? undefined;
  const isLive = search.has('live');
  const create = useAction('Could not publish', async (draft: Draft) => {
    const made = await createContent(kind, space.id, draft, {
      ...(kind === 'page' && parentId !== undefined ? { parentId } : {}),
      ...(isLive ? { subtype: 'live' } : {}),
    });
    navigate(`/${kind === 'page' ? 'pages' : 'blog'}/${made.id}`, { replace: true });
  });
  return (
    <BodyEditor
      initial={EMPTY}
      publish="Publish"
      isBusy={create.isRunning}
      onPublish={(draft) => void create.run(draft)}
      onCancel={() => history.back()}
    />
  );
}
