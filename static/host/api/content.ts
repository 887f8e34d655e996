// Spaces, pages and blog posts, through Confluence's REST. No state, no rendering.

import * as v from 'valibot';
import { ask, query, send } from './http';

/** The two kinds of content that have a body and a page of their own. */
export type ContentKind = 'page' | 'blogpost';

const id = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform((value) => String(value)),
);
const nullish = <T extends v.GenericSchema>(schema: T) => v.nullish(schema);

const spaceSchema = v.object({
  id,
  key: v.string(),
  name: v.string(),
  type: v.optional(v.string(), 'global'),
  homepageId: nullish(id),
});

const summarySchema = v.object({
  id,
  title: v.string(),
  status: v.optional(v.string(), 'current'),
  parentId: nullish(id),
  position: nullish(v.number()),
  authorId: nullish(v.string()),
  createdAt: nullish(v.string()),
  subtype: nullish(v.string()),
});

const contentSchema = v.object({
  ...summarySchema.entries,
  spaceId: id,
  ownerId: nullish(v.string()),
  version: v.object({
    number: v.number(),
    createdAt: nullish(v.string()),
    authorId: nullish(v.string()),
    message: nullish(v.string()),
  }),
  body: v.optional(v.object({ storage: v.optional(v.object({ value: v.string() })) }), {}),
});

const listOf = <T extends v.GenericSchema>(item: T) => v.object({ results: v.array(item) });

/** A space as the pages show it. */
export type Space = v.InferOutput<typeof spaceSchema>;
/** A page or blog post in a list or tree. */
export type ContentSummary = v.InferOutput<typeof summarySchema>;
/** A page or blog post with its body. */
export type Content = v.InferOutput<typeof contentSchema>;

// Enough for a local site in one request; the REST allows at most 250.
const LIST_LIMIT = 250;

const collection = (kind: ContentKind): string => (kind === 'page' ? 'pages' : 'blogposts');

/** Every space that the current user may see. */
export const listSpaces = async (): Promise<readonly Space[]> =>
  (await ask(listOf(spaceSchema), 'GET', `/wiki/api/v2/spaces${query({ limit: LIST_LIMIT })}`)).results;

/** The pages or blog posts of a space, in one status. */
export const listContent = async (kind: ContentKind, spaceId: string, status: string) =>
  (
    await ask(
      listOf(summarySchema),
      'GET',
      `/wiki/api/v2/spaces/${spaceId}/${collection(kind)}${query({ limit: LIST_LIMIT, status })}`,
    )
  ).results;

/** One page or blog post, with its body in storage format. */
export const readContent = (kind: ContentKind, contentId: string) =>
  ask(
    contentSchema,
    'GET',
    `/wiki/api/v2/${collection(kind)}/${contentId}${query({ 'body-format': 'storage' })}`,
  );

/** What a new or changed page or blog post consists of. */
export interface Draft {
  readonly title: string;
  /** Storage format. */
  readonly body: string;
}

/** Creates a page or blog post; pages go under `parentId`, or at the top of the space. */
export const createContent = (
  kind: ContentKind,
  spaceId: string,
  draft: Draft,
  options: { readonly parentId?: string; readonly subtype?: string } = {},
) =>
  ask(contentSchema, 'POST', `/wiki/api/v2/${collection(kind)}`, {
    spaceId,
    status: 'current',
    title: draft.title,
    ...options,
    body: { representation: 'storage', value: draft.body },
  });

/** Saves a new version on top of `content`; refused with 409 when someone else was faster. */
export const updateContent = (kind: ContentKind, content: Content, draft: Draft, status = 'current') =>
  ask(contentSchema, 'PUT', `/wiki/api/v2/${collection(kind)}/${content.id}`, {
    id: content.id,
    status,
    title: draft.title,
    body: { representation: 'storage', value: draft.body },
    version: { number: content.version.number + 1 },
  });

/** Moves to the trash, or, with `purge`, deletes for good what is already there. */
export const trashContent = (kind: ContentKind, contentId: string, purge = false) =>
  send('DELETE', `/wiki/api/v2/${collection(kind)}/${contentId}${purge ? query({ purge: 'true' }) : ''}`);

/** Moves a page relative to another page. */
export const movePage = (contentId: string, position: 'before' | 'after' | 'append', targetId: string) =>
  send('PUT', `/wiki/rest/api/content/${contentId}/move/${position}/${targetId}`);

/** Copies a page under another page, under a new title. */
export const copyPage = (contentId: string, parentId: string, title: string) =>
  ask(v.object({ id }), 'POST', `/wiki/rest/api/content/${contentId}/copy`, {
    copyAttachments: true,
    copyLabels: true,
    copyProperties: true,
    destination: { type: 'parent_page', value: parentId },
    pageTitle: title,
  });

/** Archives a page; Confluence does it as a long-running task. */
export const archivePage = (contentId: string) =>
  send('POST', '/wiki/rest/api/content/archive', { pages: [{ id: contentId }] });

/** Creates a space with a home page. */
export const createSpace = (key: string, name: string) => send('POST', '/wiki/rest/api/space', { key, name });
