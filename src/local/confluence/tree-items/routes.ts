// REST v2 for whiteboards, databases, Smart Links and folders: create, read, trash. The four have the same routes.

import * as v from 'valibot';

import type { JsonObject } from '../../../core/json';
import { includes, versionJson } from '../content/includes';
import type { Input, Operation } from '../http/operation';
import { flag, NO_CONTENT, ok, param } from '../http/operation';
import { parseBody } from '../http/parse-body';
import { notFound } from '../http/refusal';
import type { TreeItemRecord, TreeItemType } from '../model/content';
import { requireContent, requireEditable, requireSpace, spaceOf } from '../permissions/require';
import type { Session } from '../session';
import { createTreeItem, trashTreeItem } from './store';

const CreateSchema = v.object({
  spaceId: v.pipe(v.string(), v.nonEmpty()),
  title: v.optional(v.string(), ''),
  parentId: v.optional(v.string()),
  embedUrl: v.optional(v.string()),
  templateKey: v.optional(v.string()),
  locale: v.optional(v.string()),
});

const KINDS: readonly { readonly type: TreeItemType; readonly path: string; readonly name: string }[] = [
  { type: 'whiteboard', path: 'whiteboards', name: 'Whiteboard' },
  { type: 'database', path: 'databases', name: 'Database' },
  { type: 'embed', path: 'embeds', name: 'SmartLink' },
  { type: 'folder', path: 'folders', name: 'Folder' },
];

export const treeItemOperations: readonly Operation[] = KINDS.flatMap(({ type, path, name }) => {
  const root = `/wiki/api/v2/${path}`;
  const one = `${root}/{id}`;
  const scope = (verb: string): Operation['scopes'] => [[`${verb}:${type}:confluence`]];
  const operations: readonly Operation[] = [
    {
      id: `create${name}`,
      method: 'POST',
      path: root,
      version: 2,
      scopes: scope('write'),
      perform: create(type),
    },
    {
      id: `get${name}ById`,
      method: 'GET',
      path: one,
      version: 2,
      scopes: scope('read'),
      perform: read(type),
    },
    {
      id: `delete${name}`,
      method: 'DELETE',
      path: one,
      version: 2,
      scopes: scope('delete'),
      perform: remove(type),
    },
  ];
  return operations;
});

function create(type: TreeItemType): Operation['perform'] {
  return (input, session) => {
    const { spaceId, title, parentId, embedUrl } = parseBody(input, CreateSchema);
    const item = createTreeItem(session, requireSpace(session, spaceId, 'edit'), {
      type,
      title,
      isPrivate: flag(input, 'private'),
      ...(parentId === undefined ? {} : { parentId }),
      ...(type === 'embed' && embedUrl !== undefined ? { embedUrl } : {}),
    });
    return ok(itemJson(input, session, item));
  };
}

function read(type: TreeItemType): Operation['perform'] {
  return (input, session) => {
    const item = requireContent(session, param(input, 'id'), [type]);
    if (item.status !== 'current') throw notFound();
    return ok(itemJson(input, session, item));
  };
}

function remove(type: TreeItemType): Operation['perform'] {
  return (input, session) => {
    const item = requireEditable(session, param(input, 'id'), [type]);
    if (item.status !== 'current') throw notFound();
    trashTreeItem(session, item);
    return NO_CONTENT;
  };
}

/** An item as v2 shows it. */
function itemJson(input: Input, session: Session, item: TreeItemRecord): JsonObject {
  const { id, type, status, title, position, createdBy, ownerId, createdAt, version } = item;
  const { key } = spaceOf(session, item);
  const self = `${session.baseUrl}/api/v2/${type}s/${id}`;
  return {
    id,
    type,
    status,
    title,
    // Atlassian describes these as strings and answers null at the root of a space.
    parentId: item.parentId ?? null,
    parentType: item.parentType ?? null,
    position,
    authorId: createdBy,
    ownerId,
    createdAt,
    spaceId: item.spaceId,
    ...(item.embedUrl === undefined ? {} : { embedUrl: item.embedUrl }),
    version: versionJson(version),
    ...includes(input, session, item, self),
    _links: { webui: `/spaces/${key}/${type}/${id}`, base: session.baseUrl },
  };
}
