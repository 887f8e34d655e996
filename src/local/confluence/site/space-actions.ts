// Site actions on spaces, templates, people and the search field.

import * as v from 'valibot';

import { userEvent, searchEvent } from '../events/people-events';
import type { Operation } from '../http/operation';
import { created, NO_CONTENT, ok, param } from '../http/operation';
import { parseBody } from '../http/parse-body';
import { badRequest, notFound } from '../http/refusal';
import { add, remove } from '../labels/v1-routes';
import { SPACE_LEVELS } from '../model/space';
import type { SpaceGrant } from '../model/space';
import type { UserRecord } from '../model/user';
import { USERS_GROUP, groupIdOf } from '../model/user';
import { requireSiteAdmin, requireSpaceByKey } from '../permissions/require';
import { findByCql } from '../search/routes';
import type { Session } from '../session';
import { newId } from '../session';
import { setGrants } from '../spaces/store';
import { listAll } from '../tables';
import { checkMayWrite, requireTemplate } from '../templates/store';
import { hostOperation } from './host-operation';

const GrantsSchema = v.object({
  grants: v.array(
    v.object({
      principalType: v.picklist(['user', 'group']),
      principalId: v.string(),
      level: v.picklist(SPACE_LEVELS),
    }),
  ),
});
const NewUserSchema = v.object({ displayName: v.pipe(v.string(), v.trim(), v.nonEmpty()) });
const UserChangeSchema = v.object({ active: v.optional(v.boolean()), access: v.optional(v.boolean()) });
const SearchSchema = v.object({ query: v.string() });

const TEMPLATE_LABELS = '/_host/site/templates/{id}/labels';
const SPACE_PERMISSIONS = '/_host/site/spaces/{key}/permissions';

export const spaceActions: readonly Operation[] = [
  hostOperation('POST', TEMPLATE_LABELS, (input, session) => {
    const template = requireTemplate(session, param(input, 'id'));
    checkMayWrite(session, template.spaceId);
    return add(input, session, { kind: 'template', template });
  }),
  hostOperation('DELETE', TEMPLATE_LABELS, (input, session) => {
    const template = requireTemplate(session, param(input, 'id'));
    checkMayWrite(session, template.spaceId);
    return remove(session, { kind: 'template', template }, input.query.get('name') ?? '');
  }),
  hostOperation('GET', SPACE_PERMISSIONS, (input, session) => {
    const { grants } = requireSpaceByKey(session, param(input, 'key'));
    return ok({ grants: grants.map((grant) => ({ ...grant })) });
  }),
  hostOperation('PUT', SPACE_PERMISSIONS, (input, session) => {
    const space = requireSpaceByKey(session, param(input, 'key'), 'admin');
    const { grants } = parseBody(input, GrantsSchema);
    checkGrants(session, grants);
    setGrants(session, space, grants);
    return NO_CONTENT;
  }),
  hostOperation('POST', '/_host/site/users', (input, session) => {
    requireSiteAdmin(session);
    return created({ accountId: addUser(session, parseBody(input, NewUserSchema).displayName) });
  }),
  hostOperation('PUT', '/_host/site/users/{accountId}', (input, session) => {
    requireSiteAdmin(session);
    const user = requireUser(session, param(input, 'accountId'));
    const { active = user.active, access = user.access } = parseBody(input, UserChangeSchema);
    session.tables.users.put(user.accountId, { ...user, active, access });
    return NO_CONTENT;
  }),
  hostOperation('DELETE', '/_host/site/users/{accountId}', (input, session) => {
    requireSiteAdmin(session);
    removeUser(session, requireUser(session, param(input, 'accountId')));
    return NO_CONTENT;
  }),
  hostOperation('POST', '/_host/site/search', (input, session) => {
    const { query } = parseBody(input, SearchSchema);
    const quoted = query.replace(/["\\]/g, ' ');
    const found = findByCql(session, `siteSearch ~ "${quoted}"`);
    session.publish(searchEvent(query, session.actor.accountType, found.length));
    return ok({ results: found.map(({ id, type, title }) => ({ id, type, title })) });
  }),
];

function checkGrants(session: Session, grants: readonly SpaceGrant[]): void {
  const { users, groups } = session.tables;
  const unknown = grants.find(
    ({ principalType, principalId }) =>
      (principalType === 'user' ? users : groups).get(principalId) === undefined,
  );
  if (unknown !== undefined)
    throw badRequest(`No ${unknown.principalType} found with id: ${unknown.principalId}`);
  if (!grants.some(({ level }) => level === 'admin')) throw badRequest('A space needs an administrator');
}

function addUser(session: Session, displayName: string): string {
  const { tables } = session;
  const accountId = `712020:${newId(tables)}`;
  const email = `${displayName.toLowerCase().replace(/[^a-z0-9]+/g, '.')}@example.com`;
  const user: UserRecord = {
    accountId,
    accountType: 'atlassian',
    displayName,
    publicName: displayName,
    email,
    active: true,
    access: true,
  };
  tables.users.put(accountId, user);
  const everybody = tables.groups.get(groupIdOf(USERS_GROUP));
  if (everybody !== undefined) {
    tables.groups.put(everybody.id, { ...everybody, members: [...everybody.members, accountId] });
  }
  session.publish(userEvent(tables, 'created', accountId));
  return accountId;
}

/** Deletes the account and its memberships; what the person wrote stays. */
function removeUser(session: Session, user: UserRecord): void {
  const { tables, actor } = session;
  if (user.accountType === 'app' || user.accountId === actor.accountId) {
    throw badRequest('Neither the app nor oneself can be deleted');
  }
  const event = userEvent(tables, 'deleted', user.accountId);
  for (const group of listAll(tables.groups)) {
    if (!group.members.includes(user.accountId)) continue;
    tables.groups.put(group.id, { ...group, members: group.members.filter((id) => id !== user.accountId) });
  }
  tables.users.remove(user.accountId);
  session.publish(event);
}

function requireUser(session: Session, accountId: string): UserRecord {
  const user = session.tables.users.get(accountId);
  if (user === undefined) throw notFound();
  return user;
}
