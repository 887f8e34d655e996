// Footer comments, over REST v2.

import { route } from '@forge/api';
import * as v from 'valibot';
import { FailureError } from '../../core/failure';
import { requestAs } from './request';
import { restId } from './rest-id';
import type { Route } from '@forge/api';
import type { Confluence, ContentRef } from '../../core/ports';

type CommentOperations = Pick<Confluence, 'addFooterComment' | 'findFooterComment'>;

const CommentSchema = v.object({ id: v.string() });
const CommentListSchema = v.object({
  results: v.array(
    v.object({
      id: v.string(),
      body: v.optional(v.object({ storage: v.optional(v.object({ value: v.string() })) })),
    }),
  ),
  _links: v.optional(v.object({ next: v.optional(v.string()) })),
});

/** Comments read in one request; the most that v2 gives. */
const COMMENTS_PER_PAGE = 250;

export const commentOperations: CommentOperations = {
  async addFooterComment(content, body, as) {
    const response = await requestAs(as, {
      method: 'POST',
      path: route`/wiki/api/v2/footer-comments`,
      body: { [parentField(content)]: restId(content), body: { representation: 'storage', value: body } },
      purpose: `comment on ${content.type} ${content.id}`,
    });
    return { commentId: v.parse(CommentSchema, await response.json()).id };
  },

  async findFooterComment(content, marker, as) {
    let cursor: string | undefined;
    do {
      const response = await requestAs(as, {
        method: 'GET',
        path: commentsRoute(content, cursor),
        purpose: `read the comments of ${content.type} ${content.id}`,
      });
      const page = v.parse(CommentListSchema, await response.json());
      const found = page.results.find((comment) => comment.body?.storage?.value.includes(marker));
      if (found !== undefined) return found.id;
      cursor = nextCursor(page._links?.next);
    } while (cursor !== undefined);
    return undefined;
  },
};

function parentField({ type }: ContentRef): string {
  switch (type) {
    case 'blogpost':
      return 'blogPostId';
    case 'attachment':
      return 'attachmentId';
    case 'custom_content':
      return 'customContentId';
    case 'page':
      return 'pageId';
    default:
      throw new FailureError({
        kind: 'bad-request',
        message: `Failed to comment on ${type}: Confluence has no footer comments there.`,
        retryable: false,
      });
  }
}

function commentsRoute(content: ContentRef, cursor: string | undefined): Route {
  const id = restId(content);
  const query = new URLSearchParams({ 'body-format': 'storage', limit: String(COMMENTS_PER_PAGE) });
  if (cursor !== undefined) query.set('cursor', cursor);
  switch (content.type) {
    case 'blogpost':
      return route`/wiki/api/v2/blogposts/${id}/footer-comments?${query}`;
    case 'attachment':
      return route`/wiki/api/v2/attachments/${id}/footer-comments?${query}`;
    case 'custom_content':
      return route`/wiki/api/v2/custom-content/${id}/footer-comments?${query}`;
    default:
      return route`/wiki/api/v2/pages/${id}/footer-comments?${query}`;
  }
}

/** The cursor inside `_links.next`; the rest of that link is rebuilt, never trusted. */
function nextCursor(next: string | undefined): string | undefined {
  const query = next?.split('?')[1];
  return query === undefined ? undefined : (new URLSearchParams(query).get('cursor') ?? undefined);
}
