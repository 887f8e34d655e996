// REST v2 for custom content: what other apps keep in pages, blog posts and spaces.

import * as v from 'valibot';

import type { JsonObject } from '../../../core/json';
import { includes, versionField, versionJson } from '../content/includes';
import { firstVersion, nextVersion, removeContent, saveContent } from '../content/store';
import { contentEvent, contentUpdatedEvent } from '../events/content-events';
import type { Input, Operation } from '../http/operation';
import { created, flag, listParam, NO_CONTENT, ok, param } from '../http/operation';
import { v2Page } from '../http/paging';
import { parseBody } from '../http/parse-body';
import { badRequest, notFound, Refusal } from '../http/refusal';
import type { CustomContentRecord } from '../model/content';
import { canView, hasSpaceLevel } from '../permissions/access';
import { requireContent, requireEditable, requireSpace, spaceOf } from '../permissions/require';
import { sortContent } from '../publishing/list';
import type { Session } from '../session';
import { newId } from '../session';
import { bodyJson, BodyWriteSchema, readBodyFormat, toBody } from '../storage-format/body';
import { listAll } from '../tables';

const HolderEntries = {
  spaceId: v.optional(v.string()),
  pageId: v.optional(v.string()),
  blogPostId: v.optional(v.string()),
  customContentId: v.optional(v.string()),
};
const CreateSchema = v.object({
  type: v.pipe(v.string(), v.nonEmpty()),
  status: v.optional(v.literal('current'), 'current'),
  ...HolderEntries,
  title: v.string(),
  body: BodyWriteSchema,
});
const UpdateSchema = v.object({
  id: v.string(),
  type: v.string(),
  status: v.literal('current'),
  ...HolderEntries,
  title: v.string(),
  body: BodyWriteSchema,
  version: v.object({ number: v.pipe(v.number(), v.integer()), message: v.optional(v.string(), '') }),
});

const ROOT = '/wiki/api/v2/custom-content';
const scopes = (verb: string): Operation['scopes'] => [[`${verb}:custom-content:confluence`]];

export const customContentOperations: readonly Operation[] = [
  {
    id: 'getCustomContentByType',
    method: 'GET',
    path: ROOT,
    version: 2,
    scopes: scopes('read'),
    perform: (input, session) => {
      const type = input.query.get('type');
      if (type === null) throw badRequest("Query parameter 'type' is required");
      return list(input, session, (content) => content.customType === type);
    },
  },
  ...(['page', 'blogpost', 'space'] as const).map((kind): Operation => ({
    id: `getCustomContentByTypeIn${kind}`,
    method: 'GET',
    path: `/wiki/api/v2/${kind}s/{id}/custom-content`,
    version: 2,
    scopes: scopes('read'),
    perform: (input, session) => {
      const id = param(input, 'id');
      if (kind === 'space') requireSpace(session, id);
      else requireContent(session, id, [kind]);
      const type = input.query.get('type');
      return list(
        input,
        session,
        (content) =>
          (kind === 'space' ? content.spaceId === id : content.containerId === id) &&
          (type === null || content.customType === type),
      );
    },
  })),
  {
    id: 'createCustomContent',
    method: 'POST',
    path: ROOT,
    version: 2,
    scopes: scopes('write'),
    perform: (input, session) => {
      const content = create(session, parseBody(input, CreateSchema));
      return created(singleJson(input, session, content, 'storage'));
    },
  },
  {
    id: 'getCustomContentById',
    method: 'GET',
    path: `${ROOT}/{id}`,
    version: 2,
    scopes: scopes('read'),
    perform: (input, session) => {
      const content = requireContent(session, param(input, 'id'), ['custom_content']);
      return ok(singleJson(input, session, content, readBodyFormat(input.query, 'single')));
    },
  },
  {
    id: 'updateCustomContent',
    method: 'PUT',
    path: `${ROOT}/{id}`,
    version: 2,
    scopes: scopes('write'),
    perform: (input, session) => {
      const before = requireEditable(session, param(input, 'id'), ['custom_content']);
      const content = update(session, before, parseBody(input, UpdateSchema));
      return ok(singleJson(input, session, content, 'storage'));
    },
  },
  {
    id: 'deleteCustomContent',
    method: 'DELETE',
    path: `${ROOT}/{id}`,
    version: 2,
    scopes: scopes('delete'),
    perform: (input, session) => {
      const content = requireEditable(session, param(input, 'id'), ['custom_content']);
      remove(session, content, flag(input, 'purge'));
      return NO_CONTENT;
    },
  },
];

type Holder = Pick<CustomContentRecord, 'containerId' | 'containerType'> & { readonly spaceId: string };

function findHolder(session: Session, written: v.InferOutput<typeof CreateSchema>): Holder {
  const { pageId, blogPostId, customContentId, spaceId } = written;
  const holders = [
    [pageId, 'page'],
    [blogPostId, 'blogpost'],
    [customContentId, 'custom_content'],
  ] as const;
  for (const [id, type] of holders) {
    if (id === undefined) continue;
    const container = requireContent(session, id, [type]);
    return { spaceId: container.spaceId, containerId: id, containerType: type };
  }
  if (spaceId === undefined)
    throw badRequest('One of spaceId, pageId, blogPostId or customContentId is expected');
  return { spaceId: requireSpace(session, spaceId, 'edit').id, containerId: spaceId, containerType: 'space' };
}

function create(session: Session, written: v.InferOutput<typeof CreateSchema>): CustomContentRecord {
  const { tables, actor, nowIso } = session;
  const content: CustomContentRecord = {
    type: 'custom_content',
    id: newId(tables),
    status: 'current',
    title: written.title,
    createdAt: nowIso,
    createdBy: actor.accountId,
    ownerId: actor.accountId,
    version: firstVersion(session),
    customType: written.type,
    ...findHolder(session, written),
    body: toBody(written.body),
  };
  saveContent(tables, content);
  session.publish(contentEvent(tables, 'created', content));
  return content;
}

function update(
  session: Session,
  before: CustomContentRecord,
  written: v.InferOutput<typeof UpdateSchema>,
): CustomContentRecord {
  if (before.status === 'trashed') {
    const restored: CustomContentRecord = { ...before, status: 'current' };
    saveContent(session.tables, restored);
    session.publish(contentEvent(session.tables, 'restored', restored));
    return restored;
  }
  if (written.version.number !== before.version.number + 1) {
    throw new Refusal(409, `Version must be incremented. Current Version: [${before.version.number}]`);
  }
  const after: CustomContentRecord = {
    ...before,
    title: written.title,
    body: toBody(written.body),
    version: nextVersion(session, before, written.version.message),
  };
  saveContent(session.tables, after);
  session.publish(contentUpdatedEvent(session.tables, after));
  return after;
}

function remove(session: Session, content: CustomContentRecord, purge: boolean): void {
  const { tables, actor } = session;
  if (!purge) {
    const after: CustomContentRecord = { ...content, status: 'trashed' };
    saveContent(tables, after);
    session.publish(contentEvent(tables, 'trashed', after));
    return;
  }
  if (!hasSpaceLevel(tables, actor.accountId, spaceOf(session, content), 'admin')) throw notFound();
  if (content.status !== 'trashed')
    throw badRequest('The content must be in the trash before it can be purged');
  const event = contentEvent(tables, 'deleted', content);
  removeContent(tables, content);
  session.publish(event);
}

function list(
  input: Input,
  session: Session,
  wants: (content: CustomContentRecord) => boolean,
): ReturnType<Operation['perform']> {
  const ids = listParam(input, 'id');
  const spaceIds = listParam(input, 'space-id');
  const found = listAll(session.tables.content)
    .filter((content): content is CustomContentRecord => content.type === 'custom_content')
    .filter((content) => content.status === 'current' && wants(content))
    .filter(
      ({ id, spaceId }) =>
        (ids.length === 0 || ids.includes(id)) && (spaceIds.length === 0 || spaceIds.includes(spaceId)),
    )
    .filter((content) => canView(session.tables, session.actor.accountId, content));
  const format = readBodyFormat(input.query, 'list');
  return v2Page(input, session, sortContent(found, input.query.get('sort')), (content) => ({
    ...fields(content),
    version: versionJson(content.version),
    body: bodyJson(content.body, format),
    _links: { webui: `/spaces/${spaceOf(session, content).key}/custom-content/${content.id}` },
  }));
}

function singleJson(
  input: Input,
  session: Session,
  content: CustomContentRecord,
  format: string | undefined,
): JsonObject {
  const self = `${session.baseUrl}/api/v2/custom-content/${content.id}`;
  const webui = `/spaces/${spaceOf(session, content).key}/custom-content/${content.id}`;
  return {
    ...fields(content),
    ...versionField(input, content),
    body: bodyJson(content.body, format),
    ...includes(input, session, content, self),
    _links: { webui, base: session.baseUrl },
  };
}

const HOLDER_FIELDS = {
  page: 'pageId',
  blogpost: 'blogPostId',
  custom_content: 'customContentId',
  space: 'spaceId',
} as const;

function fields(content: CustomContentRecord): JsonObject {
  const { id, customType, status, title, spaceId, createdBy, createdAt, containerId, containerType } =
    content;
  return {
    id,
    type: customType,
    status,
    title,
    spaceId,
    ...(containerId === undefined || containerType === undefined
      ? {}
      : { [HOLDER_FIELDS[containerType]]: containerId }),
    authorId: createdBy,
    createdAt,
  };
}
