// How a part writes a condition: what it joins with and, or and not is to be seen in the text, and only its clauses are
// JSON. So a reader parses just the clauses that decide, and one that many conditions share but once.

import { asOperation } from '../conditions/is-logic';
import { fromField, SEPARATORS, toField } from './shard-text';

const AND = '&';
const OR = '|';
const NOT = '!';

/** What begins the text of a group. None of them begins JSON. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['and', AND],
  ['or', OR],
  ['!', NOT],
]);

const OPERATORS: ReadonlyMap<string, string> = new Map(
  [...SIGNS].map(([operator, sign]) => [sign, operator]),
);

/** What a condition or a clause comes to; a text is the message of what it threw. */
export type Outcome = boolean | string;

/** The text of `logic`, of which `depth` groups are around. Groups beyond the separators stay JSON, as clauses. */
export function toConditionText(logic: unknown, depth = 0): string {
  const operation = asOperation(logic);
  const sign = operation === undefined ? undefined : SIGNS.get(operation.operator);
  const separator = SEPARATORS[depth];
  if (operation === undefined || sign === undefined || separator === undefined) return toField(logic);
  const { args } = operation;
  // Not looks at its first argument alone, but evaluates all; and, without any, comes to nothing.
  if (sign === NOT ? args.length !== 1 : args.length === 0) return toField(logic);
  return sign + args.map((argument) => toConditionText(argument, depth + 1)).join(separator);
}

/** The logic that a text was made of, arguments always as lists. */
export function fromConditionText(text: string, depth = 0): unknown {
  const operator = OPERATORS.get(text.charAt(0));
  if (operator === undefined) return fromField(text);
  const children = text.slice(1).split(SEPARATORS[depth] ?? '');
  return { [operator]: children.map((child) => fromConditionText(child, depth + 1)) };
}

/** What a text comes to, from what `judge` says of its clauses, which are asked in order until it is decided. */
export function decideText(text: string, judge: (clause: string) => Outcome, depth = 0): Outcome {
  const sign = text.charAt(0);
  if (sign === NOT) {
    const outcome = decideText(text.slice(1), judge, depth + 1);
    return typeof outcome === 'string' ? outcome : !outcome;
  }
  if (sign !== AND && sign !== OR) return judge(text);
  const undecided = sign === AND;
  const separator = SEPARATORS[depth] ?? '';
  for (let at = 1; at <= text.length;) {
    const found = text.indexOf(separator, at);
    const end = found < 0 ? text.length : found;
    const outcome = decideText(text.slice(at, end), judge, depth + 1);
    if (outcome !== undecided) return outcome;
    at = end + 1;
  }
  return undecided;
}
