// The answers of the admin interface, made in one line each.

import type { AdminError, AdminResult } from './api/result';
import type { Problem } from '../result';

export function answer<T>(data: T): AdminResult<T> {
  return { ok: true, data };
}

export function refuse(
  code: AdminError['code'],
  message: string,
  problems?: readonly Problem[],
): { readonly ok: false; readonly error: AdminError } {
  return { ok: false, error: { code, message, ...(problems === undefined ? {} : { problems }) } };
}
