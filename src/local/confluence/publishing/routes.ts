// REST v2 for pages and blog posts: list, create, read, update, rename, delete. Both have the same routes.
// It reads requests and writes answers; write.ts and trash.ts do the work.

import * as v from 'valibot';

import type { Operation } from '../http/operation';
import { flag, NO_CONTENT, ok, param } from '../http/operation';
import { v2Page } from '../http/paging';
import { parseBody } from '../http/parse-body';
import { badRequest, notFound, Refusal } from '../http/refusal';
import type { Input } from '../http/operation';
import { canEdit } from '../permissions/access';
import { requireContent, requireEditable, requireSpace, spaceOf } from '../permissions/require';
import type { Session } from '../session';
import { BodyWriteSchema, EMPTY_BODY, readBodyFormat, toBody } from '../storage-format/body';
import { bulkJson, singleJson } from './json';
import { listPublished, readStatuses } from './list';
import { deleteContent } from './trash';
import { createBlogPost, createPage, renameContent, updateContent } from './write';
import type { Change, NewContent, Published } from './write';
import { versionsOf } from '../content/store';

const CreateSchema = v.object({
  spaceId: v.pipe(v.string(), v.nonEmpty()),
  status: v.optional(v.picklist(['current', 'draft']), 'current'),
  title: v.optional(v.string(), ''),
  parentId: v.optional(v.nullable(v.string())),
  subtype: v.optional(v.literal('live')),
  body: v.optional(BodyWriteSchema),
});

const UpdateSchema = v.object({
  id: v.union([v.string(), v.pipe(v.number(), v.transform(String))]),
  status: v.picklist(['current', 'draft']),
  title: v.string(),
  spaceId: v.optional(v.nullable(v.union([v.string(), v.pipe(v.number(), v.transform(String))]))),
  parentId: v.optional(v.nullable(v.union([v.string(), v.pipe(v.number(), v.transform(String))]))),
  ownerId: v.optional(v.nullable(v.string())),
  body: BodyWriteSchema,
  version: v.object({ number: v.pipe(v.number(), v.integer()), message: v.optional(v.string(), '') }),
});

const TitleSchema = v.object({ status: v.picklist(['current', 'draft']), title: v.string() });

/** Statuses that a single read finds unless asked otherwise. */
const READABLE_STATUSES = ['current', 'archived', 'draft', 'trashed'];

/** The operations on one of the two types. Scopes are those of Atlassian's description. */
export function publishingOperations(type: Published['type']): readonly Operation[] {
  const root = `/wiki/api/v2/${type}s`;
  const name = type === 'page' ? 'Page' : 'BlogPost';
  // The description of January 2025 asks for the page scopes on blog posts too.
  const scopes = (verb: string): Operation['scopes'] => [[`${verb}:page:confluence`]];
  return [
    { id: `get${name}s`, method: 'GET', path: root, version: 2, scopes: scopes('read'), perform: list(type) },
    {
      id: `create${name}`,
      method: 'POST',
      path: root,
      version: 2,
      scopes: scopes('write'),
      perform: create(type),
    },
    {
      id: `get${name}ById`,
      method: 'GET',
      path: `${root}/{id}`,
      version: 2,
      scopes: scopes('read'),
      perform: read(type),
    },
    {
      id: `update${name}`,
      method: 'PUT',
      path: `${root}/{id}`,
      version: 2,
      scopes: scopes('write'),
      perform: update(type),
    },
    {
      id: `update${name}Title`,
      method: 'PUT',
      path: `${root}/{id}/title`,
      version: 2,
      scopes: scopes('write'),
      perform: rename(type),
    },
    {
      id: `delete${name}`,
      method: 'DELETE',
      path: `${root}/{id}`,
      version: 2,
      scopes: scopes('delete'),
      perform: remove(type),
    },
    {
      id: `get${name}sInSpace`,
      method: 'GET',
      path: `/wiki/api/v2/spaces/{id}/${type}s`,
      version: 2,
      scopes: scopes('read'),
      perform: listInSpace(type),
    },
  ];
}

type Perform = Operation['perform'];

function list(type: Published['type']): Perform {
  return (input, session) => {
    const format = readBodyFormat(input.query, 'list');
    return v2Page(input, session, listPublished(input, session, type), (content) =>
      bulkJson(session, content, format),
    );
  };
}

function listInSpace(type: Published['type']): Perform {
  return (input, session) => {
    const space = requireSpace(session, param(input, 'id'));
    const format = readBodyFormat(input.query, 'list');
    const rootOnly = input.query.get('depth') === 'root';
    const items = listPublished(input, session, type, [space.id]).filter(
      (content) => !rootOnly || (content.type === 'page' && content.parentId === undefined),
    );
    return v2Page(input, session, items, (content) => bulkJson(session, content, format));
  };
}

function create(type: Published['type']): Perform {
  return (input, session) => {
    const { spaceId, parentId, subtype, ...written } = parseBody(input, CreateSchema);
    const space = requireSpace(session, spaceId, 'edit');
    const content: NewContent = {
      status: written.status,
      title: written.title,
      body: written.body === undefined ? EMPTY_BODY : toBody(written.body),
      isPrivate: flag(input, 'private'),
      live: subtype === 'live',
    };
    const made =
      type === 'blogpost'
        ? createBlogPost(session, space, content)
        : createPage(session, space, parentOf(input, parentId ?? undefined, space.homepageId), content);
    return ok(singleJson(input, session, made, 'storage'));
  };
}

function parentOf(
  input: Input,
  parentId: string | undefined,
  homepageId: string | undefined,
): string | undefined {
  if (!flag(input, 'root-level')) return parentId ?? homepageId;
  if (parentId !== undefined) throw badRequest('parentId may not be given when root-level is true');
  return undefined;
}

function read(type: Published['type']): Perform {
  return (input, session) => {
    const content = requireContent(session, param(input, 'id'), [type]);
    if (!readStatuses(input, READABLE_STATUSES).includes(content.status)) throw notFound();
    const format = readBodyFormat(input.query, 'single');
    return ok(singleJson(input, session, atVersion(input, session, content), format));
  };
}

/** The content as it was at `?version=`. */
function atVersion(input: Input, session: Session, content: Published): Published {
  const wanted = input.query.get('version');
  if (wanted === null || Number(wanted) === content.version.number) return content;
  const found = versionsOf(session.tables, content.id).find(({ number }) => number === Number(wanted));
  if (found === undefined) throw notFound();
  const { title, body, ...version } = found;
  return { ...content, title, version, body: body ?? content.body };
}

function update(type: Published['type']): Perform {
  return (input, session) => {
    const before = requireEditable(session, param(input, 'id'), [type]);
    const written = parseBody(input, UpdateSchema);
    if (written.id !== before.id) throw badRequest('The id in the body does not match the id in the path');
    if (written.status === 'draft') {
      throw new Refusal(501, 'Not emulated: drafts of published content. Update with the status "current"');
    }
    if (typeof written.spaceId === 'string' && written.spaceId !== before.spaceId) {
      throw badRequest('Moving content to another space is not supported here');
    }
    const change: Change = {
      title: written.title,
      body: toBody(written.body),
      versionNumber: written.version.number,
      message: written.version.message,
      ...(typeof written.parentId === 'string' ? { parentId: written.parentId } : {}),
      ...(typeof written.ownerId === 'string' ? { ownerId: written.ownerId } : {}),
    };
    return ok(
      singleJson(input, session, updateContent(session, spaceOf(session, before), before, change), 'storage'),
    );
  };
}

function rename(type: Published['type']): Perform {
  return (input, session) => {
    const before = requireEditable(session, param(input, 'id'), [type]);
    const { title } = parseBody(input, TitleSchema);
    return ok(
      singleJson(input, session, renameContent(session, spaceOf(session, before), before, title), undefined),
    );
  };
}

function remove(type: Published['type']): Perform {
  return (input, session) => {
    const content = requireContent(session, param(input, 'id'), [type]);
    if (!canEdit(session.tables, session.actor.accountId, content)) throw notFound();
    deleteContent(session, content, { purge: flag(input, 'purge'), draft: flag(input, 'draft') });
    return NO_CONTENT;
  };
}
