// What people attach to content: labels, comments, likes, watching, attachments. No state, no rendering.

import * as v from 'valibot';
import type { ContentKind } from './content';
import { ask, query, send } from './http';

const id = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform((value) => String(value)),
);
const collection = (kind: ContentKind): string => (kind === 'page' ? 'pages' : 'blogposts');
const LIST_LIMIT = 100;

const labelSchema = v.object({
  id: v.optional(id),
  name: v.string(),
  prefix: v.optional(v.string(), 'global'),
});

const commentSchema = v.object({
  id,
  status: v.optional(v.string(), 'current'),
  version: v.object({
    number: v.number(),
    createdAt: v.nullish(v.string()),
    authorId: v.nullish(v.string()),
  }),
  body: v.optional(v.object({ storage: v.optional(v.object({ value: v.string() })) }), {}),
  resolutionStatus: v.nullish(v.string()),
});

const attachmentSchema = v.object({
  id,
  title: v.string(),
  status: v.optional(v.string(), 'current'),
  mediaType: v.nullish(v.string()),
  fileSize: v.nullish(v.number()),
  downloadLink: v.nullish(v.string()),
});

const listOf = <T extends v.GenericSchema>(item: T) => v.object({ results: v.array(item) });

/** A footer or inline comment. */
export type Comment = v.InferOutput<typeof commentSchema>;
/** A file attached to a page or blog post. */
export type Attachment = v.InferOutput<typeof attachmentSchema>;
/** A comment with its replies. */
export interface Thread {
  readonly comment: Comment;
  readonly kind: 'footer' | 'inline';
  readonly replies: readonly Comment[];
}

/** The labels of a page or blog post. */
export const listLabels = async (kind: ContentKind, contentId: string) =>
  (
    await ask(
      listOf(labelSchema),
      'GET',
      `/wiki/api/v2/${collection(kind)}/${contentId}/labels${query({ limit: LIST_LIMIT })}`,
    )
  ).results;

/** Adds one global label. */
export const addLabel = (contentId: string, name: string) =>
  send('POST', `/wiki/rest/api/content/${contentId}/label`, [{ prefix: 'global', name }]);

/** Removes one label. */
export const removeLabel = (contentId: string, name: string) =>
  send('DELETE', `/wiki/rest/api/content/${contentId}/label${query({ name })}`);

/** The threads of one type on a page or blog post, each with its replies. */
export async function listThreads(
  kind: ContentKind,
  contentId: string,
  type: Thread['kind'],
): Promise<readonly Thread[]> {
  const base = `/wiki/api/v2/${collection(kind)}/${contentId}`;
  const parameters = query({ 'body-format': 'storage', limit: LIST_LIMIT });
  const list = await ask(listOf(commentSchema), 'GET', `${base}/${type}-comments${parameters}`);
  return Promise.all(
    list.results.map(async (comment) => {
      const address = `/wiki/api/v2/${type}-comments/${comment.id}/children${parameters}`;
      return { comment, kind: type, replies: (await ask(listOf(commentSchema), 'GET', address)).results };
    }),
  );
}

/** Posts a footer comment on a page or blog post; `body` is storage format. */
export const addComment = (kind: ContentKind, contentId: string, body: string) =>
  send('POST', '/wiki/api/v2/footer-comments', {
    [kind === 'page' ? 'pageId' : 'blogPostId']: contentId,
    body: { representation: 'storage', value: body },
  });

/** Comments on the first place where `phrase` stands in the text. */
export const addInlineComment = (kind: ContentKind, contentId: string, phrase: string, body: string) =>
  send('POST', '/wiki/api/v2/inline-comments', {
    [kind === 'page' ? 'pageId' : 'blogPostId']: contentId,
    body: { representation: 'storage', value: body },
    inlineCommentProperties: {
      textSelection: phrase,
      textSelectionMatchCount: 1,
      textSelectionMatchIndex: 0,
    },
  });

/** Answers a comment. */
export const addReply = (thread: Thread, body: string) =>
  send('POST', `/wiki/api/v2/${thread.kind}-comments`, {
    parentCommentId: thread.comment.id,
    body: { representation: 'storage', value: body },
  });

/** Saves a comment's new text. */
export const updateComment = (kind: Thread['kind'], comment: Comment, body: string) =>
  send('PUT', `/wiki/api/v2/${kind}-comments/${comment.id}`, {
    version: { number: comment.version.number + 1 },
    body: { representation: 'storage', value: body },
  });

/** Deletes a comment. */
export const deleteComment = (kind: Thread['kind'], commentId: string) =>
  send('DELETE', `/wiki/api/v2/${kind}-comments/${commentId}`);

/** Resolves or reopens an inline comment (Confluence's REST knows this for inline comments only). */
export const resolveComment = (comment: Comment, resolved: boolean) =>
  send('PUT', `/wiki/api/v2/inline-comments/${comment.id}`, {
    version: { number: comment.version.number + 1 },
    body: { representation: 'storage', value: comment.body.storage?.value ?? '' },
    resolved,
  });

/** The account ids of those who like it. */
export const listLikes = async (kind: ContentKind, contentId: string) =>
  (
    await ask(
      listOf(v.object({ accountId: v.string() })),
      'GET',
      `/wiki/api/v2/${collection(kind)}/${contentId}/likes/users${query({ limit: LIST_LIMIT })}`,
    )
  ).results.map((like) => like.accountId);

/** The account ids of those who like a comment. */
export const listCommentLikes = async (kind: Thread['kind'], commentId: string) =>
  (
    await ask(
      listOf(v.object({ accountId: v.string() })),
      'GET',
      `/wiki/api/v2/${kind}-comments/${commentId}/likes/users${query({ limit: LIST_LIMIT })}`,
    )
  ).results.map((like) => like.accountId);

/** Whether the current user watches it. */
export const isWatching = async (contentId: string) =>
  (await ask(v.object({ watching: v.boolean() }), 'GET', `/wiki/rest/api/user/watch/content/${contentId}`))
    .watching;

/** Starts or stops watching. */
export const setWatching = (contentId: string, watching: boolean) =>
  send(watching ? 'POST' : 'DELETE', `/wiki/rest/api/user/watch/content/${contentId}`);

/** The files attached. */
export const listAttachments = async (kind: ContentKind, contentId: string) =>
  (
    await ask(
      listOf(attachmentSchema),
      'GET',
      `/wiki/api/v2/${collection(kind)}/${contentId}/attachments${query({ limit: LIST_LIMIT })}`,
    )
  ).results;

/** Attaches a file. */
export function uploadAttachment(contentId: string, file: File): Promise<unknown> {
  const form = new FormData();
  form.set('file', file);
  form.set('minorEdit', 'true');
  return send('POST', `/wiki/rest/api/content/${contentId}/child/attachment`, form);
}

/** Moves an attachment to the trash. */
export const deleteAttachment = (attachmentId: string) =>
  send('DELETE', `/wiki/api/v2/attachments/${attachmentId}`);
