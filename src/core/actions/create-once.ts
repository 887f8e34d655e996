// Makes a page at most once for one effect key. The title is what Confluence keeps unique, and the mark in the body
// tells a page of an earlier attempt from one of somebody else.

import { FailureError } from '../failure';

/** What is found under a title. */
export interface FoundPage {
  readonly id: string;
  /** Storage format. */
  readonly body: string;
}

interface Creation {
  /** Tried in this order while the one before is taken. */
  readonly titles: readonly string[];
  readonly marker: string;
  readonly create: (title: string) => Promise<string>;
  /** Throws when it is too late to begin. */
  readonly begin: () => void;
  readonly find: (title: string) => Promise<FoundPage | undefined>;
}

/**
 * The page, and whether an earlier attempt had made it. Throws a `FailureError` when every title is taken, and what
 * `begin` throws.
 */
export async function createOnce(
  creation: Creation,
): Promise<{ readonly pageId: string; readonly title: string; readonly earlier: boolean }> {
  for (const title of creation.titles) {
    // Every title costs two requests, so the time may have run out since the last one.
    creation.begin();
    try {
      return { pageId: await creation.create(title), title, earlier: false };
    } catch (error) {
      if (!mayBeTaken(error)) throw error;
      const holder = await creation.find(title);
      if (holder === undefined) throw error;
      if (holder.body.includes(creation.marker)) return { pageId: holder.id, title, earlier: true };
    }
  }
  const [title = ''] = creation.titles;
  throw new FailureError({
    kind: 'bad-request',
    message: `Failed to create the page "${title}": the space has a page of that title. Choose another title, or have it made unique.`,
    retryable: false,
  });
}

/** Confluence says no more of a taken title than that the request was bad. */
function mayBeTaken(error: unknown): boolean {
  return (
    error instanceof FailureError &&
    (error.failure.kind === 'bad-request' || error.failure.kind === 'conflict')
  );
}
