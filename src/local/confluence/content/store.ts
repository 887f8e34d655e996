// Writes content records with everything that hangs on them: index, versions, and, on removal, what goes
// with them. It publishes nothing and knows no HTTP; the resources do.

import type { ContentRecord, VersionInfo, VersionRecord } from '../model/content';
import { isTreeRecord } from '../model/content';
import { placed } from './tree';
import type { Place } from './tree';
import { attachmentIds, childIds, commentIds, indexContent } from '../relations';
import type { Session } from '../session';
import type { Tables } from '../tables';
import { listIndex } from '../tables';

/** Stores `after` in place of what has its id, and its version when that is new. */
export function saveContent(tables: Tables, after: ContentRecord): void {
  const before = tables.content.get(after.id);
  indexContent(tables, before, after);
  tables.content.put(after.id, after);
  if (before?.version.number === after.version.number && before.status !== 'draft') return;
  const version: VersionRecord = {
    ...after.version,
    title: after.title,
    ...('body' in after ? { body: after.body } : {}),
  };
  tables.versions.put([after.id, after.version.number], version);
}

/** The version after `content`'s own, made by the actor now. */
export function nextVersion(session: Session, content: ContentRecord, message = ''): VersionInfo {
  return { ...firstVersion(session, message), number: content.version.number + 1 };
}

export function firstVersion(session: Session, message = ''): VersionInfo {
  return {
    number: 1,
    when: session.nowIso,
    by: session.actor.accountId,
    message,
    minorEdit: false,
  };
}

/** All versions, the newest first. */
export function versionsOf(tables: Tables, contentId: string): readonly VersionRecord[] {
  const rows = tables.versions.range({ start: [contentId, 0], end: [contentId, Number.MAX_SAFE_INTEGER] });
  return Array.from(rows, (row) => row.value).reverse();
}

/** Removes content for good, with its comments, attachments, labels, properties, tasks, likes and watches. */
export function removeContent(tables: Tables, content: ContentRecord): void {
  for (const id of [...commentIds(tables, content.id), ...attachmentIds(tables, content.id)]) {
    const part = tables.content.get(id);
    if (part !== undefined) removeContent(tables, part);
  }
  for (const { number } of versionsOf(tables, content.id)) tables.versions.remove([content.id, number]);
  if (content.type === 'attachment') tables.files.remove(content.fileId);
  removeRelations(tables, content.id);
  indexContent(tables, content, undefined);
  tables.content.remove(content.id);
}

function removeRelations(tables: Tables, contentId: string): void {
  for (const relation of ['like', 'watch', 'has-label', 'property', 'task']) {
    for (const { rest, value } of listIndex(tables, [relation, contentId])) {
      tables.index.remove([relation, contentId, ...rest]);
      if (relation === 'has-label') tables.index.remove(['labelled', ...rest, contentId]);
      if (relation === 'property') tables.properties.remove(String(value));
      if (relation === 'task') tables.tasks.remove(String(value));
    }
  }
}

/** Puts what lies directly below `content` under its parent, as Confluence does when a page leaves the tree. */
export function liftChildren(tables: Tables, content: ContentRecord): void {
  if (!isTreeRecord(content)) return;
  for (const id of childIds(tables, content.id)) {
    const child = tables.content.get(id);
    if (child === undefined || !isTreeRecord(child)) continue;
    const { spaceId, parentId, parentType } = content;
    const place: Place = {
      spaceId,
      position: child.position,
      ...(parentId === undefined ? {} : { parentId }),
      ...(parentType === undefined ? {} : { parentType }),
    };
    saveContent(tables, placed(child, place));
  }
}
