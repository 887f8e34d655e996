// The index of the site: which record belongs to which. Every relation is written here and nowhere else,
// so that a reader finds all key shapes in one place. It must not check whether a relation makes sense.

import type { ContentRecord } from './model/content';
import { isTreeRecord } from './model/content';
import type { LabelRecord } from './model/records';
import type { Tables } from './tables';
import { listIndex } from './tables';

/** Keeps the index of one content record as its place and title change. `before` is what is stored now. */
export function indexContent(
  tables: Tables,
  before: ContentRecord | undefined,
  after: ContentRecord | undefined,
): void {
  if (before !== undefined) for (const [key] of keysOf(before)) tables.index.remove(key);
  if (after !== undefined) for (const [key, value] of keysOf(after)) tables.index.put(key, value);
}

function keysOf(content: ContentRecord): readonly (readonly [(string | number)[], string | true])[] {
  const keys: [(string | number)[], string | true][] = [
    [['in-space', content.spaceId, content.type, content.id], true],
  ];
  if (content.type === 'page' || content.type === 'blogpost') {
    if (holdsTitle(content)) {
      keys.push([['title', content.spaceId, content.type, titleKey(content.title)], content.id]);
    }
  }
  if (isTreeRecord(content)) {
    keys.push([['child', content.parentId ?? `space:${content.spaceId}`, content.id], true]);
  }
  if (content.type === 'comment') {
    keys.push([['comment', content.containerId, content.location, content.id], true]);
    if (content.parentCommentId !== undefined) {
      keys.push([['reply', content.parentCommentId, content.id], true]);
    }
  }
  if (content.type === 'attachment') keys.push([['attachment', content.containerId, content.id], true]);
  return keys;
}

/** Drafts and trashed content leave their title free. */
function holdsTitle(content: ContentRecord): boolean {
  return content.status === 'current' || content.status === 'archived';
}

/** Titles are unique whatever their case. */
function titleKey(title: string): string {
  return title.toLowerCase();
}

/** The published page or blog post of that title in the space. */
export function findByTitle(
  tables: Tables,
  spaceId: string,
  type: 'page' | 'blogpost',
  title: string,
): string | undefined {
  const id = tables.index.get(['title', spaceId, type, titleKey(title)]);
  return typeof id === 'string' ? id : undefined;
}

export function idsInSpace(tables: Tables, spaceId: string, type?: string): readonly string[] {
  const prefix =
    type === undefined ? (['in-space', spaceId] as const) : (['in-space', spaceId, type] as const);
  return listIndex(tables, prefix).map(({ rest }) => String(rest.at(-1)));
}

/** Ids of the tree items directly below a content or, for `space:<id>`, at the root of a space. */
export function childIds(tables: Tables, parent: string): readonly string[] {
  return lastParts(tables, ['child', parent]);
}

export function commentIds(
  tables: Tables,
  containerId: string,
  location?: 'footer' | 'inline',
): readonly string[] {
  return lastParts(
    tables,
    location === undefined ? ['comment', containerId] : ['comment', containerId, location],
  );
}

export function replyIds(tables: Tables, commentId: string): readonly string[] {
  return lastParts(tables, ['reply', commentId]);
}

export function attachmentIds(tables: Tables, containerId: string): readonly string[] {
  return lastParts(tables, ['attachment', containerId]);
}

export function findLabel(tables: Tables, prefix: string, name: string): LabelRecord | undefined {
  const id = tables.index.get(['label-name', prefix, name]);
  return typeof id === 'string' ? tables.labels.get(id) : undefined;
}

/** Ids of what carries the label: content, spaces (`space:<id>`) and templates (`template:<id>`). */
export function labelledIds(tables: Tables, labelId: string): readonly string[] {
  return lastParts(tables, ['labelled', labelId]);
}

/** The labels of an owner in the order in which they were added. */
export function labelsOf(tables: Tables, owner: string): readonly LabelRecord[] {
  return listIndex(tables, ['has-label', owner])
    .map(({ rest, value }) => ({ id: String(rest.at(-1)), order: Number(value) }))
    .sort((a, b) => a.order - b.order)
    .flatMap(({ id }) => tables.labels.get(id) ?? []);
}

/** accountIds that like a content, or watch it. */
export function peopleOf(tables: Tables, relation: 'like' | 'watch', contentId: string): readonly string[] {
  return lastParts(tables, [relation, contentId]);
}

function lastParts(tables: Tables, prefix: readonly [string, ...string[]]): readonly string[] {
  return listIndex(tables, prefix).map(({ rest }) => String(rest.at(-1)));
}
