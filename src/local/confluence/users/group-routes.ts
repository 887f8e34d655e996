// REST v1 for groups: lists, members, and, for administrators, making and removing them.

import * as v from 'valibot';

import { groupEvent } from '../events/people-events';
import type { Input, Operation } from '../http/operation';
import { created, NO_CONTENT, ok, param } from '../http/operation';
import { v1Page } from '../http/paging';
import { parseBody } from '../http/parse-body';
import { badRequest, Refusal } from '../http/refusal';
import type { GroupRecord } from '../model/user';
import { ADMINS_GROUP, groupIdOf } from '../model/user';
import { requireSiteAdmin } from '../permissions/require';
import type { Session } from '../session';
import { listAll } from '../tables';
import { groupJson, v1UserJson } from './json';
import { requireUser } from './routes';

const NameSchema = v.object({ name: v.pipe(v.string(), v.trim(), v.nonEmpty()) });
const AccountSchema = v.object({ accountId: v.string() });

const READ = [['read:confluence-groups'], ['read:group:confluence']];
const WRITE = [['write:confluence-groups'], ['write:group:confluence']];
const ROOT = '/wiki/rest/api/group';
/** v1's lists of users and groups give 200 unless asked, and never more. [Confluence REST v1 description] */
const LIMITS = { fallback: 200, max: 200 };

export const groupOperations: readonly Operation[] = [
  {
    id: 'getGroups',
    method: 'GET',
    path: ROOT,
    version: 1,
    scopes: READ,
    perform: (input, session) => {
      const accessType = input.query.get('accessType');
      const onlyAdmins = accessType === 'admin' || accessType === 'site-admin';
      return list(input, session, (group) => !onlyAdmins || group.name === ADMINS_GROUP);
    },
  },
  {
    id: 'getGroupByGroupId',
    method: 'GET',
    path: `${ROOT}/by-id`,
    version: 1,
    scopes: READ,
    perform: (input, session) => ok(groupJson(session, requireGroup(session, input.query.get('id')))),
  },
  {
    id: 'getGroupByQueryParam',
    method: 'GET',
    path: `${ROOT}/by-name`,
    version: 1,
    scopes: READ,
    perform: (input, session) => {
      const name = input.query.get('name') ?? '';
      return ok(groupJson(session, requireGroup(session, groupIdOf(name))));
    },
  },
  {
    id: 'searchGroups',
    method: 'GET',
    path: `${ROOT}/picker`,
    version: 1,
    scopes: READ,
    perform: (input, session) => {
      const query = (input.query.get('query') ?? '').toLowerCase();
      return list(input, session, ({ name }) => name.toLowerCase().includes(query));
    },
  },
  {
    id: 'getGroupMembersByGroupId',
    method: 'GET',
    path: `${ROOT}/{groupId}/membersByGroupId`,
    version: 1,
    scopes: READ,
    perform: (input, session) => {
      if (Number(input.query.get('limit')) > LIMITS.max)
        throw badRequest(`The limit may be at most ${LIMITS.max}`);
      const group = requireGroup(session, param(input, 'groupId'));
      const users = group.members.flatMap((id) => session.tables.users.get(id) ?? []);
      return ok(v1Page(input, session, users, (user) => v1UserJson(session, user), LIMITS));
    },
  },
  {
    id: 'createGroup',
    method: 'POST',
    path: ROOT,
    version: 1,
    scopes: WRITE,
    perform: (input, session) => {
      requireSiteAdmin(session);
      const { name } = parseBody(input, NameSchema);
      const group: GroupRecord = { id: groupIdOf(name), name, members: [] };
      if (session.tables.groups.get(group.id) !== undefined)
        throw badRequest(`A group named ${name} already exists`);
      session.tables.groups.put(group.id, group);
      session.publish(groupEvent('created', group));
      return created(groupJson(session, group));
    },
  },
  {
    id: 'removeGroupById',
    method: 'DELETE',
    path: `${ROOT}/by-id`,
    version: 1,
    scopes: WRITE,
    perform: (input, session) => {
      requireSiteAdmin(session);
      const group = requireGroup(session, input.query.get('id'));
      session.tables.groups.remove(group.id);
      session.publish(groupEvent('deleted', group));
      return NO_CONTENT;
    },
  },
  {
    id: 'addUserToGroupByGroupId',
    method: 'POST',
    path: `${ROOT}/userByGroupId`,
    version: 1,
    scopes: WRITE,
    perform: (input, session) => {
      requireSiteAdmin(session);
      const group = requireGroup(session, input.query.get('groupId'));
      const { accountId } = parseBody(input, AccountSchema);
      if (session.tables.users.get(accountId) === undefined)
        throw badRequest(`No user found with account ID: ${accountId}`);
      setMembers(session, group, [...group.members.filter((id) => id !== accountId), accountId]);
      return { status: 201 };
    },
  },
  {
    id: 'removeMemberFromGroupByGroupId',
    method: 'DELETE',
    path: `${ROOT}/userByGroupId`,
    version: 1,
    scopes: WRITE,
    perform: (input, session) => {
      requireSiteAdmin(session);
      const group = requireGroup(session, input.query.get('groupId'));
      const { accountId } = requireUser(session, input);
      setMembers(
        session,
        group,
        group.members.filter((id) => id !== accountId),
      );
      return NO_CONTENT;
    },
  },
];

function list(
  input: Input,
  session: Session,
  wants: (group: GroupRecord) => boolean,
): ReturnType<Operation['perform']> {
  const groups = listAll(session.tables.groups).filter(wants);
  return ok(v1Page(input, session, groups, (group) => groupJson(session, group), LIMITS));
}

function requireGroup(session: Session, id: string | null): GroupRecord {
  const group = id === null ? undefined : session.tables.groups.get(id);
  if (group === undefined) throw new Refusal(404, `No group found with id: ${id ?? ''}`);
  return group;
}

function setMembers(session: Session, group: GroupRecord, members: readonly string[]): void {
  session.tables.groups.put(group.id, { ...group, members });
}
