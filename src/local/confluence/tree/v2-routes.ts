// REST v2 around the tree: ancestors, children and descendants' first level, permitted operations, id to type.

import * as v from 'valibot';

import type { JsonObject } from '../../../core/json';
import { operationsOn } from '../content/includes';
import { visibleChildrenOf } from '../content/tree';
import type { Input, Operation } from '../http/operation';
import { ok, param } from '../http/operation';
import { readLimit, v2Page } from '../http/paging';
import { parseBody } from '../http/parse-body';
import { badRequest } from '../http/refusal';
import type { ContentRecord, ContentType, TreeRecord } from '../model/content';
import { ancestorsOf, canView } from '../permissions/access';
import { requireContent, requireSpace } from '../permissions/require';
import { spaceOperations, permissionsOf } from '../spaces/permissions-json';

const KINDS: readonly {
  readonly type: ContentType;
  readonly path: string;
  readonly name: string;
  readonly scope: string;
}[] = [
  { type: 'page', path: 'pages', name: 'Page', scope: 'page' },
  { type: 'blogpost', path: 'blogposts', name: 'BlogPost', scope: 'page' },
  { type: 'whiteboard', path: 'whiteboards', name: 'Whiteboard', scope: 'whiteboard' },
  { type: 'database', path: 'databases', name: 'Database', scope: 'database' },
  { type: 'embed', path: 'embeds', name: 'SmartLink', scope: 'embed' },
  { type: 'folder', path: 'folders', name: 'Folder', scope: 'folder' },
  { type: 'attachment', path: 'attachments', name: 'Attachment', scope: 'attachment' },
  { type: 'custom_content', path: 'custom-content', name: 'CustomContent', scope: 'custom-content' },
  { type: 'comment', path: 'footer-comments', name: 'FooterComment', scope: 'comment' },
  { type: 'comment', path: 'inline-comments', name: 'InlineComment', scope: 'comment' },
];
const IN_TREE = KINDS.filter(({ type }) =>
  ['page', 'whiteboard', 'database', 'embed', 'folder'].includes(type),
);

/** Ids as text or numbers, as the description allows. */
const IdsSchema = v.object({
  contentIds: v.pipe(
    v.array(v.pipe(v.union([v.string(), v.number()]), v.transform(String))),
    v.maxLength(250),
  ),
});

export const v2TreeOperations: readonly Operation[] = [
  ...IN_TREE.flatMap(({ type, path, name }): readonly Operation[] => [
    {
      id: `get${name}Ancestors`,
      method: 'GET',
      path: `/wiki/api/v2/${path}/{id}/ancestors`,
      version: 2,
      scopes: [['read:content.metadata:confluence']],
      perform: (input, session) => {
        const content = requireContent(session, param(input, 'id'), [type]);
        // From the top down. A limit keeps the nearest.
        const all = ancestorsOf(session.tables, content).map((ancestor) => ({
          id: ancestor.id,
          type: ancestor.type,
        }));
        const results = all.slice(0, readLimit(input, 25, 250)).toReversed();
        return ok({ results, _links: { base: session.baseUrl } });
      },
    },
    {
      id: `get${name}DirectChildren`,
      method: 'GET',
      path: `/wiki/api/v2/${path}/{id}/direct-children`,
      version: 2,
      scopes: [['read:hierarchical-content:confluence']],
      perform: (input, session) => {
        const content = requireContent(session, param(input, 'id'), [type]);
        const children = visibleChildrenOf(session, content.id);
        return v2Page(input, session, children, (child) => ({ ...childJson(child), type: child.type }));
      },
    },
  ]),
  {
    id: 'getChildPages',
    method: 'GET',
    path: '/wiki/api/v2/pages/{id}/children',
    version: 2,
    scopes: [['read:page:confluence']],
    perform: (input, session) => {
      const page = requireContent(session, param(input, 'id'), ['page']);
      const children = visibleChildrenOf(session, page.id).filter(({ type }) => type === 'page');
      return v2Page(input, session, sorted(input, children), childJson);
    },
  },
  ...KINDS.map(({ type, path, name, scope }): Operation => ({
    id: `get${name}Operations`,
    method: 'GET',
    path: `/wiki/api/v2/${path}/{id}/operations`,
    version: 2,
    scopes: [[`read:${scope}:confluence`]],
    perform: (input, session) => {
      const content = requireContent(session, param(input, 'id'), [type]);
      return ok({ operations: operationsOn(session, content) });
    },
  })),
  {
    id: 'getSpaceOperations',
    method: 'GET',
    path: '/wiki/api/v2/spaces/{id}/operations',
    version: 2,
    scopes: [['read:space:confluence']],
    perform: (input, session) =>
      ok({ operations: spaceOperations(session, requireSpace(session, param(input, 'id'))) }),
  },
  {
    id: 'getSpacePermissionsAssignments',
    method: 'GET',
    path: '/wiki/api/v2/spaces/{id}/permissions',
    version: 2,
    scopes: [['read:space:confluence']],
    perform: (input, session) =>
      v2Page(input, session, permissionsOf(requireSpace(session, param(input, 'id'))), (line) => line),
  },
  {
    id: 'convertContentIdsToContentTypes',
    method: 'POST',
    path: '/wiki/api/v2/content/convert-ids-to-types',
    version: 2,
    scopes: [['read:content.metadata:confluence']],
    perform: (input, session) => {
      const { contentIds } = parseBody(input, IdsSchema);
      const typeOf = (id: string): string | null => {
        const content = session.tables.content.get(id);
        if (content === undefined || !canView(session.tables, session.actor.accountId, content)) return null;
        return nameOf(content);
      };
      return ok({ results: Object.fromEntries(contentIds.map((id) => [id, typeOf(id)])) });
    },
  },
];

function nameOf(content: ContentRecord): string {
  if (content.type === 'comment') return `${content.location}-comment`;
  return content.type === 'custom_content' ? content.customType : content.type;
}

function childJson(child: TreeRecord): JsonObject {
  const { id, status, title, spaceId, position } = child;
  return { id, status, title, spaceId, childPosition: position };
}

const ORDERS: { readonly [name: string]: (a: TreeRecord, b: TreeRecord) => number } = {
  'child-position': () => 0,
  id: (a, b) => Number(a.id) - Number(b.id),
  'created-date': (a, b) => a.createdAt.localeCompare(b.createdAt),
  'modified-date': (a, b) => a.version.when.localeCompare(b.version.when),
};

/** The children come in their order; `sort` may ask for another. */
function sorted(input: Input, children: readonly TreeRecord[]): readonly TreeRecord[] {
  const sort = input.query.get('sort') ?? 'child-position';
  const order = ORDERS[sort.replace(/^-/, '')];
  if (order === undefined) throw badRequest(`Provided value for 'sort' is not valid: ${sort}`);
  const result = children.toSorted(order);
  return sort.startsWith('-') ? result.toReversed() : result;
}
