// Tells that another writer was first from every other refusal of the store.

import { ForgeKvsAPIError } from '@forge/kvs';

/** A key that was to be new exists, or the condition of a transaction no longer holds. */
export function isConflict(error: unknown): boolean {
  return (
    error instanceof ForgeKvsAPIError &&
    (error.code === 'KEY_CONFLICT' || error.code === 'CONDITIONAL_CHECK_FAILED')
  );
}
