// How every call of the admin page is answered: `{ ok: true, data }` or `{ ok: false, error }`, because Forge turns a
// thrown error into text. It must not know any call.

import type { Problem } from '../../result';

export interface AdminError {
  readonly code: 'forbidden' | 'not-found' | 'invalid' | 'conflict' | 'failed';
  readonly message: string;
  /** For `invalid`: every problem, with its path. */
  readonly problems?: readonly Problem[];
}

export type AdminResult<T> =
  { readonly ok: true; readonly data: T } | { readonly ok: false; readonly error: AdminError };

/** Page by opaque cursor; an absent `cursor` in the answer means the end. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly cursor?: string;
}
