// The discussion under a page: threads with replies, and a box to say something. Comments that appear meanwhile
// are pointed out.

import { useQuery } from '@tanstack/react-query';
import type { ContentKind } from '../api/content';
import { addComment, listThreads } from '../api/talk';
import { useCurrentUser } from '../state/session';
import { useAction } from '../state/use-action';
import { useFresh } from '../state/use-fresh';
import { Face } from '../ui/person';
import { Refusal } from '../ui/states';
import { CommentBox } from './comment-box';
import { CommentThread } from './comment-thread';

/** The comments of a page or blog post. */
export function Comments({ kind, contentId }: { readonly kind: ContentKind; readonly contentId: string }) {
  const me = useCurrentUser();
  const { data: footer, error } = useQuery({
    queryKey: ['comments', 'footer', kind, contentId],
    queryFn: () => listThreads(kind, contentId, 'footer'),
  });
  const { data: inline = [] } = useQuery({
    queryKey: ['comments', 'inline', kind, contentId],
    queryFn: () => listThreads(kind, contentId, 'inline'),
  });
  const threads = footer === undefined ? undefined : [...footer, ...inline];
  const fresh = useFresh(
    threads?.flatMap((thread) => [thread.comment.id, ...thread.replies.map((reply) => reply.id)]),
  );
  const add = useAction('Could not post the comment', (body: string) => addComment(kind, contentId, body));
  const count = threads?.reduce((sum, thread) => sum + 1 + thread.replies.length, 0) ?? 0;
  return (
    <section className="comments" aria-label="Comments">
      <h2 className="section-heading">{count === 0 ? 'Comments' : `Comments (${count})`}</h2>
      {error === null ? null : <Refusal title="The comments could not be read" error={error} />}
      {threads?.map((thread) => (
        <CommentThread key={thread.comment.id} thread={thread} fresh={fresh} />
      ))}
      <div className="comment-new">
        <Face accountId={me?.accountId ?? ''} />
        <CommentBox label="Write a comment" submit="Comment" isBusy={add.isRunning} onSubmit={add.run} />
      </div>
    </section>
  );
}
