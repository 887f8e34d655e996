// Whiteboards, databases, Smart Links and folders: creating and trashing them. It knows no HTTP.

import { firstVersion, liftChildren, saveContent } from '../content/store';
import { lastPlace } from '../content/tree';
import { contentEvent } from '../events/content-events';
import type { TreeItemRecord, TreeItemType } from '../model/content';
import { onlyFor } from '../permissions/access';
import type { SpaceRecord } from '../model/space';
import type { Session } from '../session';
import { newId } from '../session';

export interface NewTreeItem {
  readonly type: TreeItemType;
  readonly title: string;
  /** Absent: at the root of the space. */
  readonly parentId?: string;
  /** For Smart Links. */
  readonly embedUrl?: string;
  readonly isPrivate: boolean;
}

/** Stores an item and publishes its creation. */
export function createTreeItem(session: Session, space: SpaceRecord, item: NewTreeItem): TreeItemRecord {
  const { tables, actor, nowIso } = session;
  const record: TreeItemRecord = {
    type: item.type,
    id: newId(tables),
    status: 'current',
    title: item.title,
    createdAt: nowIso,
    createdBy: actor.accountId,
    ownerId: actor.accountId,
    version: firstVersion(session),
    ...lastPlace(session, space.id, item.parentId),
    ...(item.embedUrl === undefined ? {} : { embedUrl: item.embedUrl }),
    ...(item.isPrivate ? { restrictions: onlyFor(actor.accountId) } : {}),
  };
  saveContent(tables, record);
  session.publish(contentEvent(tables, 'created', record));
  return record;
}

/** Moves an item to the trash. Confluence publishes nothing about it. */
export function trashTreeItem(session: Session, item: TreeItemRecord): void {
  liftChildren(session.tables, item);
  saveContent(session.tables, { ...item, status: 'trashed' });
}
