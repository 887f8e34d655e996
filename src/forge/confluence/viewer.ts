// What the calling user may see, asked in that user's own name: over REST v2, and by CQL for lists.

import { route } from '@forge/api';
import * as v from 'valibot';
import { readAsCaller } from './read-as-caller';
import type { ViewedContent, ViewedSpace, Viewer } from '../../core/admin/viewer/viewer';

/** Most pages that a list offers. */
const MAX_FOUND = 25;

const SpaceSchema = v.object({
  id: v.string(),
  key: v.string(),
  name: v.string(),
  type: v.string(),
  operations: v.optional(
    v.object({ results: v.array(v.object({ operation: v.string(), targetType: v.string() })) }),
    { results: [] },
  ),
});
const SpacesSchema = v.object({ results: v.array(v.object({ id: v.string() })) });

const ContentSchema = v.object({
  id: v.string(),
  status: v.string(),
  title: v.string(),
  spaceId: v.string(),
  authorId: v.string(),
  ownerId: v.nullish(v.string()),
  createdAt: v.string(),
  subtype: v.nullish(v.string()),
  version: v.object({ number: v.number(), authorId: v.string(), createdAt: v.string() }),
});

const FoundSchema = v.object({
  results: v.array(v.object({ id: v.string(), type: v.string(), title: v.string() })),
});

/** The viewer for the user who called the resolver. */
export function createViewer(accountId: string): Viewer {
  return { accountId, content, space: spaceOfKey, findContent };
}

async function content(id: string): Promise<ViewedContent | undefined> {
  const page = await readAsCaller(route`/wiki/api/v2/pages/${id}`, `read page ${id}`);
  const found = page ?? (await readAsCaller(route`/wiki/api/v2/blogposts/${id}`, `read blog post ${id}`));
  if (found === undefined) return undefined;
  const { spaceId, ownerId, subtype, ...rest } = v.parse(ContentSchema, found);
  const space = await spaceOfId(spaceId);
  if (space === undefined) return undefined;
  return {
    ...rest,
    type: page === undefined ? 'blogpost' : 'page',
    space,
    ...(typeof ownerId === 'string' ? { ownerId } : {}),
    ...(typeof subtype === 'string' ? { subtype } : {}),
  };
}

async function spaceOfKey(key: string): Promise<ViewedSpace | undefined> {
  const found = await readAsCaller(route`/wiki/api/v2/spaces?keys=${key}`, `find the space ${key}`);
  const [space] = found === undefined ? [] : v.parse(SpacesSchema, found).results;
  return space === undefined ? undefined : spaceOfId(space.id);
}

async function spaceOfId(id: string): Promise<ViewedSpace | undefined> {
  const found = await readAsCaller(
    route`/wiki/api/v2/spaces/${id}?include-operations=true`,
    `read the space ${id}`,
  );
  if (found === undefined) return undefined;
  const { operations, ...space } = v.parse(SpaceSchema, found);
  const administers = operations.results.some(
    ({ operation, targetType }) => operation === 'administer' && targetType === 'space',
  );
  return { ...space, administers };
}

async function findContent(spaceKey: string | undefined, words: string): ReturnType<Viewer['findContent']> {
  // CQL has no parameters: whatever could end a quoted text or mean something in a search is left out.
  const text = words.replace(/[^\p{L}\p{N}\s]/gu, ' ').trim();
  const titled = text === '' ? '' : ` and title ~ "${text}*"`;
  const inSpace = spaceKey === undefined ? '' : `space = "${spaceKey.replace(/["\\]/g, '')}" and `;
  const cql = `${inSpace}type in (page, blogpost)${titled} order by lastmodified desc`;
  const found = await readAsCaller(
    route`/wiki/rest/api/content/search?cql=${cql}&limit=${MAX_FOUND}`,
    'find pages',
  );
  return found === undefined ? [] : v.parse(FoundSchema, found).results;
}
