// Content found by CQL, over REST v1, as the app sees it. It must not judge the query; Confluence does.

import { route } from '@forge/api';
import * as v from 'valibot';
import { nextCursor } from './next-cursor';
import { requestAs } from './request';
import type { FoundContent, Search } from '../../core/outgoing-ports';

const ContentSchema = v.object({
  id: v.string(),
  type: v.string(),
  title: v.optional(v.string(), ''),
  space: v.optional(v.object({ key: v.string(), name: v.optional(v.string(), '') })),
});

const PageSchema = v.object({
  results: v.array(ContentSchema),
  _links: v.optional(v.object({ next: v.optional(v.string()) })),
});

/** Results asked for at once. Confluence lowers it where it has to. */
const PAGE_SIZE = 100;

export const search: Search = {
  async find(cql, limit) {
    const found: FoundContent[] = [];
    let cursor: string | undefined;
    do {
      const query = new URLSearchParams({
        cql,
        expand: 'space',
        limit: String(Math.min(PAGE_SIZE, limit - found.length)),
      });
      if (cursor !== undefined) query.set('cursor', cursor);
      const response = await requestAs(
        { kind: 'app' },
        { method: 'GET', path: route`/wiki/rest/api/content/search?${query}`, purpose: `search for ${cql}` },
      );
      const page = v.parse(PageSchema, await response.json());
      for (const { space, ...content } of page.results) {
        found.push(space === undefined ? content : { ...content, space });
      }
      cursor = page.results.length === 0 ? undefined : nextCursor(page._links?.next);
    } while (cursor !== undefined && found.length < limit);
    return found.slice(0, limit);
  },
};
