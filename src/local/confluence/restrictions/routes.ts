// REST v1 for restrictions: read, replace, add, remove all; and one user or group of one operation.

import * as v from 'valibot';

import type { Input, Operation, Reply } from '../http/operation';
import { ok, param } from '../http/operation';
import { parseBody } from '../http/parse-body';
import { badRequest, Refusal } from '../http/refusal';
import type { RestrictableRecord, Restrictions, Subjects } from '../model/content';
import { isRestrictable } from '../model/content';
import { groupIdOf } from '../model/user';
import { noContentFound, requireAnyContent, requireAnyEditable } from '../permissions/require';
import type { Session } from '../session';
import { restrictionJson, restrictionsJson } from './json';
import { addSubjects, NOBODY, removeSubject, replaceRestrictions, RESTRICTION_OPERATIONS } from './store';
import type { RestrictionOperation } from './store';

const UserSchema = v.object({ accountId: v.string() });
const GroupSchema = v.object({ id: v.optional(v.string()), name: v.optional(v.string()) });
const EntrySchema = v.object({
  operation: v.picklist(['read', 'update']),
  restrictions: v.object({
    user: v.optional(v.union([v.array(UserSchema), v.object({ results: v.array(UserSchema) })]), []),
    group: v.optional(v.union([v.array(GroupSchema), v.object({ results: v.array(GroupSchema) })]), []),
  }),
});
const WriteSchema = v.union([v.array(EntrySchema), v.object({ results: v.array(EntrySchema) })]);

const READ = [['read:confluence-content.all'], ['read:content.restriction:confluence']];
const WRITE = [
  ['write:confluence-content'],
  ['read:content.restriction:confluence', 'write:content.restriction:confluence'],
];
const ALL = '/wiki/rest/api/content/{id}/restriction';
const ONE = `${ALL}/byOperation/{operationKey}`;

export const restrictionOperations: readonly Operation[] = [
  all('getRestrictions', 'GET', (_input, session, content) => restrictionsJson(session, content)),
  all('updateRestrictions', 'PUT', (input, session, content) =>
    restrictionsJson(session, replaceRestrictions(session, content, readRestrictions(input))),
  ),
  all('addRestrictions', 'POST', (input, session, content) =>
    restrictionsJson(session, addSubjects(session, content, readRestrictions(input))),
  ),
  all('deleteRestrictions', 'DELETE', (_input, session, content) =>
    restrictionsJson(session, replaceRestrictions(session, content, {})),
  ),
  {
    id: 'getRestrictionsByOperation',
    method: 'GET',
    path: `${ALL}/byOperation`,
    version: 1,
    scopes: READ,
    perform: (input, session) => {
      const content = restrictable(requireAnyContent(session, param(input, 'id')));
      return ok(
        Object.fromEntries(
          RESTRICTION_OPERATIONS.map((operation) => [
            operation,
            restrictionJson(session, content, operation),
          ]),
        ),
      );
    },
  },
  {
    id: 'getRestrictionsForOperation',
    method: 'GET',
    path: ONE,
    version: 1,
    scopes: READ,
    perform: (input, session) => {
      const content = restrictable(requireAnyContent(session, param(input, 'id')));
      return ok(restrictionJson(session, content, readOperation(input)));
    },
  },
  one('getContentRestrictionStatusForUser', 'GET', 'user', (_session, _content, operation, subjects, id) => {
    if (!subjects.users.includes(id))
      throw new Refusal(404, `The ${operation} restriction does not apply to the user`);
  }),
  one('addUserToContentRestriction', 'PUT', 'user', (session, content, operation, _subjects, id) =>
    addSubjects(session, content, { [operation]: { users: [id], groups: [] } }),
  ),
  one('removeUserFromContentRestriction', 'DELETE', 'user', (session, content, operation, subjects, id) => {
    if (!subjects.users.includes(id)) throw new Refusal(404, 'The restriction to be deleted does not exist');
    removeSubject(session, content, operation, { user: id });
  }),
  one(
    'getIndividualGroupRestrictionStatusByGroupId',
    'GET',
    'byGroupId/{groupId}',
    (_session, _content, operation, subjects, id) => {
      if (!subjects.groups.includes(id))
        throw new Refusal(404, `The ${operation} restriction does not apply to the group`);
    },
  ),
  one(
    'addGroupToContentRestrictionByGroupId',
    'PUT',
    'byGroupId/{groupId}',
    (session, content, operation, _subjects, id) =>
      addSubjects(session, content, { [operation]: { users: [], groups: [id] } }),
  ),
  one(
    'removeGroupFromContentRestriction',
    'DELETE',
    'byGroupId/{groupId}',
    (session, content, operation, subjects, id) => {
      if (!subjects.groups.includes(id))
        throw new Refusal(404, 'The restriction to be deleted does not exist');
      removeSubject(session, content, operation, { group: id });
    },
  ),
];

function all(
  id: string,
  method: Operation['method'],
  work: (input: Input, session: Session, content: RestrictableRecord) => ReturnType<typeof restrictionsJson>,
): Operation {
  const find = method === 'GET' ? requireAnyContent : requireAnyEditable;
  return {
    id,
    method,
    path: ALL,
    version: 1,
    scopes: method === 'GET' ? READ : WRITE,
    perform: (input, session) => ok(work(input, session, restrictable(find(session, param(input, 'id'))))),
  };
}

type OneWork = (
  session: Session,
  content: RestrictableRecord,
  operation: RestrictionOperation,
  subjects: Subjects,
  id: string,
) => unknown;

/** An operation on one user or group; its answers are empty. */
function one(id: string, method: Operation['method'], path: string, work: OneWork): Operation {
  const find = method === 'GET' ? requireAnyContent : requireAnyEditable;
  return {
    id,
    method,
    path: `${ONE}/${path}`,
    version: 1,
    scopes: method === 'GET' ? READ : WRITE,
    perform: (input, session): Reply => {
      const content = restrictable(find(session, param(input, 'id')));
      const operation = readOperation(input);
      const subject = path === 'user' ? input.query.get('accountId') : param(input, 'groupId');
      if (subject === null || subject === '') throw badRequest('Query parameter "accountId" is required');
      work(session, content, operation, content.restrictions?.[operation] ?? NOBODY, subject);
      return { status: 200 };
    },
  };
}

function restrictable(content: Parameters<typeof isRestrictable>[0]): RestrictableRecord {
  if (!isRestrictable(content)) throw noContentFound(content.id);
  return content;
}

function readOperation(input: Input): RestrictionOperation {
  const operation = RESTRICTION_OPERATIONS.find((known) => known === param(input, 'operationKey'));
  if (operation === undefined) throw new Refusal(404, `Invalid operation: ${param(input, 'operationKey')}`);
  return operation;
}

function readRestrictions(input: Input): Restrictions {
  const written = parseBody(input, WriteSchema);
  const entries = Array.isArray(written) ? written : written.results;
  return Object.fromEntries(
    entries.map(({ operation, restrictions: { user, group } }) => {
      const users = Array.isArray(user) ? user : user.results;
      const groups = Array.isArray(group) ? group : group.results;
      return [operation, { users: users.map(({ accountId }) => accountId), groups: groups.map(groupId) }];
    }),
  );
}

function groupId({ id, name }: v.InferOutput<typeof GroupSchema>): string {
  if (id !== undefined) return id;
  if (name === undefined) throw badRequest('A group needs an id or a name');
  return groupIdOf(name);
}
