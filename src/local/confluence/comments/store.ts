// Writing comments: what is checked, kept and published. It knows no HTTP.

import { firstVersion, nextVersion, removeContent, saveContent } from '../content/store';
import { commentEvent } from '../events/comment-events';
import { badRequest, Refusal } from '../http/refusal';
import type { Body, CommentRecord, ContentRecord, InlineMarker, Resolution } from '../model/content';
import { replyIds } from '../relations';
import type { Session } from '../session';
import { newId } from '../session';

export interface NewComment {
  readonly location: CommentRecord['location'];
  readonly container: ContentRecord & { readonly type: CommentRecord['containerType'] };
  readonly parent?: CommentRecord;
  readonly body: Body;
  readonly marker?: InlineMarker;
}

/** Stores a comment or reply and publishes it. */
export function createComment(session: Session, comment: NewComment): CommentRecord {
  const { container, parent, location, body, marker } = comment;
  const { tables, actor, nowIso } = session;
  const record: CommentRecord = {
    type: 'comment',
    id: newId(tables),
    status: 'current',
    title: `Re: ${container.title}`,
    spaceId: container.spaceId,
    createdAt: nowIso,
    createdBy: actor.accountId,
    version: firstVersion(session),
    location,
    containerId: container.id,
    containerType: container.type,
    body,
    ...(parent === undefined ? {} : { parentCommentId: parent.id }),
    ...(marker === undefined ? {} : { marker }),
    ...(location === 'inline' && parent === undefined ? { resolution: { status: 'open' } } : {}),
  };
  saveContent(tables, record);
  session.publish(commentEvent(tables, 'created', record));
  return record;
}

/** Makes a new version of a comment. `resolved` changes the resolution of an inline comment. */
export function updateComment(
  session: Session,
  before: CommentRecord,
  change: {
    readonly body: Body;
    readonly versionNumber: number;
    readonly message: string;
    readonly resolved?: boolean;
  },
): CommentRecord {
  if (change.versionNumber !== before.version.number + 1) {
    throw new Refusal(
      409,
      `Version must be incremented when updating a comment. Current Version: [${before.version.number}]. Provided version: [${change.versionNumber}]`,
    );
  }
  const resolution = change.resolved === undefined ? undefined : resolve(session, before, change.resolved);
  const after: CommentRecord = {
    ...before,
    body: change.body,
    version: nextVersion(session, before, change.message),
    ...(resolution === undefined ? {} : { resolution }),
  };
  saveContent(session.tables, after);
  session.publish(commentEvent(session.tables, 'updated', after));
  return after;
}

function resolve(session: Session, comment: CommentRecord, resolved: boolean): Resolution {
  if (comment.resolution === undefined)
    throw badRequest('Only the first comment of an inline thread can be resolved');
  const isResolved = comment.resolution.status === 'resolved';
  if (isResolved === resolved) return comment.resolution;
  return {
    status: resolved ? 'resolved' : 'reopened',
    by: session.actor.accountId,
    at: session.nowIso,
  };
}

/** Removes a comment with its replies for good. Only the comment itself is published. */
export function deleteComment(session: Session, comment: CommentRecord): void {
  const event = commentEvent(session.tables, 'deleted', comment);
  removeThread(session, comment);
  session.publish(event);
}

function removeThread(session: Session, comment: CommentRecord): void {
  for (const id of replyIds(session.tables, comment.id)) {
    const reply = session.tables.content.get(id);
    if (reply?.type === 'comment') removeThread(session, reply);
  }
  removeContent(session.tables, comment);
}
