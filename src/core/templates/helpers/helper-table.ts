// The fixed list of helpers, and of the blocks built into the language. Nothing registers another at run time.

import * as compare from './compare-helpers';
import { link, mention } from './confluence-helpers';
import { date } from './date-helper';
import * as text from './text-helpers';
import type { Helper } from './helper';

/** Names of the helpers, in the order in which documentation shows them. */
export const HELPER_NAMES = [
  'mention',
  'link',
  'date',
  'upper',
  'lower',
  'trim',
  'truncate',
  'join',
  'default',
  'count',
  'lookup',
  'eq',
  'ne',
  'lt',
  'lte',
  'gt',
  'gte',
  'and',
  'or',
  'not',
  'contains',
  'startsWith',
] as const;
export type HelperName = (typeof HELPER_NAMES)[number];

export const HELPERS: { readonly [K in HelperName]: Helper } = {
  mention,
  link,
  date,
  upper: text.upper,
  lower: text.lower,
  trim: text.trim,
  truncate: text.truncate,
  join: text.join,
  default: text.defaultTo,
  count: text.count,
  lookup: text.lookup,
  eq: compare.eq,
  ne: compare.ne,
  lt: compare.lt,
  lte: compare.lte,
  gt: compare.gt,
  gte: compare.gte,
  and: compare.and,
  or: compare.or,
  not: compare.not,
  contains: compare.contains,
  startsWith: compare.startsWith,
};

/** Blocks of the language: `{{#each list}}…{{/each}}`; `raw` is written `{{{{raw}}}}…{{{{/raw}}}}`. */
export const BLOCK_NAMES = ['if', 'unless', 'each', 'with', 'raw'] as const;

/** What may follow an `@`. `now` is the moment of rendering, in milliseconds since 1970. */
export const DATA_NAMES = ['root', 'index', 'key', 'first', 'last', 'now'] as const;

/** True for a helper of the list. */
export function isHelperName(name: string): name is HelperName {
  return Object.hasOwn(HELPERS, name);
}
