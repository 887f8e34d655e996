// Likes and watches: who likes and who watches a content, and the relation events beside them.

import { commentEvent } from '../events/comment-events';
import { contentEvent } from '../events/content-events';
import { relationEvent } from '../events/people-events';
import type { Relation } from '../events/people-events';
import { badRequest } from '../http/refusal';
import type { ContentRecord } from '../model/content';
import type { Session } from '../session';

/** The actor likes the content; does nothing when he does already. */
export function like(session: Session, content: ContentRecord): void {
  if (content.type === 'attachment') throw badRequest('Attachments cannot be liked');
  if (!setRelation(session, 'like', content, session.actor.accountId, true)) return;
  const event =
    content.type === 'comment'
      ? commentEvent(session.tables, 'liked', content)
      : contentEvent(session.tables, 'liked', content);
  session.publish(event);
}

export function unlike(session: Session, content: ContentRecord): void {
  setRelation(session, 'like', content, session.actor.accountId, false);
}

/** Makes an account watch the content, or stop. */
export function setWatching(
  session: Session,
  content: ContentRecord,
  accountId: string,
  watching: boolean,
): void {
  setRelation(session, 'watch', content, accountId, watching);
}

/** Names of the relations in events. */
const NAMES = { like: 'like', watch: 'watching' } as const;

/** Stores or removes a relation and publishes that; false when it was so already. */
function setRelation(
  session: Session,
  kind: keyof typeof NAMES,
  content: ContentRecord,
  accountId: string,
  holds: boolean,
): boolean {
  const { tables, actor, nowIso } = session;
  const key = [kind, content.id, accountId];
  const held = tables.index.get(key) !== undefined;
  if (held === holds) return false;
  if (holds) tables.index.put(key, true);
  else tables.index.remove(key);
  const relation: Relation = {
    name: NAMES[kind],
    source: { kind: 'user', accountId },
    target: { kind: 'content', content },
    createdBy: actor.accountId,
    createdAt: nowIso,
  };
  session.publish(relationEvent(tables, holds ? 'created' : 'deleted', relation));
  return true;
}
