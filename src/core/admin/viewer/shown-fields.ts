// Fields that no event carries, as far as a user who can see the page may see them: the app can read more than its
// users. What is withheld counts as not read, so that nothing derived from it is shown either.

import { err } from '../../result';
import type { FieldSource } from '../../ports';

/** Who watches a page is for its space's administrators to know. */
const WITHHELD = /(^|\.)watchers$/;

/** `source` without what is withheld from users. */
export function shownFields(source: FieldSource): FieldSource {
  return {
    async fetch(paths, event) {
      const shown = paths.filter((path) => !WITHHELD.test(path));
      const fetched = new Map(shown.length === 0 ? [] : await source.fetch(shown, event));
      for (const path of paths) {
        if (!WITHHELD.test(path)) continue;
        const message = `${path} is shown to administrators only.`;
        fetched.set(path, err({ kind: 'forbidden', message, retryable: false }));
      }
      return fetched;
    },
  };
}
