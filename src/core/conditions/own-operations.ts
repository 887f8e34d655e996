// Rulewright's own operators. Their names, arguments and words are in operators/own-operator-specs.ts.
// None of them fails because the facts lack something: a missing or unfitting field makes them false
// (`isEmpty` and `isMissing`: true). Only an argument that an author wrote wrongly is an error.

import type { EvaluationContext } from './condition';
import { matchGlob } from './match-glob';
import { compilePattern } from './match-pattern';
import { parseDate, parseSpan } from './parse-date';
import { readPath } from './read-path';

/** What an own operator does with its evaluated arguments and the data in scope. */
export type OwnOperation = (args: readonly unknown[], data: unknown, context: EvaluationContext) => boolean;

export const OWN_OPERATORS = [
  'startsWith',
  'endsWith',
  'contains',
  'matches',
  'glob',
  'hasLabel',
  'before',
  'after',
  'olderThan',
  'isEmpty',
  'isMissing',
] as const;
export type OwnOperator = (typeof OWN_OPERATORS)[number];

/** Where `hasLabel` finds the labels of the content that the event is about. */
export const LABELS_PATH = 'content.labels';

/** In place of a date: the time of the evaluation. */
export const NOW = 'now';

export const OWN_OPERATIONS: { readonly [K in OwnOperator]: OwnOperation } = {
  startsWith: ([text, start]) => isText(text) && isText(start) && text.startsWith(start),
  endsWith: ([text, end]) => isText(text) && isText(end) && text.endsWith(end),
  contains: ([whole, part]) => contains(whole, part),
  matches: ([text, pattern]) => isText(text) && isText(pattern) && matches(text, pattern),
  glob: ([text, pattern]) => isText(text) && isText(pattern) && matchGlob(text, pattern),
  hasLabel: (names, data) => hasLabel(names, readPath(data, LABELS_PATH)),
  before: ([date, limit], _data, context) => {
    const [a, b] = [toTime(date, context), toTime(limit, context)];
    return a !== undefined && b !== undefined && a < b;
  },
  after: ([date, limit], _data, context) => {
    const [a, b] = [toTime(date, context), toTime(limit, context)];
    return a !== undefined && b !== undefined && a > b;
  },
  olderThan: ([date, span], _data, context) => olderThan(date, span, context),
  isEmpty: ([value]) => isEmpty(value),
  isMissing: ([value]) => value === null || value === undefined,
};

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function contains(whole: unknown, part: unknown): boolean {
  if (Array.isArray(whole)) return whole.includes(part);
  return isText(whole) && isText(part) && whole.includes(part);
}

function matches(text: string, source: string): boolean {
  const pattern = compilePattern(source);
  if (pattern.ok) return pattern.test(text);
  throw new Error(
    `Failed to evaluate matches: the pattern ${JSON.stringify(source)} is not valid: ${pattern.message}. Correct it; RE2 syntax, no look-around, no back-references.`,
  );
}

/** Labels are names, or objects with a name as Confluence returns them. Confluence keeps them in lower case. */
function hasLabel(names: readonly unknown[], labels: unknown): boolean {
  if (!Array.isArray(labels)) return false;
  const wanted = new Set(names.filter(isText).map((name) => name.toLowerCase()));
  return labels.some((label) => {
    const name = isText(label) ? label : readPath(label, 'name');
    return isText(name) && wanted.has(name.toLowerCase());
  });
}

function olderThan(date: unknown, span: unknown, context: EvaluationContext): boolean {
  const time = toTime(date, context);
  if (span === null || span === undefined || time === undefined) return false;
  const spanMs = parseSpan(span);
  if (spanMs === undefined) {
    throw new Error(
      `Failed to evaluate olderThan: ${JSON.stringify(span)} is not a span of time. Write a number and a unit, such as "30d", "12 hours" or "2 weeks".`,
    );
  }
  return context.nowMs - time > spanMs;
}

function toTime(value: unknown, context: EvaluationContext): number | undefined {
  return value === NOW ? context.nowMs : parseDate(value);
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (isText(value)) return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
