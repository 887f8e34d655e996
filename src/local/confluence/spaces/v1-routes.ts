// REST v1 for spaces: what v2 does not offer is changing and deleting them.

import * as v from 'valibot';

import type { Operation } from '../http/operation';
import { listParam, ok, param } from '../http/operation';
import { v1Page } from '../http/paging';
import { parseBody } from '../http/parse-body';
import { badRequest } from '../http/refusal';
import { hasSpaceLevel } from '../permissions/access';
import { requireSpaceByKey } from '../permissions/require';
import { listAll } from '../tables';
import { startLongTask } from '../long-tasks/store';
import { longTaskLink } from '../long-tasks/json';
import { createSpace, updateSpace } from './store';
import type { SpaceChange, NewSpace } from './store';
import { v1SpaceJson } from './v1-json';

const DescriptionSchema = v.object({ plain: v.object({ value: v.optional(v.string(), '') }) });

const CreateSchema = v.object({
  key: v.string(),
  name: v.string(),
  alias: v.optional(v.string()),
  description: v.optional(v.nullable(DescriptionSchema)),
});

const UpdateSchema = v.object({
  name: v.optional(v.nullable(v.string())),
  description: v.optional(v.nullable(DescriptionSchema)),
  homepage: v.optional(v.object({ id: v.union([v.string(), v.pipe(v.number(), v.transform(String))]) })),
  status: v.optional(v.nullable(v.picklist(['current', 'archived', 'CURRENT', 'ARCHIVED']))),
});

const READ = [['read:confluence-space.summary'], ['read:space-details:confluence']];
const WRITE = [['write:confluence-space'], ['write:space:confluence', 'read:space-details:confluence']];
const ONE = '/wiki/rest/api/space/{spaceKey}';

export const v1SpaceOperations: readonly Operation[] = [
  {
    id: 'getSpaces',
    method: 'GET',
    path: '/wiki/rest/api/space',
    version: 1,
    scopes: READ,
    perform: (input, session) => {
      const keys = listParam(input, 'spaceKey');
      const ids = listParam(input, 'spaceId');
      const type = input.query.get('type');
      const status = input.query.get('status');
      const spaces = listAll(session.tables.spaces)
        .filter((space) => hasSpaceLevel(session.tables, session.actor.accountId, space, 'view'))
        .filter((space) => keys.length === 0 || keys.includes(space.key))
        .filter((space) => ids.length === 0 || ids.includes(space.id))
        .filter((space) => type === null || space.type === type)
        .filter((space) => status === null || space.status === status);
      const expand = listParam(input, 'expand');
      return ok(v1Page(input, session, spaces, (space) => v1SpaceJson(session, space, expand)));
    },
  },
  create('createSpace', '/wiki/rest/api/space', false),
  create('createPrivateSpace', '/wiki/rest/api/space/_private', true),
  {
    id: 'getSpace',
    method: 'GET',
    path: ONE,
    version: 1,
    scopes: READ,
    perform: (input, session) => {
      const space = requireSpaceByKey(session, param(input, 'spaceKey'));
      return ok(v1SpaceJson(session, space, listParam(input, 'expand')));
    },
  },
  {
    id: 'updateSpace',
    method: 'PUT',
    path: ONE,
    version: 1,
    scopes: WRITE,
    perform: (input, session) => {
      const space = requireSpaceByKey(session, param(input, 'spaceKey'), 'admin');
      const { name, description, homepage, status } = parseBody(input, UpdateSchema);
      if (homepage !== undefined && session.tables.content.get(homepage.id)?.spaceId !== space.id) {
        throw badRequest(`The homepage ${homepage.id} is not in the space`);
      }
      const change: SpaceChange = {
        ...(typeof name === 'string' ? { name } : {}),
        ...(description ? { description: description.plain.value } : {}),
        ...(homepage === undefined ? {} : { homepageId: homepage.id }),
        ...(typeof status === 'string'
          ? { status: status.toLowerCase() === 'archived' ? 'archived' : 'current' }
          : {}),
      };
      return ok(v1SpaceJson(session, updateSpace(session, space, change), ['description']));
    },
  },
  {
    id: 'deleteSpace',
    method: 'DELETE',
    path: ONE,
    version: 1,
    scopes: [['write:confluence-space'], ['delete:space:confluence']],
    perform: (input, session) => {
      const space = requireSpaceByKey(session, param(input, 'spaceKey'), 'admin');
      const task = startLongTask(session, { kind: 'delete-space', subjectIds: [space.id], settings: {} });
      return { status: 202, body: longTaskLink(task) };
    },
  },
];

function create(id: string, path: string, isPrivate: boolean): Operation {
  return {
    id,
    method: 'POST',
    path,
    version: 1,
    scopes: WRITE,
    perform: (input, session) => {
      const { key, name, alias, description } = parseBody(input, CreateSchema);
      const space: NewSpace = {
        key,
        name,
        description: description?.plain.value ?? '',
        type: key.startsWith('~') ? 'personal' : 'global',
        isPrivate,
        ...(alias === undefined ? {} : { alias }),
      };
      return ok(v1SpaceJson(session, createSpace(session, space), ['description']));
    },
  };
}
