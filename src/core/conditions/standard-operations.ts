// The operators of JSON Logic whose arguments are all evaluated first, as in json-logic-js 2.0.5. The loose
// comparisons and coercions below are that library's meaning, not ours: changing one breaks the agreement
// that the differential test checks. The lazy operators (if, and, or, …) are in compile-condition.ts.

import { isWholePath, readSteps, splitPath } from './read-path';
import { truthy } from './truthy';

/** What an eager operator does with its evaluated arguments and the data in scope. */
export type StandardOperation = (args: readonly unknown[], data: unknown) => unknown;

/** Only its operators coerce; the type says nothing that JavaScript does not. */
type Comparable = number;

/** The binary operators; JSON Logic's == and != are JavaScript's loose ones. For callers that have exactly two arguments at hand. */
export const BINARY: ReadonlyMap<string, (a: unknown, b: unknown) => unknown> = new Map<
  string,
  (a: unknown, b: unknown) => unknown
>([
  ['==', (a, b) => a == b],
  ['===', (a, b) => a === b],
  ['!=', (a, b) => a != b],
  ['!==', (a, b) => a !== b],
  ['>', (a, b) => (a as Comparable) > (b as Comparable)],
  ['>=', (a, b) => (a as Comparable) >= (b as Comparable)],
  ['<', (a, b) => (a as Comparable) < (b as Comparable)],
  ['<=', (a, b) => (a as Comparable) <= (b as Comparable)],
  ['in', isIn],
  ['%', (a, b) => (a as number) % (b as number)],
  ['/', (a, b) => (a as number) / (b as number)],
]);

/** Every eager operator of the standard. `missing` and `missing_some` run data as logic, see compile-condition.ts. */
export const STANDARD_OPERATIONS: ReadonlyMap<string, StandardOperation> = new Map<string, StandardOperation>(
  [
    ...[...BINARY].map(
      ([name, apply]) => [name, (args: readonly unknown[]) => apply(args[0], args[1])] as const,
    ),
    ['<', ([a, b, c]) => lessThan(a, b) && (c === undefined || lessThan(b, c))],
    ['<=', ([a, b, c]) => atMost(a, b) && (c === undefined || atMost(b, c))],
    ['!!', ([a]) => truthy(a)],
    ['!', ([a]) => !truthy(a)],
    // The library prints its argument. Rules may not use it, so only its value is kept.
    ['log', ([a]) => a],
    ['cat', (args) => args.join('')],
    ['substr', ([source, start, end]) => substr(source, start, end)],
    ['+', (args) => args.reduce<number>((sum, arg) => toFloat(sum) + toFloat(arg), 0)],
    ['*', (args) => args.reduce((product, arg) => toFloat(product) * toFloat(arg))],
    ['-', ([a, b]) => (b === undefined ? -(a as number) : (a as number) - (b as number))],
    ['min', (args) => Math.min(...(args as number[]))],
    ['max', (args) => Math.max(...(args as number[]))],
    ['merge', (args) => args.reduce<unknown[]>((all, arg) => all.concat(arg), [])],
    ['var', ([path, fallback], data) => readVar(path, fallback, data)],
  ],
);

function lessThan(a: unknown, b: unknown): boolean {
  return (a as Comparable) < (b as Comparable);
}

function atMost(a: unknown, b: unknown): boolean {
  return (a as Comparable) <= (b as Comparable);
}

function toFloat(value: unknown): number {
  return parseFloat(value as string);
}

/** Membership in a list, or a part of a text; false where the second argument is neither. */
function isIn(needle: unknown, haystack: unknown): boolean {
  if (!haystack) return false;
  const { indexOf } = haystack as { indexOf?: unknown };
  if (indexOf === undefined) return false;
  // A data object with a field of that name; the library calls it and fails with these words.
  if (typeof indexOf !== 'function') throw new TypeError('b.indexOf is not a function');
  return (haystack as string).indexOf(needle as string) !== -1;
}

/** A negative `end` counts from the end, as in PHP. `null` reads as the text "null". */
function substr(source: unknown, start: unknown, end: unknown): string {
  const from = start as number;
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the reference is defined by substr.
  if (!((end as number) < 0)) return String(source).substr(from, end as number);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- as above.
  const rest = String(source).substr(from);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- as above.
  return rest.substr(0, rest.length + (end as number));
}

function readVar(path: unknown, fallback: unknown, data: unknown): unknown {
  if (isWholePath(path)) return data;
  return readSteps(data, splitPath(path), fallback === undefined ? null : fallback);
}
