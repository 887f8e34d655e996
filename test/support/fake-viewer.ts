// A pretended user for the views beside the admin page: what the user can see is what the test puts in.

import type { ViewedContent, ViewedSpace, Viewer } from '../../src/core/admin/viewer/viewer';

/** A space that the user can see. */
export function aSpace(overrides: Partial<ViewedSpace> = {}): ViewedSpace {
  return { id: '1', key: 'ENG', name: 'Engineering', type: 'global', administers: false, ...overrides };
}

/** A page that the user can see. */
export function aPage(overrides: Partial<ViewedContent> = {}): ViewedContent {
  return {
    id: '7',
    type: 'page',
    status: 'current',
    title: 'Meeting of Monday',
    authorId: 'author',
    createdAt: '2026-01-01T10:00:00.000Z',
    version: { number: 3, authorId: 'author', createdAt: '2026-01-02T10:00:00.000Z' },
    space: aSpace(),
    ...overrides,
  };
}

/** A user who sees these contents, their spaces, and the spaces given. */
export function createFakeViewer(
  contents: readonly ViewedContent[],
  spaces: readonly ViewedSpace[] = [],
): Viewer {
  const all = [...spaces, ...contents.map(({ space }) => space)];
  return {
    accountId: 'viewer',
    content: (id) => Promise.resolve(contents.find((content) => content.id === id)),
    space: (key) => Promise.resolve(all.find((space) => space.key === key)),
    findContent: (key, words) =>
      Promise.resolve(
        contents.filter(
          ({ title, space }) =>
            (key === undefined || space.key === key) && title.toLowerCase().includes(words.toLowerCase()),
        ),
      ),
  };
}
