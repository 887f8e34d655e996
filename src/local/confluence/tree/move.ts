// Moving a tree item before, after or below another, within its space or into another one with all below it.
// It publishes the move; it must not read requests.

import { nextVersion, saveContent } from '../content/store';
import { childrenOf, isBelow, placed, rootOf } from '../content/tree';
import type { Place } from '../content/tree';
import { childrenReorderedEvent, contentMovedEvent, contentUpdatedEvent } from '../events/content-events';
import { badRequest, Refusal } from '../http/refusal';
import type { PageRecord, TreeRecord } from '../model/content';
import { isTreeRecord } from '../model/content';
import type { SpaceRecord } from '../model/space';
import { hasSpaceLevel } from '../permissions/access';
import { spaceOf } from '../permissions/require';
import { attachmentIds, commentIds, findByTitle } from '../relations';
import type { Session } from '../session';
import { listIndex } from '../tables';

export type MovePosition = 'before' | 'after' | 'append';

/** Moves `item`; answers it at its new place. */
export function moveItem(
  session: Session,
  item: TreeRecord,
  position: MovePosition,
  target: TreeRecord,
): TreeRecord {
  const { tables } = session;
  if (item.id === target.id || isBelow(tables, target, item.id)) {
    throw badRequest('Cannot move a page below itself or one of its descendants');
  }
  const space = spaceOf(session, target);
  if (space.id !== item.spaceId) checkSpace(session, item, space);

  const parent = position === 'append' ? target : parentOf(session, target);
  const siblings = childrenOf(tables, parent?.id ?? rootOf(space.id));
  const before = siblings.filter((sibling) => sibling.id !== item.id);
  const index = position === 'append' ? before.length : indexAt(before, target, position);
  const order = [...before.slice(0, index), item, ...before.slice(index)];

  const stays = item.spaceId === space.id && item.parentId === parent?.id;
  const moved = store(session, item, placeOf(space, parent, index), stays);
  for (const [rank, sibling] of order.entries()) {
    if (sibling.id !== item.id && sibling.position !== rank) {
      saveContent(tables, { ...sibling, position: rank });
    }
  }
  if (space.id !== item.spaceId) for (const id of below(session, item.id)) moveToSpace(session, id, space.id);
  publish(session, moved, item, stays ? siblings : undefined);
  return moved;
}

function indexAt(siblings: readonly TreeRecord[], target: TreeRecord, position: MovePosition): number {
  const index = siblings.findIndex(({ id }) => id === target.id);
  return position === 'before' ? index : index + 1;
}

function placeOf(space: SpaceRecord, parent: TreeRecord | undefined, position: number): Place {
  const root: Place = { spaceId: space.id, position };
  return parent === undefined ? root : { ...root, parentId: parent.id, parentType: parent.type };
}

function parentOf(session: Session, item: TreeRecord): TreeRecord | undefined {
  const parent = item.parentId === undefined ? undefined : session.tables.content.get(item.parentId);
  return parent !== undefined && isTreeRecord(parent) ? parent : undefined;
}

/** Another parent makes a new version; another place among the same siblings does not. */
function store(session: Session, item: TreeRecord, place: Place, stays: boolean): TreeRecord {
  const moved = placed(item, place);
  const after: TreeRecord = stays ? moved : { ...moved, version: nextVersion(session, item) };
  saveContent(session.tables, after);
  return after;
}

function checkSpace(session: Session, item: TreeRecord, space: SpaceRecord): void {
  const { tables, actor } = session;
  if (!hasSpaceLevel(tables, actor.accountId, space, 'edit')) {
    throw new Refusal(403, `User does not have permission to create a page in the space ${space.key}`);
  }
  const pages = [item, ...below(session, item.id).flatMap((id) => tables.content.get(id) ?? [])];
  const clash = pages.find(
    (page) => page.type === 'page' && findByTitle(tables, space.id, 'page', page.title) !== undefined,
  );
  if (clash !== undefined) {
    throw badRequest(
      `A page already exists in the target space with the title ${clash.title}. Rename the page before moving it`,
    );
  }
}

/** Ids of everything below a tree item, however deep. */
function below(session: Session, id: string): readonly string[] {
  const ids = listIndex(session.tables, ['child', id]).map(({ rest }) => String(rest.at(-1)));
  return ids.flatMap((child) => [child, ...below(session, child)]);
}

function moveToSpace(session: Session, id: string, spaceId: string): void {
  const content = session.tables.content.get(id);
  if (content === undefined) return;
  saveContent(session.tables, { ...content, spaceId });
  for (const part of [...commentIds(session.tables, id), ...attachmentIds(session.tables, id)]) {
    moveToSpace(session, part, spaceId);
  }
}

function publish(
  session: Session,
  after: TreeRecord,
  before: TreeRecord,
  oldSiblings: readonly TreeRecord[] | undefined,
): void {
  const { tables } = session;
  session.publish(contentMovedEvent(tables, after, before));
  if (oldSiblings === undefined) {
    if (after.type === 'page') session.publish(contentUpdatedEvent(tables, after));
    return;
  }
  const parent = parentOf(session, after);
  if (parent?.type === 'page') publishOrder(session, parent, pageIds(oldSiblings));
}

/** Publishes that the pages below `parent` have another order than `before`. */
export function publishOrder(session: Session, parent: PageRecord, before: readonly string[]): void {
  const after = pageIds(childrenOf(session.tables, parent.id));
  if (after.join() === before.join()) return;
  session.publish(childrenReorderedEvent(session.tables, parent, before, after));
}

export function pageIds(items: readonly TreeRecord[]): readonly string[] {
  return items.filter(({ type, status }) => type === 'page' && status === 'current').map(({ id }) => id);
}
