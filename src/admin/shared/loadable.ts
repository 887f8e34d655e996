// Something that is being loaded, could not be, or is there. It must not load anything.

import type { AdminError, AdminResult } from '../../core/admin/api/result';

export type Loadable<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly error: AdminError }
  | { readonly status: 'ready'; readonly data: T };

/** Nothing yet, but asked for. */
export const LOADING: { readonly status: 'loading' } = { status: 'loading' };

/** The app's answer as what a view shows. */
export function toLoadable<T>(result: AdminResult<T>): Loadable<T> {
  return result.ok ? { status: 'ready', data: result.data } : { status: 'failed', error: result.error };
}
