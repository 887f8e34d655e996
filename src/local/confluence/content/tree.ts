// Places in the tree of a space: parents, positions, siblings. It reads and computes; it stores nothing.

import { badRequest } from '../http/refusal';
import type { ContentRecord, ParentType, TreeRecord } from '../model/content';
import { isTreeRecord } from '../model/content';
import { without } from '../model/without';
import { ancestorsOf, canView } from '../permissions/access';
import { childIds } from '../relations';
import { peekId } from '../session';
import type { Session } from '../session';
import type { Tables } from '../tables';

/** Where something is to hang. */
export interface Place {
  readonly spaceId: string;
  /** Absent at the root of the space. */
  readonly parentId?: string;
  readonly parentType?: ParentType;
  readonly position: number;
}

/** The tree items below a parent, or at the root of a space, in their order; whatever their status. */
export function childrenOf(tables: Tables, parent: string): readonly TreeRecord[] {
  return childIds(tables, parent)
    .flatMap((id) => tables.content.get(id) ?? [])
    .filter((child): child is TreeRecord => isTreeRecord(child))
    .sort((a, b) => a.position - b.position || Number(a.id) - Number(b.id));
}

/** As {@link childrenOf}, but only what is published and what the actor may see. */
export function visibleChildrenOf(session: Session, parent: string): readonly TreeRecord[] {
  return childrenOf(session.tables, parent).filter(
    (child) => child.status === 'current' && canView(session.tables, session.actor.accountId, child),
  );
}

/** The name under which the items at the root of a space are kept. */
export function rootOf(spaceId: string): string {
  return `space:${spaceId}`;
}

/** The last place below `parentId`, or at the root of the space when it is absent. */
export function lastPlace(session: Session, spaceId: string, parentId: string | undefined): Place {
  const { tables } = session;
  // Ids only rise, and reordering gives small numbers, so this is behind every sibling without reading them.
  const position = peekId(tables);
  if (parentId === undefined) return { spaceId, position };
  const parent = tables.content.get(parentId);
  if (
    parent === undefined ||
    !isTreeRecord(parent) ||
    parent.spaceId !== spaceId ||
    !canView(tables, session.actor.accountId, parent)
  ) {
    throw badRequest(`The provided parentId: ${parentId} does not exist in the space`);
  }
  return { spaceId, parentId, parentType: parent.type, position };
}

/** `item` at another place. */
export function placed<T extends TreeRecord>(item: T, place: Place): T {
  // An omission on a generic does not show that `place` puts back what was left out.
  return { ...without(item, 'parentId', 'parentType'), ...place } as unknown as T;
}

/** True when `content` lies below `ancestorId`, however deep. */
export function isBelow(tables: Tables, content: ContentRecord, ancestorId: string): boolean {
  return ancestorsOf(tables, content).some((ancestor) => ancestor.id === ancestorId);
}
