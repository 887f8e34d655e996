// One thread: a comment, its replies, and what can be done with them.

import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Comment, Thread } from '../api/talk';
import { addReply, deleteComment, resolveComment } from '../api/talk';
import { StorageBody } from '../storage/body';
import { useUserNames } from '../state/session';
import { useAction } from '../state/use-action';
import { Face } from '../ui/person';
import { TimeAgo } from '../ui/time-ago';
import { CommentBox } from './comment-box';

/** A comment with its replies; ids in `fresh` are pointed out. */
export function CommentThread({
  thread,
  fresh,
}: {
  readonly thread: Thread;
  readonly fresh: ReadonlySet<string>;
}) {
  const [isReplying, setReplying] = useState(false);
  const reply = useAction('Could not post the reply', (body: string) => addReply(thread, body));
  const resolve = useAction('Could not change the thread', resolveComment);
  const isInline = thread.kind === 'inline';
  const isResolved = thread.comment.resolutionStatus === 'resolved';
  return (
    <div className="thread">
      <Entry comment={thread.comment} kind={thread.kind} fresh={fresh}>
        {isInline ? <Lozenge>{isResolved ? 'Resolved' : 'Inline'}</Lozenge> : null}
        <button type="button" className="quiet-button" onClick={() => setReplying(true)}>
          Reply
        </button>
        {isInline ? (
          <button
            type="button"
            className="quiet-button"
            onClick={() => void resolve.run(thread.comment, !isResolved)}
          >
            {isResolved ? 'Reopen' : 'Resolve'}
          </button>
        ) : null}
      </Entry>
      <div className="replies">
        {thread.replies.map((answer) => (
          <Entry key={answer.id} comment={answer} kind={thread.kind} fresh={fresh} />
        ))}
        {isReplying ? (
          <CommentBox
            label="Write a reply"
            submit="Reply"
            isOpen
            isBusy={reply.isRunning}
            onSubmit={reply.run}
            onCancel={() => setReplying(false)}
          />
        ) : null}
      </div>
    </div>
  );
}

function Entry(props: {
  readonly comment: Comment;
  readonly kind: Thread['kind'];
  readonly fresh: ReadonlySet<string>;
  readonly children?: ReactNode;
}) {
  const { comment } = props;
  const nameOf = useUserNames();
  const remove = useAction('Could not delete the comment', () => deleteComment(props.kind, comment.id));
  return (
    <div className={props.fresh.has(comment.id) ? 'comment is-fresh' : 'comment'} data-comment={comment.id}>
      <Face accountId={comment.version.authorId ?? ''} />
      <div className="comment-content">
        <div className="comment-head">
          <strong>{nameOf(comment.version.authorId)}</strong>{' '}
          <span className="quiet">
            <TimeAgo at={comment.version.createdAt} />
          </span>
        </div>
        <StorageBody value={comment.body.storage?.value ?? ''} />
        <div className="comment-actions">
          {props.children}
          <button type="button" className="quiet-button" onClick={() => void remove.run()}>
            Delete
          </button>
        </div>
      </div>
    </div>
  );
}
