// REST v2 for properties: the same five operations on everything that has properties.

import * as v from 'valibot';

import type { JsonValue } from '../../../core/json';
import { propertiesOf, propertyJson } from '../content/includes';
import type { Input, Operation, Reply } from '../http/operation';
import { created, NO_CONTENT, ok, param } from '../http/operation';
import { v2Page } from '../http/paging';
import { parseBody } from '../http/parse-body';
import { badRequest } from '../http/refusal';
import type { ContentType } from '../model/content';
import type { PropertyRecord } from '../model/records';
import { requireContent, requireEditable, requireSpace } from '../permissions/require';
import type { Session } from '../session';
import { spacePropertyJson } from '../spaces/property-json';
import { createProperty, deleteProperty, requireProperty, updateProperty } from './store';

/** What has properties, with the names that Atlassian gave to paths, parameters and operations. */
interface Owner {
  readonly path: string;
  /** Path parameter of the list's routes, and of those of one property. */
  readonly params: readonly [list: string, one: string];
  readonly type: ContentType | 'space';
  readonly name: string;
  /** Object of the scopes, as in `read:page:confluence`. */
  readonly scope: string;
}

const OWNERS: readonly Owner[] = [
  { path: 'pages', params: ['page-id', 'page-id'], type: 'page', name: 'Page', scope: 'page' },
  {
    path: 'blogposts',
    params: ['blogpost-id', 'blogpost-id'],
    type: 'blogpost',
    name: 'Blogpost',
    scope: 'page',
  },
  {
    path: 'comments',
    params: ['comment-id', 'comment-id'],
    type: 'comment',
    name: 'Comment',
    scope: 'comment',
  },
  {
    path: 'attachments',
    params: ['attachment-id', 'attachment-id'],
    type: 'attachment',
    name: 'Attachment',
    scope: 'attachment',
  },
  {
    path: 'custom-content',
    params: ['custom-content-id', 'custom-content-id'],
    type: 'custom_content',
    name: 'CustomContent',
    scope: 'custom-content',
  },
  {
    path: 'whiteboards',
    params: ['id', 'whiteboard-id'],
    type: 'whiteboard',
    name: 'Whiteboard',
    scope: 'whiteboard',
  },
  { path: 'databases', params: ['id', 'database-id'], type: 'database', name: 'Database', scope: 'database' },
  { path: 'embeds', params: ['id', 'embed-id'], type: 'embed', name: 'SmartLink', scope: 'embed' },
  { path: 'folders', params: ['id', 'folder-id'], type: 'folder', name: 'Folder', scope: 'folder' },
  { path: 'spaces', params: ['space-id', 'space-id'], type: 'space', name: 'Space', scope: 'space' },
];

const CreateSchema = v.object({ key: v.string(), value: v.unknown() });
const UpdateSchema = v.object({
  key: v.string(),
  value: v.unknown(),
  version: v.object({ number: v.pipe(v.number(), v.integer()), message: v.optional(v.string(), '') }),
});

export const propertyOperations: readonly Operation[] = OWNERS.flatMap(operationsOf);

function operationsOf(owner: Owner): readonly Operation[] {
  const [list, one] = owner.params;
  const many = `/wiki/api/v2/${owner.path}/{${list}}/properties`;
  const single = `/wiki/api/v2/${owner.path}/{${one}}/properties/{property-id}`;
  const read = [[`read:${owner.scope}:confluence`]];
  const write = [[`read:${owner.scope}:confluence`, `write:${owner.scope}:confluence`]];
  const v2 = { version: 2 } as const;
  const suffix = owner.type === 'space' ? '' : 'Content';
  return [
    {
      ...v2,
      id: `get${owner.name}${suffix}Properties`,
      method: 'GET',
      path: many,
      scopes: read,
      perform: (input, session) => {
        const ownerId = visibleOwner(session, owner, param(input, list));
        return v2Page(input, session, chosen(input, propertiesOf(session.tables, ownerId)), toJson(owner));
      },
    },
    {
      ...v2,
      id: `create${owner.name}Property`,
      method: 'POST',
      path: many,
      scopes: write,
      perform: (input, session) => {
        const ownerId = editableOwner(session, owner, param(input, list));
        const { key, value } = parseBody(input, CreateSchema);
        const json = toJson(owner)(createProperty(session, ownerId, key, toValue(value)));
        return owner.type === 'space' ? created(json) : ok(json);
      },
    },
    {
      ...v2,
      id: `get${owner.name}${suffix}PropertiesById`,
      method: 'GET',
      path: single,
      scopes: read,
      perform: (input, session) => {
        const ownerId = visibleOwner(session, owner, param(input, one));
        return ok(toJson(owner)(requireProperty(session.tables, ownerId, param(input, 'property-id'))));
      },
    },
    {
      ...v2,
      id: `update${owner.name}PropertyById`,
      method: 'PUT',
      path: single,
      scopes: write,
      perform: (input, session) => update(input, session, owner),
    },
    {
      ...v2,
      id: `delete${owner.name}PropertyById`,
      method: 'DELETE',
      path: single,
      scopes: write,
      perform: (input, session) => {
        const ownerId = editableOwner(session, owner, param(input, one));
        deleteProperty(session, requireProperty(session.tables, ownerId, param(input, 'property-id')));
        return NO_CONTENT;
      },
    },
  ];
}

function update(input: Input, session: Session, owner: Owner): Reply {
  const ownerId = editableOwner(session, owner, param(input, owner.params[1]));
  const before = requireProperty(session.tables, ownerId, param(input, 'property-id'));
  const { key, value, version } = parseBody(input, UpdateSchema);
  const change = { key, value: toValue(value), versionNumber: version.number, message: version.message };
  return ok(toJson(owner)(updateProperty(session, before, change)));
}

/** The body came as JSON text, so whatever it holds is JSON. */
function toValue(value: unknown): JsonValue {
  if (value === undefined) throw badRequest('The value of a property is required');
  return value as JsonValue;
}

function toJson(owner: Owner): typeof propertyJson {
  return owner.type === 'space' ? spacePropertyJson : propertyJson;
}

/** The key under which the owner's properties are kept. */
function visibleOwner(session: Session, owner: Owner, id: string): string {
  if (owner.type === 'space') return `space:${requireSpace(session, id).id}`;
  return requireContent(session, id, [owner.type]).id;
}

function editableOwner(session: Session, owner: Owner, id: string): string {
  if (owner.type === 'space') return `space:${requireSpace(session, id, 'edit').id}`;
  return requireEditable(session, id, [owner.type]).id;
}

/** What `key` and `sort` leave. */
function chosen(input: Input, properties: readonly PropertyRecord[]): readonly PropertyRecord[] {
  const key = input.query.get('key');
  const found = key === null ? properties : properties.filter((property) => property.key === key);
  return input.query.get('sort') === '-key' ? found.toReversed() : found;
}
