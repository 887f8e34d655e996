// Who may see and change what: site administration, spaces, page restrictions. Pure reads; it changes nothing.
// The app's user is bound by page restrictions like everybody else.

import type { ContentRecord, PageRecord, Restrictions, Subjects } from '../model/content';
import { isRestrictable, isTreeRecord } from '../model/content';
import type { SpaceLevel, SpaceRecord } from '../model/space';
import { SPACE_LEVELS } from '../model/space';
import { ADMINS_GROUP, groupIdOf } from '../model/user';
import { listAll } from '../tables';
import type { Tables } from '../tables';

/** Ids of the groups that an account is a member of. */
function groupIdsOf(tables: Tables, accountId: string): readonly string[] {
  return listAll(tables.groups)
    .filter((group) => group.members.includes(accountId))
    .map((group) => group.id);
}

export function isSiteAdmin(tables: Tables, accountId: string): boolean {
  return tables.groups.get(groupIdOf(ADMINS_GROUP))?.members.includes(accountId) === true;
}

/** True when the account has at least `level` in the space, by itself or through a group. */
export function hasSpaceLevel(
  tables: Tables,
  accountId: string,
  space: SpaceRecord,
  level: SpaceLevel,
): boolean {
  const wanted = SPACE_LEVELS.indexOf(level);
  const groups = groupIdsOf(tables, accountId);
  return space.grants.some(
    (grant) =>
      SPACE_LEVELS.indexOf(grant.level) >= wanted &&
      (grant.principalType === 'user' ? grant.principalId === accountId : groups.includes(grant.principalId)),
  );
}

/** True when the account may see the content: its space, and its read restrictions and those above it. */
export function canView(tables: Tables, accountId: string, content: ContentRecord): boolean {
  const space = tables.spaces.get(content.spaceId);
  if (space === undefined || !hasSpaceLevel(tables, accountId, space, 'view')) return false;
  if (content.status === 'draft' && content.createdBy !== accountId) return false;
  return lineOf(tables, content).every((item) => allows(tables, accountId, item, 'read'));
}

/** True when the account may see the content and change it. Update restrictions are not inherited. */
export function canEdit(tables: Tables, accountId: string, content: ContentRecord): boolean {
  const space = tables.spaces.get(content.spaceId);
  if (space === undefined || !hasSpaceLevel(tables, accountId, space, 'edit')) return false;
  return (
    canView(tables, accountId, content) &&
    allows(tables, accountId, restrictedPart(tables, content), 'update')
  );
}

/** True when the account may see the content and write comments in its space. Update restrictions do not hinder it. */
export function canComment(tables: Tables, accountId: string, content: ContentRecord): boolean {
  const space = tables.spaces.get(content.spaceId);
  if (space === undefined || !hasSpaceLevel(tables, accountId, space, 'edit')) return false;
  return canView(tables, accountId, content);
}

/** The content itself, then everything whose read restrictions it inherits. */
function lineOf(tables: Tables, content: ContentRecord): readonly ContentRecord[] {
  const holder = restrictedPart(tables, content);
  return [holder, ...ancestorsOf(tables, holder)];
}

/** Comments and attachments have the restrictions of what they belong to. */
function restrictedPart(tables: Tables, content: ContentRecord): ContentRecord {
  if (content.type !== 'comment' && content.type !== 'attachment') return content;
  const container = tables.content.get(content.containerId);
  return container === undefined ? content : restrictedPart(tables, container);
}

/** What lies above a tree item, nearest first. */
export function ancestorsOf(tables: Tables, content: ContentRecord): readonly ContentRecord[] {
  const ancestors: ContentRecord[] = [];
  let current: ContentRecord | undefined = content;
  while (current !== undefined && isTreeRecord(current) && current.parentId !== undefined) {
    current = tables.content.get(current.parentId);
    if (current !== undefined) ancestors.push(current);
  }
  return ancestors;
}

function allows(
  tables: Tables,
  accountId: string,
  content: ContentRecord,
  operation: keyof Restrictions,
): boolean {
  if (!isRestrictable(content)) return true;
  const subjects = content.restrictions?.[operation];
  return subjects === undefined || includes(tables, accountId, subjects);
}

function includes(tables: Tables, accountId: string, subjects: Subjects): boolean {
  if (subjects.users.includes(accountId)) return true;
  const groups = groupIdsOf(tables, accountId);
  return subjects.groups.some((group) => groups.includes(group));
}

/** Restrictions that let in only one account, as for a private page. */
export function onlyFor(accountId: string): NonNullable<PageRecord['restrictions']> {
  const subjects: Subjects = { users: [accountId], groups: [] };
  return { read: subjects, update: subjects };
}
