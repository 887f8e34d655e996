// One thread: a comment, its replies, and what can be done with them.

import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';
import type { Thread } from '../api/talk';
import { addReply, resolveComment } from '../api/talk';
import { useAction } from '../state/use-action';
import { CommentBox } from './comment-box';
import { CommentEntry } from './comment-entry';

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
      <CommentEntry comment={thread.comment} kind={thread.kind} fresh={fresh}>
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
      </CommentEntry>
      <div className="replies">
        {thread.replies.map((answer) => (
          <CommentEntry key={answer.id} comment={answer} kind={thread.kind} fresh={fresh} />
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
