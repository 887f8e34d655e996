// Walks a part of an ordered table: rows under a base, optionally within a condition on the part after the base,
// forwards or backwards, from a cursor on. It must not know what the rows are for.

import type { Key } from 'lmdb';
import type { Table } from '../store/store';
import { compareScalars, conditionHolds } from './conditions';
import type { Condition, Scalar } from './conditions';

export interface ScanOptions {
  /** The first parts of every row wanted. */
  readonly base: readonly Key[];
  /** On the part that follows the base; it must be one that an index answers (`where`). */
  readonly condition?: Condition;
  /** @default false */
  readonly reverse?: boolean;
  /** The last row already seen. */
  readonly after?: readonly Key[];
}

/** Sorts after every string, number and boolean in LMDB's order. */
const LAST = new Uint8Array([0xff]);
/** The last code point: a prefix followed by it sorts after whatever text begins with the prefix. */
const LAST_CHARACTER = '\u{10FFFF}';

/** The rows wanted, in order. */
export function* scanTable<V>(
  table: Table<V>,
  options: ScanOptions,
): Iterable<{ readonly row: readonly Key[]; readonly value: V }> {
  const { base, condition, reverse = false, after } = options;
  const { low, high } = boundsOf(condition);
  const lowKey = low === undefined ? [...base] : [...base, low];
  const highKey = high === undefined ? [...base, LAST] : [...base, high, LAST];
  const cursor = after === undefined ? undefined : JSON.stringify(after);
  const rows = reverse
    ? table.range({ start: after === undefined ? highKey : [...after], end: [...base], reverse: true })
    : table.range({ start: after === undefined ? lowKey : [...after], end: highKey });
  for (const { key, value } of rows) {
    const row = key as Key[];
    if (cursor !== undefined && JSON.stringify(row) === cursor) continue;
    if (condition !== undefined) {
      const part = row[base.length] as Scalar;
      if (reverse && low !== undefined && compareScalars(part, low) < 0) return;
      // The bounds include their ends; GREATER_THAN and LESS_THAN do not.
      if (!conditionHolds(condition, part)) continue;
    }
    yield { row, value };
  }
}

function boundsOf(condition: Condition | undefined): { low?: Scalar; high?: Scalar } {
  if (condition === undefined) return {};
  const { operator, first, second } = condition;
  switch (operator) {
    case 'GREATER_THAN':
    case 'GREATER_THAN_EQUAL_TO':
      return { low: first };
    case 'LESS_THAN':
    case 'LESS_THAN_EQUAL_TO':
      return { high: first };
    case 'BETWEEN':
      return { low: first, high: second };
    case 'EQUAL_TO':
      return { low: first, high: first };
    case 'BEGINS_WITH':
      return { low: first, high: `${String(first)}${LAST_CHARACTER}` };
    default:
      return {};
  }
}
