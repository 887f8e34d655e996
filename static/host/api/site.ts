// What people do on a Confluence site that has no public REST operation: the host's own routes below
// /_host/site (docs/host-api.md, "Site actions"). No state, no rendering.

import * as v from 'valibot';
import type { ContentKind, Draft } from './content';
import { ask, send } from './http';
import type { TreeItemKind } from './tree-items';

const SITE = '/_host/site';

/** Kinds of content that the site's own actions work on. */
export type SiteKind = ContentKind | TreeItemKind | 'comment' | 'attachment';

const COLLECTIONS = {
  page: 'pages',
  blogpost: 'blogposts',
  comment: 'comments',
  attachment: 'attachments',
  whiteboard: 'whiteboards',
  database: 'databases',
  embed: 'embeds',
  folder: 'folders',
} as const satisfies Record<SiteKind, string>;

const address = (kind: SiteKind, contentId: string, action: string): string =>
  `${SITE}/${COLLECTIONS[kind]}/${contentId}/${action}`;

/** Likes or stops liking. */
export const setLike = (kind: SiteKind, contentId: string, likes: boolean) =>
  send(likes ? 'POST' : 'DELETE', address(kind, contentId, 'like'));

/** Says that the current user looked at it. */
export const recordView = (kind: SiteKind, contentId: string) =>
  send('POST', address(kind, contentId, 'view'));

/** Takes out of the trash. */
export const restore = (kind: SiteKind, contentId: string) =>
  send('POST', address(kind, contentId, 'restore'));

/** Archives an attachment, or brings a page or attachment back from the archive. */
export const setArchived = (kind: SiteKind, contentId: string, archived: boolean) =>
  send('POST', address(kind, contentId, archived ? 'archive' : 'unarchive'));

/** Moves what stands in the tree, relative to something else there. */
export const moveItem = (
  kind: SiteKind,
  contentId: string,
  position: 'before' | 'after' | 'append',
  targetId: string,
) => send('POST', address(kind, contentId, 'move'), { position, targetId });

/** Copies what stands in the tree, beside the original unless a parent is given; answers the copy's id. */
export const copyItem = (kind: SiteKind, contentId: string, title: string, parentId?: string) =>
  ask(v.object({ id: v.string() }), 'POST', address(kind, contentId, 'copy'), {
    title,
    ...(parentId === undefined ? {} : { parentId }),
  });

/** Ends an edit session of a live doc with what was written in it. */
export const endEditSession = (contentId: string, draft: Draft) =>
  send('POST', `${SITE}/pages/${contentId}/edit-session`, {
    title: draft.title,
    body: { representation: 'storage', value: draft.body },
  });

/** Turns a live doc into a page. */
export const publishLiveDoc = (contentId: string) => send('POST', `${SITE}/pages/${contentId}/publish`);

/** Puts the children of a page in an order. */
export const orderChildren = (contentId: string, order: readonly string[]) =>
  send('PUT', `${SITE}/pages/${contentId}/children-order`, { order });

/** Labels a template. */
export const addTemplateLabel = (templateId: string, name: string) =>
  send('POST', `${SITE}/templates/${templateId}/labels`, [{ prefix: 'global', name }]);

/** Takes a label off a template. */
export const removeTemplateLabel = (templateId: string, name: string) =>
  send('DELETE', `${SITE}/templates/${templateId}/labels?name=${encodeURIComponent(name)}`);

/** Adds a person to the site. */
export const addPerson = (displayName: string) => send('POST', `${SITE}/users`, { displayName });

/** Deactivates a person or takes the access to Confluence away, and back. */
export const changePerson = (
  accountId: string,
  change: { readonly active?: boolean; readonly access?: boolean },
) => send('PUT', `${SITE}/users/${encodeURIComponent(accountId)}`, change);

/** Deletes a person's account. */
export const deletePerson = (accountId: string) =>
  send('DELETE', `${SITE}/users/${encodeURIComponent(accountId)}`);

const foundSchema = v.object({
  results: v.array(v.object({ id: v.string(), type: v.string(), title: v.optional(v.string(), '') })),
});

/** Searches the site as a person does in the search field. */
export const searchSite = (text: string) => ask(foundSchema, 'POST', `${SITE}/search`, { query: text });
