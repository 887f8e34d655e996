// Whiteboards, databases, Smart Links and folders, through Confluence's REST. No state, no rendering.

import * as v from 'valibot';
import { ask, query, send } from './http';

/** What can stand in a space's tree beside pages. */
export type TreeItemKind = (typeof TREE_ITEM_KINDS)[number];

/** Every kind of tree item. */
export const TREE_ITEM_KINDS = ['whiteboard', 'database', 'embed', 'folder'] as const;

/** What people call each kind. */
export const TREE_ITEM_NAMES: Readonly<Record<TreeItemKind, string>> = {
  whiteboard: 'Whiteboard',
  database: 'Database',
  embed: 'Smart Link',
  folder: 'Folder',
};

const itemSchema = v.object({
  id: v.string(),
  type: v.picklist(TREE_ITEM_KINDS),
  title: v.optional(v.string(), ''),
  parentId: v.nullish(v.string()),
  authorId: v.nullish(v.string()),
  createdAt: v.nullish(v.string()),
  embedUrl: v.nullish(v.string()),
});

const searchSchema = v.object({
  results: v.array(
    v.object({
      content: v.object({
        id: v.string(),
        type: v.picklist(TREE_ITEM_KINDS),
        title: v.optional(v.string(), ''),
      }),
    }),
  ),
});

const SEARCH_LIMIT = 100;

/** The items of a space; the REST lists them through search only. */
export async function listTreeItems(spaceKey: string) {
  const types = TREE_ITEM_KINDS.map((kind) => `"${kind}"`).join(', ');
  const cql = `space = "${spaceKey}" and type in (${types})`;
  const found = await ask(searchSchema, 'GET', `/wiki/rest/api/search${query({ cql, limit: SEARCH_LIMIT })}`);
  return found.results.map((result) => result.content);
}

/** One item. */
export const readTreeItem = (kind: TreeItemKind, id: string) =>
  ask(itemSchema, 'GET', `/wiki/api/v2/${kind}s/${id}`);

/** Creates an item under a page or folder; `embedUrl` is for Smart Links. */
export const createTreeItem = (
  kind: TreeItemKind,
  item: {
    readonly spaceId: string;
    readonly title: string;
    readonly parentId?: string;
    readonly embedUrl?: string;
  },
) => ask(itemSchema, 'POST', `/wiki/api/v2/${kind}s`, item);

/** Moves an item to the trash. */
export const trashTreeItem = (kind: TreeItemKind, id: string) =>
  send('DELETE', `/wiki/api/v2/${kind}s/${id}`);
