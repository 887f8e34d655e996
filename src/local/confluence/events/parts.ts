// The parts that event payloads share: images, users, spaces, versions, histories, labels. Shapes are those of
// Atlassian's events reference. Personal data (names, e-mail) is the accountId, as Atlassian fills it.

import type { JsonObject } from '../../../core/json';
import type { ContentRecord } from '../model/content';
import { isRestrictable } from '../model/content';
import type { LabelRecord } from '../model/records';
import type { SpaceRecord } from '../model/space';
import type { Tables } from '../tables';

/** Pixels of the pictures in payloads. */
const PICTURE_SIZE = 48;

function pictureJson(path: string): JsonObject {
  return { path, width: PICTURE_SIZE, height: PICTURE_SIZE, isDefault: false };
}

/** A user as events show one. */
export function userJson(tables: Tables, accountId: string): JsonObject {
  const user = tables.users.get(accountId);
  return {
    type: user === undefined ? 'unknown' : 'known',
    username: accountId,
    accountId,
    accountType: user?.accountType ?? 'atlassian',
    email: accountId,
    publicName: accountId,
    profilePicture: pictureJson(`/wiki/aa-avatar/${accountId}`),
    displayName: accountId,
    isExternalCollaborator: false,
  };
}

/** A space as events show one; its id is a number. */
export function spaceJson(space: SpaceRecord): JsonObject {
  return {
    id: Number(space.id),
    key: space.key,
    alias: space.alias,
    name: space.name,
    icon: pictureJson('/images/logo/default-space-logo-256.png'),
    type: space.type,
    status: space.status,
  };
}

function historyJson(tables: Tables, content: ContentRecord): JsonObject {
  return {
    latest: true,
    createdBy: userJson(tables, content.createdBy),
    ...(isRestrictable(content) ? { ownedBy: userJson(tables, content.ownerId) } : {}),
    createdDate: content.createdAt,
  };
}

function versionJson(tables: Tables, content: ContentRecord): JsonObject {
  const { by, when, number } = content.version;
  return { by: userJson(tables, by), when, number };
}

export function labelJson({ id, name, prefix }: LabelRecord): JsonObject {
  return { id, name, prefix };
}

/** The fields that every content has in every payload. */
export function contentJson(tables: Tables, content: ContentRecord): JsonObject {
  const space = tables.spaces.get(content.spaceId);
  return {
    id: content.id,
    type: content.type === 'custom_content' ? content.customType : content.type,
    ...(content.type === 'page' && content.subType !== undefined ? { subType: content.subType } : {}),
    status: content.status,
    title: content.title,
    ...(space === undefined ? {} : { space: spaceJson(space) }),
    history: historyJson(tables, content),
    version: versionJson(tables, content),
  };
}
