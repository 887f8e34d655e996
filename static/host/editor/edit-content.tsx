// Changes a page or blog post that exists. What it was when opened decides the version that is saved, so that
// somebody else's change in between is refused by the server and not overwritten.

import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { readContent, updateContent } from '../api/content';
import type { ContentKind, Draft } from '../api/content';
import { endEditSession } from '../api/site';
import { useAction } from '../state/use-action';
import { Loading, Refusal } from '../ui/states';
import { BodyEditor } from './body-editor';

/** The page for changing a page or blog post. */
export function EditContent({ kind, id }: { readonly kind: ContentKind; readonly id: string }) {
  const [, navigate] = useLocation();
  const address = `/${kind === 'page' ? 'pages' : 'blog'}/${id}`;
  const { data: content, error } = useQuery({
    queryKey: ['edited', kind, id],
    queryFn: () => readContent(kind, id),
    // Read once at opening: see the file's head.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    meta: { live: false },
  });
  const save = useAction('Could not publish', async (draft: Draft) => {
    if (content?.subtype === 'live') await endEditSession(content.id, draft);
    else if (content !== undefined) await updateContent(kind, content, draft);
    navigate(address, { replace: true });
  });
  if (error !== null) return <Refusal title="The page could not be read" error={error} />;
  if (content === undefined) return <Loading label="Loading the page" />;
  return (
    <BodyEditor
      initial={{ title: content.title, body: content.body.storage?.value ?? '' }}
      publish={content.subtype === 'live' ? 'End editing' : 'Update'}
      isBusy={save.isRunning}
      onPublish={(draft) => void save.run(draft)}
      onCancel={() => navigate(address, { replace: true })}
    />
  );
}
