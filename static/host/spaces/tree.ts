// Turns the flat list of a space's pages into a tree. Pure.

import type { ContentSummary } from '../api/content';

/** A page with the pages under it. */
export interface PageNode {
  readonly page: ContentSummary;
  readonly children: readonly PageNode[];
}

/**
 * The trees of pages: those at the top, each with what is under it. Brothers are ordered by position, then by
 * title. A page whose parent is not in the list stands at the top; a page under itself is left out once seen.
 */
export function pageTree(pages: readonly ContentSummary[]): readonly PageNode[] {
  const known = new Set(pages.map((page) => page.id));
  const under = new Map<string, ContentSummary[]>();
  for (const page of pages) {
    const parent = page.parentId != null && known.has(page.parentId) ? page.parentId : '';
    under.set(parent, [...(under.get(parent) ?? []), page]);
  }
  const seen = new Set<string>();
  const branch = (parent: string): readonly PageNode[] =>
    (under.get(parent) ?? [])
      .filter((page) => !seen.has(page.id))
      .toSorted(byPosition)
      .map((page) => {
        seen.add(page.id);
        return { page, children: branch(page.id) };
      });
  return branch('');
}

function byPosition(left: ContentSummary, right: ContentSummary): number {
  const leftPosition = left.position ?? Number.MAX_SAFE_INTEGER;
  const rightPosition = right.position ?? Number.MAX_SAFE_INTEGER;
  return leftPosition - rightPosition || left.title.localeCompare(right.title);
}
