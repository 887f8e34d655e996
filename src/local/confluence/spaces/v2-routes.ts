// REST v2 for spaces: list, create, read.

import * as v from 'valibot';

import type { JsonObject } from '../../../core/json';
import { propertiesOf } from '../content/includes';
import { labelJson } from '../events/parts';
import type { Input, Operation } from '../http/operation';
import { created, flag, listParam, ok, param } from '../http/operation';
import { v2Page } from '../http/paging';
import { parseBody } from '../http/parse-body';
import { badRequest } from '../http/refusal';
import type { SpaceRecord } from '../model/space';
import { hasSpaceLevel } from '../permissions/access';
import { requireSpace } from '../permissions/require';
import { labelsOf } from '../relations';
import type { Session } from '../session';
import { listAll } from '../tables';
import { createSpace } from './store';
import { spaceOperations, permissionsOf } from './permissions-json';
import { spacePropertyJson } from './property-json';

const CreateSchema = v.object({
  name: v.string(),
  key: v.optional(v.string()),
  alias: v.optional(v.string()),
  description: v.optional(v.object({ value: v.string(), representation: v.optional(v.string()) })),
  createPrivateSpace: v.optional(v.boolean(), false),
});

const READ = [['read:space:confluence']];

export const v2SpaceOperations: readonly Operation[] = [
  {
    id: 'getSpaces',
    method: 'GET',
    path: '/wiki/api/v2/spaces',
    version: 2,
    scopes: READ,
    perform: (input, session) =>
      v2Page(input, session, visibleSpaces(input, session), (space) => bulkJson(input, session, space)),
  },
  {
    id: 'createSpace',
    method: 'POST',
    path: '/wiki/api/v2/spaces',
    version: 2,
    scopes: [['write:space:confluence']],
    perform: (input, session) => {
      const written = parseBody(input, CreateSchema);
      const space = createSpace(session, {
        key: written.key ?? written.alias ?? keyFrom(written.name),
        name: written.name,
        description: written.description?.value ?? '',
        type: 'global',
        isPrivate: written.createPrivateSpace,
        ...(written.alias === undefined ? {} : { alias: written.alias }),
      });
      return created({
        ...bulkJson(input, session, space),
        _links: { ...links(space), base: session.baseUrl },
      });
    },
  },
  {
    id: 'getSpaceById',
    method: 'GET',
    path: '/wiki/api/v2/spaces/{id}',
    version: 2,
    scopes: READ,
    perform: (input, session) => {
      const space = requireSpace(session, param(input, 'id'));
      return ok({
        ...bulkJson(input, session, space),
        ...included(input, session, space),
        _links: { ...links(space), base: session.baseUrl },
      });
    },
  },
];

/** A key made of the letters of the name, for requests that give none. */
function keyFrom(name: string): string {
  const letters = name.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
  if (letters === '') throw badRequest('Either key or alias is required for this name');
  return letters;
}

function visibleSpaces(input: Input, session: Session): readonly SpaceRecord[] {
  const wants = (name: string, value: string): boolean => {
    const asked = listParam(input, name);
    return asked.length === 0 || asked.includes(value);
  };
  const labels = listParam(input, 'labels');
  const spaces = listAll(session.tables.spaces)
    .filter((space) => hasSpaceLevel(session.tables, session.actor.accountId, space, 'view'))
    .filter(
      ({ id, key, type, status }) =>
        wants('ids', id) && wants('keys', key) && wants('type', type) && wants('status', status),
    )
    .filter(({ id }) => {
      const names = labelsOf(session.tables, `space:${id}`).map(({ name }) => name);
      return labels.length === 0 || labels.some((label) => names.includes(label));
    });
  return sorted(spaces, input.query.get('sort') ?? 'id');
}

function sorted(spaces: readonly SpaceRecord[], sort: string): readonly SpaceRecord[] {
  const orders: { readonly [name: string]: (a: SpaceRecord, b: SpaceRecord) => number } = {
    id: (a, b) => Number(a.id) - Number(b.id),
    key: (a, b) => a.key.localeCompare(b.key),
    name: (a, b) => a.name.localeCompare(b.name),
  };
  const order = orders[sort.replace(/^-/, '')];
  if (order === undefined) throw badRequest(`Provided value for 'sort' is not valid: ${sort}`);
  const result = spaces.toSorted(order);
  return sort.startsWith('-') ? result.toReversed() : result;
}

function bulkJson(input: Input, session: Session, space: SpaceRecord): JsonObject {
  const format = input.query.get('description-format');
  return {
    id: space.id,
    key: space.key,
    alias: space.alias,
    name: space.name,
    type: space.type,
    status: space.status,
    authorId: space.createdBy,
    createdAt: space.createdAt,
    ...(space.homepageId === undefined ? {} : { homepageId: space.homepageId }),
    ...(format === null ? {} : { description: descriptionJson(space, format) }),
    ...(flag(input, 'include-icon') ? { icon: iconJson(session) } : {}),
    _links: links(space),
  };
}

function descriptionJson(space: SpaceRecord, format: string): JsonObject {
  if (format !== 'plain' && format !== 'view') {
    throw badRequest(`Provided value for 'description-format' is not valid: ${format}`);
  }
  return { [format]: { representation: format, value: space.description } };
}

function iconJson(session: Session): JsonObject {
  const path = '/images/logo/default-space-logo-256.png';
  return { path, apiDownloadLink: `${session.baseUrl}${path}` };
}

function links(space: SpaceRecord): JsonObject {
  return { webui: `/spaces/${space.key}` };
}

function included(input: Input, session: Session, space: SpaceRecord): JsonObject {
  const self = `${session.baseUrl}/api/v2/spaces/${space.id}`;
  const lists: readonly (readonly [string, () => readonly JsonObject[]])[] = [
    ['labels', () => labelsOf(session.tables, `space:${space.id}`).map(labelJson)],
    ['properties', () => propertiesOf(session.tables, `space:${space.id}`).map(spacePropertyJson)],
    ['operations', () => spaceOperations(session, space)],
    ['permissions', () => permissionsOf(space)],
  ];
  const asked = lists.filter(([name]) => flag(input, `include-${name}`));
  return Object.fromEntries(
    asked.map(([name, list]) => [
      name,
      { results: list(), meta: { hasMore: false }, _links: { self: `${self}/${name}` } },
    ]),
  );
}
