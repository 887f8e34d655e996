// Helpers that compare, for use in conditions: `{{#if (eq content.type "page")}}`. They answer true or false, and must
// not fail on data of any kind.

import { isTruthy, toText } from '../markup';
import { charged } from './text-helpers';
import type { Helper } from './helper';

/** More arguments than this are a mistake of the author. */
const MANY = 20;

export const eq: Helper = comparison('Whether two values are equal; a number equals its text.', same);
export const ne: Helper = comparison('Whether two values differ.', (a, b) => !same(a, b));
export const lt: Helper = comparison(
  'Whether the first is less than the second.',
  ordered((order) => order < 0),
);
export const lte: Helper = comparison(
  'Whether the first is at most the second.',
  ordered((order) => order <= 0),
);
export const gt: Helper = comparison(
  'Whether the first is more than the second.',
  ordered((order) => order > 0),
);
export const gte: Helper = comparison(
  'Whether the first is at least the second.',
  ordered((order) => order >= 0),
);

export const and: Helper = logic('Whether all are something.', (args) => args.every(isTruthy));
export const or: Helper = logic('Whether any is something.', (args) => args.some(isTruthy));

export const not: Helper = {
  args: [1, 1],
  options: [],
  toleratesMissing: true,
  summary: 'Whether the value is missing, empty, 0 or false.',
  call: ([value]) => !isTruthy(value),
};

export const contains: Helper = {
  args: [2, 2],
  options: [],
  toleratesMissing: true,
  summary: 'Whether a list has the item, or a text the part.',
  call([whole, part], _options, environment) {
    if (Array.isArray(whole)) return whole.some((item) => same(item, part));
    return typeof whole === 'string' && charged(whole, environment).includes(toText(part));
  },
};

export const startsWith: Helper = {
  args: [2, 2],
  options: [],
  toleratesMissing: true,
  summary: 'Whether a text begins with another.',
  call: ([text, start], _options, environment) =>
    typeof text === 'string' && charged(text, environment).startsWith(toText(start)),
};

/** Ids arrive as text, and authors write them as numbers; so a number equals the text that it prints as. */
function same(a: unknown, b: unknown): boolean {
  if (typeof a === typeof b) return a === b;
  const mixed =
    (typeof a === 'number' && typeof b === 'string') || (typeof a === 'string' && typeof b === 'number');
  return mixed && String(a) === String(b);
}

/** Numbers, and text that is a number, by size; other text, ISO dates among it, by character; the rest not at all. */
function ordered(holds: (order: number) => boolean): (a: unknown, b: unknown) => boolean {
  return (a, b) => {
    const [x, y] = [toNumber(a), toNumber(b)];
    if (x !== undefined && y !== undefined) return holds(x - y);
    if (typeof a === 'string' && typeof b === 'string') return holds(a < b ? -1 : a > b ? 1 : 0);
    return false;
  };
}

function toNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || !/^-?\d+(?:\.\d+)?$/.test(value)) return undefined;
  return Number(value);
}

function comparison(summary: string, holds: (a: unknown, b: unknown) => boolean): Helper {
  return { args: [2, 2], options: [], toleratesMissing: true, summary, call: ([a, b]) => holds(a, b) };
}

function logic(summary: string, holds: (args: readonly unknown[]) => boolean): Helper {
  return { args: [2, MANY], options: [], toleratesMissing: true, summary, call: (args) => holds(args) };
}
