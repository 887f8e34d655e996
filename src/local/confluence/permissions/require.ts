// Finds content and spaces for an operation and refuses what the actor may not see or change.
// What the actor may not see answers as if it were not there.

import { notFound, Refusal } from '../http/refusal';
import type { ContentRecord, ContentType } from '../model/content';
import type { SpaceLevel, SpaceRecord } from '../model/space';
import type { Session } from '../session';
import { canEdit, canView, hasSpaceLevel, isSiteAdmin } from './access';

type OfType<T extends ContentType> = Extract<ContentRecord, { readonly type: T }>;

/** The visible content of that id and one of those types; else 404. */
export function requireContent<T extends ContentType>(
  session: Session,
  id: string,
  types: readonly T[],
): OfType<T> {
  const content = session.tables.content.get(storedId(id));
  if (content === undefined || !isOfType(content, types)) throw notFound();
  if (!canView(session.tables, session.actor.accountId, content)) throw notFound();
  return content;
}

/** As {@link requireContent}, and the actor may change it; else `status`. v2 answers 404, v1 403. */
export function requireEditable<T extends ContentType>(
  session: Session,
  id: string,
  types: readonly T[],
  status: 403 | 404 = 404,
): OfType<T> {
  const content = requireContent(session, id, types);
  if (!canEdit(session.tables, session.actor.accountId, content)) {
    if (status === 404) throw notFound();
    throw new Refusal(403, `User not permitted to edit content with id: ${id}`);
  }
  return content;
}

/** REST writes the ids of attachments as `att…`. */
function storedId(id: string): string {
  return id.replace(/^att(?=\d)/, '');
}

/** What v1 says about content that is missing or hidden. */
export function noContentFound(id: string): Refusal {
  return new Refusal(404, `No content found with id : ContentId{id=${id}}`);
}

/** The content of that id whatever its type, for v1; else 404 in v1's words. */
export function requireAnyContent(session: Session, id: string): ContentRecord {
  const content = session.tables.content.get(storedId(id));
  if (content === undefined || !canView(session.tables, session.actor.accountId, content)) {
    throw noContentFound(id);
  }
  return content;
}

export function requireAnyEditable(session: Session, id: string): ContentRecord {
  const content = requireAnyContent(session, id);
  if (!canEdit(session.tables, session.actor.accountId, content)) {
    throw new Refusal(403, `User not permitted to edit content with id: ${id}`);
  }
  return content;
}

/** The space of that id if the actor has at least `level` in it; else 404. */
export function requireSpace(session: Session, id: string, level: SpaceLevel = 'view'): SpaceRecord {
  const space = session.tables.spaces.get(id);
  if (space === undefined || !hasSpaceLevel(session.tables, session.actor.accountId, space, level)) {
    throw notFound();
  }
  return space;
}

/** The space of that key, for v1; else 404 in v1's words. */
export function requireSpaceByKey(session: Session, key: string, level: SpaceLevel = 'view'): SpaceRecord {
  const id = session.tables.index.get(['space-key', key]);
  const space = typeof id === 'string' ? session.tables.spaces.get(id) : undefined;
  if (space === undefined || !hasSpaceLevel(session.tables, session.actor.accountId, space, level)) {
    throw new Refusal(404, `No space found with key : ${key}`);
  }
  return space;
}

export function requireSiteAdmin(session: Session): void {
  if (!isSiteAdmin(session.tables, session.actor.accountId)) {
    throw new Refusal(403, 'Only a Confluence administrator may do this');
  }
}

/** The space a content is in; every content has one. */
export function spaceOf(session: Pick<Session, 'tables'>, content: ContentRecord): SpaceRecord {
  const space = session.tables.spaces.get(content.spaceId);
  if (space === undefined) {
    throw new Error(
      `Failed to find the space of content "${content.id}": "${content.spaceId}" is not stored.`,
    );
  }
  return space;
}

function isOfType<T extends ContentType>(content: ContentRecord, types: readonly T[]): content is OfType<T> {
  return (types as readonly string[]).includes(content.type);
}
