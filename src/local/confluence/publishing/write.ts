// Creating and changing pages and blog posts: what Confluence checks, stores and publishes for both.
// It must not read requests; routes.ts does.

import { contentEvent, contentMovedEvent, contentUpdatedEvent } from '../events/content-events';
import { firstVersion, nextVersion, saveContent } from '../content/store';
import { isBelow, lastPlace, placed } from '../content/tree';
import { badRequest, Refusal } from '../http/refusal';
import type { BlogPostRecord, Body, PageRecord } from '../model/content';
import type { SpaceRecord } from '../model/space';
import { onlyFor } from '../permissions/access';
import { findByTitle } from '../relations';
import type { Session } from '../session';
import { newId } from '../session';
import { syncTasks } from '../tasks/sync';
import type { Tables } from '../tables';

export type Published = PageRecord | BlogPostRecord;

/** Longest title. [Confluence] */
const MAX_TITLE_LENGTH = 255;

export interface NewContent {
  readonly status: 'current' | 'draft';
  readonly title: string;
  readonly body: Body;
  /** Only its author may see and edit it. */
  readonly isPrivate: boolean;
  /** A live doc; pages only. */
  readonly live?: boolean;
}

/** Stores a new page below `parentId` (at the root of the space when absent) and publishes its creation. */
export function createPage(
  session: Session,
  space: SpaceRecord,
  parentId: string | undefined,
  content: NewContent,
): PageRecord {
  const page: PageRecord = {
    type: 'page',
    ...common(session, space, 'page', content),
    ...lastPlace(session, space.id, parentId),
    ...(content.live === true ? { subType: 'live' } : {}),
  };
  return store(session, page);
}

export function createBlogPost(session: Session, space: SpaceRecord, content: NewContent): BlogPostRecord {
  return store(session, { type: 'blogpost', ...common(session, space, 'blogpost', content) });
}

function common(
  session: Session,
  space: SpaceRecord,
  type: Published['type'],
  content: NewContent,
): Omit<BlogPostRecord, 'type'> {
  const { tables, actor, nowIso } = session;
  if (content.status === 'current') checkTitle(tables, space, type, content.title);
  return {
    id: newId(tables),
    status: content.status,
    title: content.title,
    spaceId: space.id,
    createdAt: nowIso,
    createdBy: actor.accountId,
    ownerId: actor.accountId,
    version: firstVersion(session),
    body: content.body,
    ...(content.isPrivate ? { restrictions: onlyFor(actor.accountId) } : {}),
  };
}

function store<T extends Published>(session: Session, content: T): T {
  saveContent(session.tables, content);
  // The author watches what he makes, as Confluence's default setting has it.
  session.tables.index.put(['watch', content.id, session.actor.accountId], true);
  if (content.status === 'current') publishCreation(session, content);
  return content;
}

function publishCreation(session: Session, content: Published): void {
  const live = content.type === 'page' && content.subType === 'live';
  session.publish(contentEvent(session.tables, live ? 'initialized' : 'created', content));
  syncTasks(session, content);
}

export interface Change {
  readonly title: string;
  readonly body: Body;
  /** What the caller says the version will be. */
  readonly versionNumber: number;
  readonly message: string;
  /** Another parent, for pages. */
  readonly parentId?: string;
  readonly ownerId?: string;
}

/** Makes a new version, publishes a draft, or restores from the trash; publishes what happened. */
export function updateContent(
  session: Session,
  space: SpaceRecord,
  before: Published,
  change: Change,
): Published {
  if (before.status === 'trashed') return restoreContent(session, space, before);
  checkVersion(before, change.versionNumber);
  const isDraft = before.status === 'draft';
  checkTitle(session.tables, space, before.type, change.title, before.id);

  const changed: Published = {
    ...before,
    status: 'current',
    title: change.title,
    body: change.body,
    version: isDraft ? firstVersion(session, change.message) : nextVersion(session, before, change.message),
    ...ownership(session, before, change.ownerId),
  };
  const after = moveIfAsked(session, changed, before, change.parentId);
  if (isDraft) {
    saveContent(session.tables, after);
    publishCreation(session, after);
    return after;
  }
  const saved = saveUpdate(session, after);
  syncTasks(session, saved);
  return saved;
}

/** Stores a changed version and publishes it. A live doc has no updates, only the ends of edit sessions. */
export function saveUpdate(session: Session, changed: Published): Published {
  if (changed.type !== 'page' || changed.subType !== 'live') {
    saveContent(session.tables, changed);
    session.publish(contentUpdatedEvent(session.tables, changed));
    return changed;
  }
  const after: PageRecord = { ...changed, started: true };
  saveContent(session.tables, after);
  const verb = changed.started === true ? 'snapshotted' : 'started';
  session.publish(contentUpdatedEvent(session.tables, after, verb));
  return after;
}

function moveIfAsked(
  session: Session,
  changed: Published,
  before: Published,
  parentId: string | undefined,
): Published {
  if (changed.type !== 'page' || before.type !== 'page') return changed;
  if (parentId === undefined || parentId === before.parentId) return changed;
  if (parentId === before.id) throw badRequest('A page cannot be its own parent');
  const parent = session.tables.content.get(parentId);
  if (parent !== undefined && isBelow(session.tables, parent, before.id)) {
    throw badRequest('The page cannot be moved below one of its own descendants');
  }
  const after = placed(changed, lastPlace(session, before.spaceId, parentId));
  session.publish(contentMovedEvent(session.tables, after, before));
  return after;
}

function ownership(session: Session, before: Published, ownerId: string | undefined): object {
  if (ownerId === undefined || ownerId === before.ownerId) return {};
  if (session.tables.users.get(ownerId)?.active !== true) {
    throw badRequest(`The provided ownerId: ${ownerId} is not a user of this site`);
  }
  return before.type === 'page' ? { ownerId, lastOwnerId: before.ownerId } : { ownerId };
}

/** Changes the title alone; it makes a version too. */
export function renameContent(
  session: Session,
  space: SpaceRecord,
  before: Published,
  title: string,
): Published {
  checkTitle(session.tables, space, before.type, title, before.id);
  if (before.status !== 'draft') {
    return saveUpdate(session, { ...before, title, version: nextVersion(session, before) });
  }
  const draft: Published = { ...before, title };
  saveContent(session.tables, draft);
  return draft;
}

/** Takes content out of the trash, as it was. */
export function restoreContent(session: Session, space: SpaceRecord, before: Published): Published {
  checkTitle(session.tables, space, before.type, before.title, before.id);
  const after: Published = { ...before, status: 'current' };
  saveContent(session.tables, after);
  session.publish(contentEvent(session.tables, 'restored', after));
  return after;
}

function checkVersion(before: Published, given: number): void {
  const expected = before.status === 'draft' ? 1 : before.version.number + 1;
  if (given === expected) return;
  throw new Refusal(
    409,
    `Version must be incremented when updating a page. Current Version: [${before.version.number}]. Provided version: [${given}]`,
  );
}

/** Refuses an empty, too long or taken title. `ownId` may keep its own. */
export function checkTitle(
  tables: Tables,
  space: SpaceRecord,
  type: Published['type'],
  title: string,
  ownId?: string,
): void {
  if (title.trim() === '') throw badRequest('A title is required for content that is not a draft');
  if (title.length > MAX_TITLE_LENGTH) {
    throw badRequest(`The title is longer than ${MAX_TITLE_LENGTH} characters`);
  }
  const holder = findByTitle(tables, space.id, type, title);
  // Blog posts may share a title; only the pages of a space may not.
  if (type !== 'page' || holder === undefined || holder === ownId) return;
  throw badRequest(
    `A page with this title already exists: A page already exists with the title ${title} in the space with key ${space.key}`,
  );
}
