// One comment or reply: who, when, what, and what can be done with it.

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { setLike } from '../api/site';
import { deleteComment, listCommentLikes, updateComment } from '../api/talk';
import type { Comment, Thread } from '../api/talk';
import { storageToSimple } from '../editor/storage-to-plain';
import { useCurrentUser, useUserNames } from '../state/session';
import { useAction } from '../state/use-action';
import { StorageBody } from '../storage/body';
import { Face } from '../ui/person';
import { TimeAgo } from '../ui/time-ago';
import { CommentBox } from './comment-box';

/** A comment; ids in `fresh` are pointed out, `children` are further actions. */
export function CommentEntry(props: {
  readonly comment: Comment;
  readonly kind: Thread['kind'];
  readonly fresh: ReadonlySet<string>;
  readonly children?: ReactNode;
}) {
  const { comment, kind } = props;
  const [isEditing, setEditing] = useState(false);
  const nameOf = useUserNames();
  const me = useCurrentUser()?.accountId ?? '';
  const { data: likes = [] } = useQuery({
    queryKey: ['comment-likes', comment.id],
    queryFn: () => listCommentLikes(kind, comment.id),
  });
  const isLiked = likes.includes(me);
  const like = useAction('Could not change the like', () => setLike('comment', comment.id, !isLiked));
  const save = useAction('Could not save the comment', (body: string) => updateComment(kind, comment, body));
  const remove = useAction('Could not delete the comment', () => deleteComment(kind, comment.id));
  const body = comment.body.storage?.value ?? '';
  const simple = storageToSimple(body);
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
        {isEditing ? (
          <CommentBox
            label="Change the comment"
            submit="Save"
            initial={simple ?? ''}
            isOpen
            isBusy={save.isRunning}
            onSubmit={save.run}
            onCancel={() => setEditing(false)}
          />
        ) : (
          <StorageBody value={body} />
        )}
        <div className="comment-actions">
          {props.children}
          <button
            type="button"
            className="quiet-button"
            aria-pressed={isLiked}
            onClick={() => void like.run()}
          >
            {likes.length === 0 ? 'Like' : `Like (${likes.length})`}
          </button>
          {simple === undefined ? null : (
            <button type="button" className="quiet-button" onClick={() => setEditing(true)}>
              Edit
            </button>
          )}
          <button type="button" className="quiet-button" onClick={() => void remove.run()}>
            Delete
          </button>
        </div>
      </div>
    </div>
  );
}
