// REST for users: one, the current one, several, and their groups.

import * as v from 'valibot';

import type { Input, Operation } from '../http/operation';
import { listParam, ok } from '../http/operation';
import { v1Page } from '../http/paging';
import { parseBody } from '../http/parse-body';
import { badRequest, Refusal } from '../http/refusal';
import type { UserRecord } from '../model/user';
import type { Session } from '../session';
import { listAll } from '../tables';
import { groupJson, v1UserJson, v2UserJson } from './json';

const READ = [['read:confluence-user'], ['read:content-details:confluence']];
/** Most accounts in one request. [Confluence REST descriptions] */
const MAX_BULK = 250;
/** v1's lists of users and groups give 200 unless asked. [Confluence REST v1 description] */
const DEFAULT_LIMIT = 200;

const BulkSchema = v.object({ accountIds: v.pipe(v.array(v.string()), v.maxLength(MAX_BULK)) });

export const userOperations: readonly Operation[] = [
  {
    id: 'getCurrentUser',
    method: 'GET',
    path: '/wiki/rest/api/user/current',
    version: 1,
    scopes: READ,
    perform: (input, session) => ok(v1UserJson(session, session.actor, listParam(input, 'expand'))),
  },
  {
    id: 'getUser',
    method: 'GET',
    path: '/wiki/rest/api/user',
    version: 1,
    scopes: READ,
    perform: (input, session) =>
      ok(v1UserJson(session, requireUser(session, input), listParam(input, 'expand'))),
  },
  {
    id: 'getGroupMembershipsForUser',
    method: 'GET',
    path: '/wiki/rest/api/user/memberof',
    version: 1,
    scopes: [['read:confluence-user'], ['read:group:confluence', 'read:user:confluence']],
    perform: (input, session) => {
      const user = requireUser(session, input);
      const groups = listAll(session.tables.groups).filter(({ members }) => members.includes(user.accountId));
      return ok(
        v1Page(input, session, groups, (group) => groupJson(session, group), { fallback: DEFAULT_LIMIT }),
      );
    },
  },
  {
    id: 'getBulkUserLookup',
    method: 'GET',
    path: '/wiki/rest/api/user/bulk',
    version: 1,
    scopes: READ,
    perform: (input, session) => {
      const ids = listParam(input, 'accountId');
      if (ids.length === 0) throw badRequest('Query parameter "accountId" is required');
      const expand = listParam(input, 'expand');
      const users = findUsers(session, ids);
      return ok(
        v1Page(input, session, users, (user) => v1UserJson(session, user, expand), {
          fallback: DEFAULT_LIMIT,
        }),
      );
    },
  },
  {
    id: 'createBulkUserLookup',
    method: 'POST',
    path: '/wiki/api/v2/users-bulk',
    version: 2,
    scopes: [['read:user:confluence']],
    perform: (input, session) => {
      const { accountIds } = parseBody(input, BulkSchema);
      const results = findUsers(session, accountIds).map((user) => v2UserJson(session, user));
      return ok({ results, _links: { base: session.baseUrl } });
    },
  },
];

function findUsers(session: Session, ids: readonly string[]): readonly UserRecord[] {
  return ids.flatMap((id) => session.tables.users.get(id) ?? []);
}

/** The user that `?accountId=` names. */
export function requireUser(session: Session, input: Input): UserRecord {
  const accountId = input.query.get('accountId');
  if (accountId === null || accountId === '') throw badRequest('Query parameter "accountId" is required');
  const user = session.tables.users.get(accountId);
  if (user === undefined) throw new Refusal(404, `No user found with account ID: ${accountId}`);
  return user;
}
