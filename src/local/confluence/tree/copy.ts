// Copying pages and other tree items: the copy has the current version only, and of the rest what was asked for.
// It publishes the copy; it must not read requests.

import { firstVersion, saveContent } from '../content/store';
import { childrenOf, lastPlace, placed } from '../content/tree';
import { contentCopiedEvent } from '../events/content-events';
import type { AttachmentRecord, Body, TreeRecord } from '../model/content';
import { without } from '../model/without';
import type { SpaceRecord } from '../model/space';
import { checkTitle } from '../publishing/write';
import { attachmentIds } from '../relations';
import type { Session } from '../session';
import { newId, newUuid } from '../session';
import { syncTasks } from '../tasks/sync';
import { listIndex } from '../tables';

export interface CopyOptions {
  readonly copyAttachments: boolean;
  readonly copyPermissions: boolean;
  readonly copyProperties: boolean;
  readonly copyLabels: boolean;
}

export interface CopyTarget {
  readonly space: SpaceRecord;
  /** Absent: at the root of the space. */
  readonly parentId?: string;
  readonly title: string;
  /** In place of the origin's own. */
  readonly body?: Body;
}

/** Stores a copy of `origin` and publishes it. */
export function copyItem(
  session: Session,
  origin: TreeRecord,
  target: CopyTarget,
  options: CopyOptions,
): TreeRecord {
  const { tables, actor, nowIso } = session;
  if (origin.type === 'page') checkTitle(tables, target.space, 'page', target.title);
  const place = lastPlace(session, target.space.id, target.parentId);
  const bare = options.copyPermissions ? origin : (without(origin, 'restrictions') as TreeRecord);
  const copy: TreeRecord = {
    ...placed(bare, place),
    id: newId(tables),
    title: target.title,
    createdAt: nowIso,
    createdBy: actor.accountId,
    ownerId: actor.accountId,
    version: firstVersion(session),
    ...(target.body === undefined || bare.type !== 'page' ? {} : { body: target.body }),
  }; // The spread of a union loses which member it is; nothing here changes it.
  saveContent(tables, copy);
  if (options.copyLabels) copyLabels(session, origin.id, copy.id);
  if (options.copyProperties) copyProperties(session, origin.id, copy.id);
  if (options.copyAttachments) copyAttachments(session, origin.id, copy);
  session.publish(contentCopiedEvent(tables, copy, origin.id));
  if (copy.type === 'page') syncTasks(session, copy);
  return copy;
}

/** As {@link copyItem}, with all pages below `origin`; `rename` gives the copies their titles. */
export function copyHierarchy(
  session: Session,
  origin: TreeRecord,
  target: Omit<CopyTarget, 'title' | 'body'>,
  options: CopyOptions,
  rename: (title: string) => string,
): TreeRecord {
  // Taken before the copy is stored, because a page may be copied below itself.
  const children = childrenOf(session.tables, origin.id).filter(({ status }) => status === 'current');
  const copy = copyItem(session, origin, { ...target, title: rename(origin.title) }, options);
  for (const child of children) {
    if (child.id === copy.id) continue;
    copyHierarchy(session, child, { space: target.space, parentId: copy.id }, options, rename);
  }
  return copy;
}

/** The labels come with the copy; they are not published by themselves. */
function copyLabels(session: Session, from: string, to: string): void {
  for (const { rest, value } of listIndex(session.tables, ['has-label', from])) {
    const labelId = String(rest.at(-1));
    session.tables.index.put(['has-label', to, labelId], value);
    session.tables.index.put(['labelled', labelId, to], true);
  }
}

function copyProperties(session: Session, from: string, to: string): void {
  const { tables } = session;
  for (const { value } of listIndex(tables, ['property', from])) {
    const property = tables.properties.get(String(value));
    if (property === undefined) continue;
    const id = newId(tables);
    tables.properties.put(id, { ...property, id, ownerId: to });
    tables.index.put(['property', to, property.key], id);
  }
}

function copyAttachments(session: Session, from: string, to: TreeRecord): void {
  const { tables } = session;
  for (const id of attachmentIds(tables, from)) {
    const attachment = tables.content.get(id);
    if (attachment?.type !== 'attachment' || attachment.status !== 'current') continue;
    const fileId = newUuid(tables);
    tables.files.put(fileId, tables.files.get(attachment.fileId) ?? '');
    const copy: AttachmentRecord = {
      ...attachment,
      id: newId(tables),
      fileId,
      spaceId: to.spaceId,
      containerId: to.id,
      version: firstVersion(session),
    };
    saveContent(tables, copy);
  }
}
