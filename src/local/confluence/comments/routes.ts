// REST v2 for footer comments: create, reply, list, read, update, delete, children.
// Inline comments share the handlers; see inline-routes.ts for what is theirs alone.

import * as v from 'valibot';

import type { Input, Operation } from '../http/operation';
import { created, NO_CONTENT, ok, param } from '../http/operation';
import { v2Page } from '../http/paging';
import { parseBody } from '../http/parse-body';
import { badRequest, notFound } from '../http/refusal';
import type { CommentRecord, ContentRecord } from '../model/content';
import { canComment, canView, hasSpaceLevel } from '../permissions/access';
import { requireContent, spaceOf } from '../permissions/require';
import { readStatuses, sortContent } from '../publishing/list';
import { commentIds, replyIds } from '../relations';
import type { Session } from '../session';
import { BodyWriteSchema, readBodyFormat, toBody } from '../storage-format/body';
import { listAll } from '../tables';
import { commentBulkJson, commentSingleJson } from './json';
import { createComment, deleteComment, updateComment } from './store';

const IdSchema = v.optional(v.union([v.string(), v.pipe(v.number(), v.transform(String))]));

/** What every comment is created with. */
export const CreateCommentEntries = {
  pageId: IdSchema,
  blogPostId: IdSchema,
  attachmentId: IdSchema,
  customContentId: IdSchema,
  parentCommentId: IdSchema,
  body: BodyWriteSchema,
};

const CreateSchema = v.object(CreateCommentEntries);

const UpdateSchema = v.object({
  version: v.object({ number: v.pipe(v.number(), v.integer()), message: v.optional(v.string(), '') }),
  body: v.optional(BodyWriteSchema),
  resolved: v.optional(v.boolean()),
});

type Location = CommentRecord['location'];
type Perform = Operation['perform'];

const READ = [['read:comment:confluence']];
const WRITE = [['write:comment:confluence']];
const DELETE = [['delete:comment:confluence']];

/** The operations that footer and inline comments share. */
export function commentOperations(location: Location): readonly Operation[] {
  const name = location === 'footer' ? 'Footer' : 'Inline';
  const root = `/wiki/api/v2/${location}-comments`;
  const one = `${root}/{comment-id}`;
  const v2 = { version: 2 } as const;
  return [
    {
      ...v2,
      id: `get${name}Comments`,
      method: 'GET',
      path: root,
      scopes: READ,
      perform: listEverywhere(location),
    },
    { ...v2, id: `get${name}CommentById`, method: 'GET', path: one, scopes: READ, perform: read(location) },
    { ...v2, id: `update${name}Comment`, method: 'PUT', path: one, scopes: WRITE, perform: update(location) },
    {
      ...v2,
      id: `delete${name}Comment`,
      method: 'DELETE',
      path: one,
      scopes: DELETE,
      perform: remove(location),
    },
    {
      ...v2,
      id: `get${name}CommentChildren`,
      method: 'GET',
      path: `${root}/{id}/children`,
      scopes: READ,
      perform: children(location),
    },
    ...(['page', 'blogpost'] as const).map((type) => ({
      ...v2,
      id: `get${type === 'page' ? 'Page' : 'BlogPost'}${name}Comments`,
      method: 'GET' as const,
      path: `/wiki/api/v2/${type}s/{id}/${location}-comments`,
      scopes: READ,
      perform: listOf(type, location),
    })),
  ];
}

/** Creating a footer comment, and listing those of attachments and custom content. */
export function footerCommentOperations(): readonly Operation[] {
  return [
    {
      id: 'createFooterComment',
      method: 'POST',
      path: '/wiki/api/v2/footer-comments',
      version: 2,
      scopes: WRITE,
      perform: (input, session) => {
        const written = parseBody(input, CreateSchema);
        const { container, parent } = findTarget(session, written, 'footer');
        const comment = createComment(session, {
          location: 'footer',
          container,
          body: toBody(written.body),
          ...(parent === undefined ? {} : { parent }),
        });
        return created(commentSingleJson(input, session, comment, 'storage'));
      },
    },
    {
      id: 'getAttachmentComments',
      method: 'GET',
      path: '/wiki/api/v2/attachments/{id}/footer-comments',
      version: 2,
      scopes: READ,
      perform: listOf('attachment', 'footer'),
    },
    {
      id: 'getCustomContentComments',
      method: 'GET',
      path: '/wiki/api/v2/custom-content/{id}/footer-comments',
      version: 2,
      scopes: READ,
      perform: listOf('custom_content', 'footer'),
    },
  ];
}

type Container = ContentRecord & { readonly type: CommentRecord['containerType'] };

/** What a new comment belongs to: exactly one id of the request says so. */
export function findTarget(
  session: Session,
  ids: { readonly [K in Exclude<keyof typeof CreateCommentEntries, 'body'>]?: string | undefined },
  location: Location,
): { readonly container: Container; readonly parent?: CommentRecord } {
  const given = [ids.pageId, ids.blogPostId, ids.attachmentId, ids.customContentId, ids.parentCommentId];
  if (given.filter((id) => id !== undefined).length !== 1) {
    throw badRequest(
      'Exactly one of pageId, blogPostId, attachmentId, customContentId or parentCommentId is expected',
    );
  }
  if (ids.parentCommentId !== undefined) {
    const parent = requireContent(session, ids.parentCommentId, ['comment']);
    if (parent.location !== location) throw notFound();
    return { container: requireContainer(session, parent.containerId, parent.containerType), parent };
  }
  if (ids.pageId !== undefined) return { container: requireContainer(session, ids.pageId, 'page') };
  if (ids.blogPostId !== undefined)
    return { container: requireContainer(session, ids.blogPostId, 'blogpost') };
  if (ids.attachmentId !== undefined)
    return { container: requireContainer(session, ids.attachmentId, 'attachment') };
  return { container: requireContainer(session, ids.customContentId ?? '', 'custom_content') };
}

/** Whoever sees a page may comment on it; an update restriction does not keep him from it. */
function requireContainer(session: Session, id: string, type: Container['type']): Container {
  const container = requireContent(session, id, [type]);
  if (container.status !== 'current') throw notFound();
  if (!canComment(session.tables, session.actor.accountId, container)) throw notFound();
  return container;
}

function listOf(type: Container['type'], location: Location): Perform {
  return (input, session) => {
    const container = requireContent(session, param(input, 'id'), [type]);
    // A list holds the first comment of each thread; replies are its children.
    const comments = visibleComments(session, commentIds(session.tables, container.id, location)).filter(
      (comment) => comment.parentCommentId === undefined,
    );
    const statuses = readStatuses(input, ['current']);
    const resolutions = input.query.getAll('resolution-status').flatMap((text) => text.split(','));
    const matching = comments.filter(
      (comment) =>
        statuses.includes(comment.status) &&
        (resolutions.length === 0 || resolutions.includes(comment.resolution?.status ?? 'open')),
    );
    return page(input, session, matching);
  };
}

function listEverywhere(location: Location): Perform {
  return (input, session) => {
    const comments = listAll(session.tables.content)
      .filter((content): content is CommentRecord => content.type === 'comment')
      .filter((comment) => comment.location === location)
      .filter((comment) => canView(session.tables, session.actor.accountId, comment));
    return page(input, session, comments);
  };
}

function children(location: Location): Perform {
  return (input, session) => {
    const parent = requireComment(session, param(input, 'id'), location);
    return page(input, session, visibleComments(session, replyIds(session.tables, parent.id)));
  };
}

function page(input: Input, session: Session, comments: readonly CommentRecord[]): ReturnType<Perform> {
  const format = readBodyFormat(input.query, 'list');
  const sorted = sortContent(comments, input.query.get('sort'));
  return v2Page(input, session, sorted, (comment) => commentBulkJson(session, comment, format));
}

function visibleComments(session: Session, ids: readonly string[]): readonly CommentRecord[] {
  return ids
    .flatMap((id) => session.tables.content.get(id) ?? [])
    .filter((content): content is CommentRecord => content.type === 'comment')
    .filter((comment) => canView(session.tables, session.actor.accountId, comment));
}

function read(location: Location): Perform {
  return (input, session) => {
    const comment = requireComment(session, param(input, 'comment-id'), location);
    return ok(commentSingleJson(input, session, comment, readBodyFormat(input.query, 'single')));
  };
}

function update(location: Location): Perform {
  return (input, session) => {
    const before = requireComment(session, param(input, 'comment-id'), location);
    const written = parseBody(input, UpdateSchema);
    // Only its author changes the words of a comment; everybody who may comment resolves it.
    const rewrites = written.body !== undefined && before.createdBy !== session.actor.accountId;
    if (rewrites || !canComment(session.tables, session.actor.accountId, before)) throw notFound();
    const comment = updateComment(session, before, {
      body: written.body === undefined ? before.body : toBody(written.body),
      versionNumber: written.version.number,
      message: written.version.message,
      ...(written.resolved === undefined ? {} : { resolved: written.resolved }),
    });
    return ok(commentSingleJson(input, session, comment, 'storage'));
  };
}

function remove(location: Location): Perform {
  return (input, session) => {
    const comment = requireComment(session, param(input, 'comment-id'), location);
    const { tables, actor } = session;
    const own = comment.createdBy === actor.accountId;
    if (!own && !hasSpaceLevel(tables, actor.accountId, spaceOf(session, comment), 'admin')) throw notFound();
    deleteComment(session, comment);
    return NO_CONTENT;
  };
}

function requireComment(session: Session, id: string, location: Location): CommentRecord {
  const comment = requireContent(session, id, ['comment']);
  if (comment.location !== location) throw notFound();
  return comment;
}
