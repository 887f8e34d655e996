// Comments below content and in its text, over REST v2.

import { route } from '@forge/api';
import * as v from 'valibot';
import { FailureError } from '../../core/failure';
import { nextCursor } from './next-cursor';
import { requestAs } from './request';
import { restId } from './rest-id';
import type { Route } from '@forge/api';
import type { Actor, Confluence, ContentRef } from '../../core/ports';

type CommentOperations = Pick<
  Confluence,
  | 'addFooterComment'
  | 'findFooterComment'
  | 'addReply'
  | 'findReply'
  | 'addInlineComment'
  | 'findInlineComment'
  | 'resolveComment'
>;

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

const InlineCommentSchema = v.object({
  resolutionStatus: v.optional(v.string()),
  version: v.object({ number: v.number() }),
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

  findFooterComment: (content, marker, as) =>
    findMarked(as, marker, `read the comments of ${content.type} ${content.id}`, (query) =>
      footerCommentsRoute(content, query),
    ),

  async addReply({ id, location }, body, as) {
    const response = await requestAs(as, {
      method: 'POST',
      path: location === 'footer' ? route`/wiki/api/v2/footer-comments` : route`/wiki/api/v2/inline-comments`,
      body: { parentCommentId: id, body: { representation: 'storage', value: body } },
      purpose: `reply to comment ${id}`,
    });
    return { commentId: v.parse(CommentSchema, await response.json()).id };
  },

  findReply: ({ id, location }, marker, as) =>
    findMarked(as, marker, `read the replies to comment ${id}`, (query) =>
      location === 'footer'
        ? route`/wiki/api/v2/footer-comments/${id}/children?${query}`
        : route`/wiki/api/v2/inline-comments/${id}/children?${query}`,
    ),

  async addInlineComment(content, { passage, count }, body, as) {
    const response = await requestAs(as, {
      method: 'POST',
      path: route`/wiki/api/v2/inline-comments`,
      body: {
        [parentField(content)]: content.id,
        body: { representation: 'storage', value: body },
        inlineCommentProperties: {
          textSelection: passage,
          textSelectionMatchCount: count,
          textSelectionMatchIndex: 0,
        },
      },
      purpose: `comment on a passage of ${content.type} ${content.id}`,
    });
    return { commentId: v.parse(CommentSchema, await response.json()).id };
  },

  findInlineComment: (content, marker, as) =>
    findMarked(as, marker, `read the inline comments of ${content.type} ${content.id}`, (query) =>
      content.type === 'blogpost'
        ? route`/wiki/api/v2/blogposts/${content.id}/inline-comments?${query}`
        : route`/wiki/api/v2/pages/${content.id}/inline-comments?${query}`,
    ),

  async resolveComment(commentId, as) {
    const purpose = `resolve comment ${commentId}`;
    const response = await requestAs(as, {
      method: 'GET',
      path: route`/wiki/api/v2/inline-comments/${commentId}?body-format=storage`,
      purpose,
    });
    const comment = v.parse(InlineCommentSchema, await response.json());
    if (comment.resolutionStatus === 'resolved') return false;
    await requestAs(as, {
      method: 'PUT',
      path: route`/wiki/api/v2/inline-comments/${commentId}`,
      body: { version: { number: comment.version.number + 1 }, resolved: true },
      purpose,
    });
    return true;
  },
};

/** Reads a list of comments page by page until one holds `marker`. */
async function findMarked(
  as: Actor,
  marker: string,
  purpose: string,
  routeOf: (query: URLSearchParams) => Route,
): Promise<string | undefined> {
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({ 'body-format': 'storage', limit: String(COMMENTS_PER_PAGE) });
    if (cursor !== undefined) query.set('cursor', cursor);
    const response = await requestAs(as, { method: 'GET', path: routeOf(query), purpose });
    const page = v.parse(CommentListSchema, await response.json());
    const found = page.results.find((comment) => comment.body?.storage?.value.includes(marker));
    if (found !== undefined) return found.id;
    cursor = nextCursor(page._links?.next);
  } while (cursor !== undefined);
  return undefined;
}

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

function footerCommentsRoute(content: ContentRef, query: URLSearchParams): Route {
  const id = restId(content);
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
