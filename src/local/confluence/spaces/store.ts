// Creating and changing spaces, and what is published then. It knows no HTTP.

import { spaceEvent } from '../events/space-events';
import { firstVersion, removeContent, saveContent } from '../content/store';
import { badRequest } from '../http/refusal';
import type { PageRecord } from '../model/content';
import type { SpaceGrant, SpaceRecord } from '../model/space';
import { ADMINS_GROUP, USERS_GROUP, groupIdOf } from '../model/user';
import { idsInSpace } from '../relations';
import type { Session } from '../session';
import { newId } from '../session';
import { APP_ACCOUNT_ID } from '../../ports';

export interface NewSpace {
  readonly key: string;
  readonly alias?: string;
  readonly name: string;
  readonly description: string;
  readonly type: SpaceRecord['type'];
  /** Lets in nobody but its creator, the administrators and the app. */
  readonly isPrivate: boolean;
}

/** Letters and digits, at most 255; `~` begins the key of a personal space. [Confluence] */
const SPACE_KEY = /^~?[A-Za-z0-9._:-]{1,255}$/;

/** Stores a space with its homepage and publishes the space. */
export function createSpace(session: Session, space: NewSpace): SpaceRecord {
  const { tables, actor, nowIso } = session;
  if (!SPACE_KEY.test(space.key)) throw badRequest(`Invalid space key: ${space.key}`);
  if (space.name.trim() === '') throw badRequest('The name of a space cannot be empty');
  if (tables.index.get(['space-key', space.key]) !== undefined) {
    throw badRequest(`A space already exists with key ${space.key}`);
  }
  const id = newId(tables);
  const homepageId = newId(tables);
  const record: SpaceRecord = {
    id,
    key: space.key,
    alias: space.alias ?? space.key,
    name: space.name,
    type: space.type,
    status: 'current',
    description: space.description,
    homepageId,
    createdAt: nowIso,
    createdBy: actor.accountId,
    grants: grantsFor(session, space.isPrivate),
    customStatesAllowed: true,
  };
  tables.spaces.put(id, record);
  tables.index.put(['space-key', space.key], id);
  saveContent(tables, homepage(session, record, homepageId));
  session.publish(spaceEvent(tables, 'created', record));
  return record;
}

function grantsFor(session: Session, isPrivate: boolean): readonly SpaceGrant[] {
  const own: readonly SpaceGrant[] = [
    { principalType: 'user', principalId: session.actor.accountId, level: 'admin' },
    { principalType: 'group', principalId: groupIdOf(ADMINS_GROUP), level: 'admin' },
    // Confluence lets an installed app into every space.
    { principalType: 'user', principalId: APP_ACCOUNT_ID, level: 'edit' },
  ];
  if (isPrivate) return own;
  return [...own, { principalType: 'group', principalId: groupIdOf(USERS_GROUP), level: 'edit' }];
}

/** Every space begins with a page of its name; making it is part of making the space and is not published. */
function homepage(session: Session, space: SpaceRecord, id: string): PageRecord {
  const { actor, nowIso } = session;
  return {
    type: 'page',
    id,
    status: 'current',
    title: space.type === 'personal' ? `${actor.displayName}’s home` : `${space.name} Home`,
    spaceId: space.id,
    createdAt: nowIso,
    createdBy: actor.accountId,
    ownerId: actor.accountId,
    version: firstVersion(session),
    position: 0,
    body: { storage: '<p>Welcome to this space.</p>' },
  };
}

export type SpaceChange = Partial<
  Pick<SpaceRecord, 'name' | 'description' | 'homepageId' | 'status' | 'type'>
>;

export function updateSpace(session: Session, before: SpaceRecord, change: SpaceChange): SpaceRecord {
  const after: SpaceRecord = { ...before, ...change };
  if (after.name.trim() === '') throw badRequest('The name of a space cannot be empty');
  session.tables.spaces.put(after.id, after);
  session.publish(spaceEvent(session.tables, 'updated', after));
  return after;
}

/** Replaces who may do what in a space. */
export function setGrants(session: Session, before: SpaceRecord, grants: readonly SpaceGrant[]): SpaceRecord {
  const after: SpaceRecord = { ...before, grants };
  session.tables.spaces.put(after.id, after);
  session.publish(spaceEvent(session.tables, 'permissions_updated', after));
  return after;
}

/** Removes a space with everything in it. What cascades is not published by itself. */
export function deleteSpace(session: Session, space: SpaceRecord): void {
  const { tables } = session;
  for (const id of idsInSpace(tables, space.id)) {
    const content = tables.content.get(id);
    if (content !== undefined) removeContent(tables, content);
  }
  tables.index.remove(['space-key', space.key]);
  tables.spaces.remove(space.id);
  session.publish(spaceEvent(tables, 'deleted', space));
}
