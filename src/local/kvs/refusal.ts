// What the key-value store answers when it refuses: a status, and the `{ code, message }` that @forge/kvs turns
// into a ForgeKvsAPIError. It must not decide anything.
//
// Codes are Forge's where its pages name them (…/storage-reference/handling-errors-kvs and -customentities).
// Where they name none the code is BAD_REQUEST, with the cause in `context.reason`.

import { err } from '../../core/result';

export interface KvsRefusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** Reaches the app as `error.context`. */
  readonly context?: { readonly reason: string };
}

export type Refused = { readonly ok: false; readonly error: KvsRefusal };

/** A refusal with a code of its own; 400 unless `status` says otherwise. */
export function refuse(code: string, message: string, status = 400): Refused {
  return err({ status, code, message });
}

/** A request that Forge would refuse without a code that says why. */
export function badRequest(reason: string): Refused {
  return err({
    status: 400,
    code: 'BAD_REQUEST',
    message: 'Provided request body is invalid',
    context: { reason },
  });
}

export function keyNotFound(key: string): Refused {
  return refuse('KEY_NOT_FOUND', `Key "${key}" does not exist`, 404);
}
