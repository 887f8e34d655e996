// The tree of a space's pages, from any list of pages.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ContentSummary } from '../../static/host/api/content';
import { pageTree } from '../../static/host/spaces/tree';
import type { PageNode } from '../../static/host/spaces/tree';

const page = (
  id: string,
  parentId: string | null,
  title = id,
  position: number | null = null,
): ContentSummary => ({
  id,
  title,
  status: 'current',
  parentId,
  position,
});
const ids = (nodes: readonly PageNode[]): unknown[] =>
  nodes.map((node) => [node.page.id, ids(node.children)]);

it('puts pages under their parents, by position and then by title', () => {
  const pages = [page('1', null), page('3', '1', 'b'), page('2', '1', 'a'), page('4', '1', 'z', 0)];
  expect(ids(pageTree(pages))).toEqual([
    [
      '1',
      [
        ['4', []],
        ['2', []],
        ['3', []],
      ],
    ],
  ]);
});

it('shows a page whose parent is not there at the top', () => {
  expect(ids(pageTree([page('1', 'gone')]))).toEqual([['1', []]]);
});

it('ends on any list and shows no page twice', () => {
  const anyPage = fc.record({ id: fc.stringMatching(/^[1-9]$/u), parentId: fc.stringMatching(/^[1-9]$/u) });
  fc.assert(
    fc.property(fc.uniqueArray(anyPage, { selector: ({ id }) => id }), (list) => {
      const count = (nodes: readonly PageNode[]): number =>
        nodes.reduce((sum, node) => sum + 1 + count(node.children), 0);
      expect(count(pageTree(list.map(({ id, parentId }) => page(id, parentId))))).toBeLessThanOrEqual(
        list.length,
      );
    }),
    { seed: 7 },
  );
});
