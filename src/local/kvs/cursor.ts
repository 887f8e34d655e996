// Cursors of queries: the last row seen, in a text that means nothing to the app.
// It must not be trusted: a cursor comes back from outside.

import type { Key } from 'lmdb';
import { ok } from '../../core/result';
import type { Result } from '../../core/result';
import { isScalar } from './conditions';
import { badRequest } from './refusal';
import type { KvsRefusal } from './refusal';

export function toCursor(row: readonly Key[]): string {
  return Buffer.from(JSON.stringify(row)).toString('base64url');
}

/** The row of `cursor`, which must lie under `base`; `undefined` when there is no cursor. */
export function parseCursor(
  cursor: string | undefined,
  base: readonly Key[],
): Result<readonly Key[] | undefined, KvsRefusal> {
  if (cursor === undefined) return ok(undefined);
  let row: unknown;
  try {
    row = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return badRequest('cursor: expected one from an earlier answer');
  }
  const isRow =
    Array.isArray(row) &&
    row.length > base.length &&
    row.every(isScalar) &&
    base.every((part, at) => part === row[at]);
  return isRow
    ? ok(row as Key[])
    : badRequest('cursor: expected one from an earlier answer to the same query');
}
