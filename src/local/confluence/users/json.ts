// Users and groups as v1 and v2 show them. Unlike in events, people's names are here.

import type { JsonObject } from '../../../core/json';
import type { GroupRecord, UserRecord } from '../model/user';
import { isSiteAdmin } from '../permissions/access';
import type { Session } from '../session';

/** Pixels of the picture in v1. */
const PICTURE_SIZE = 48;

/** As v1 shows a user; `expand` holds what the request asked for. */
export function v1UserJson(session: Session, user: UserRecord, expand: readonly string[] = []): JsonObject {
  return {
    type: 'known',
    accountId: user.accountId,
    accountType: user.accountType,
    email: '',
    publicName: user.publicName,
    profilePicture: {
      path: picturePath(user),
      width: PICTURE_SIZE,
      height: PICTURE_SIZE,
      isDefault: false,
    },
    displayName: user.displayName,
    isExternalCollaborator: false,
    ...(expand.includes('operations') ? { operations: siteOperations(session, user) } : {}),
    _expandable: { operations: '', personalSpace: '' },
    _links: { self: `${session.baseUrl}/rest/api/user?accountId=${encodeURIComponent(user.accountId)}` },
  };
}

/** Only an administrator may administer the application; that is how the app knows one. */
function siteOperations(session: Session, user: UserRecord): readonly JsonObject[] {
  if (!user.access) return [];
  const use = { operation: 'use', targetType: 'application' };
  if (user.accountType === 'app') return [use];
  const member = [use, { operation: 'create_space', targetType: 'application' }];
  if (!isSiteAdmin(session.tables, user.accountId)) return member;
  return [...member, { operation: 'administer', targetType: 'application' }];
}

/** As v2 shows a user. */
export function v2UserJson(session: Session, user: UserRecord): JsonObject {
  const spaceId =
    user.personalSpaceKey === undefined
      ? undefined
      : session.tables.index.get(['space-key', user.personalSpaceKey]);
  return {
    displayName: user.displayName,
    isExternalCollaborator: false,
    accountStatus: user.active ? 'active' : 'inactive',
    accountId: user.accountId,
    email: '',
    accountType: user.accountType,
    publicName: user.publicName,
    profilePicture: { path: picturePath(user), isDefault: false },
    ...(typeof spaceId === 'string' ? { personalSpaceId: spaceId } : {}),
  };
}

function picturePath(user: UserRecord): string {
  return `/wiki/aa-avatar/${user.accountId}`;
}

export function groupJson(session: Session, group: GroupRecord): JsonObject {
  return {
    type: 'group',
    name: group.name,
    id: group.id,
    _links: { self: `${session.baseUrl}/rest/api/group/by-id?id=${encodeURIComponent(group.id)}` },
  };
}
