// Every operator that a condition may name, and what was probably meant by one that it may not.

import { LOGIC_OPERATOR_SPECS } from './logic-operator-specs';
import { nearestWord } from '../nearest-word';
import type { OperatorSpec } from './operator-spec';
import { OWN_OPERATOR_SPECS } from './own-operator-specs';
import { VALUE_OPERATOR_SPECS } from './value-operator-specs';

/** Standard ones first, then our own. */
export const OPERATORS: readonly OperatorSpec[] = [
  ...LOGIC_OPERATOR_SPECS,
  ...VALUE_OPERATOR_SPECS,
  ...OWN_OPERATOR_SPECS,
];

const BY_NAME: ReadonlyMap<string, OperatorSpec> = new Map(OPERATORS.map((spec) => [spec.name, spec]));

/** What people write who know other languages. Lower case, without `_` and `-`. */
const OTHER_SPELLINGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '=': '==',
    '<>': '!=',
    '=>': '>=',
    '=<': '<=',
    '&&': 'and',
    '||': 'or',
    any: 'some',
    between: '<=',
    concat: 'cat',
    empty: 'isEmpty',
    eq: '==',
    equals: '==',
    every: 'all',
    exists: 'isMissing',
    field: 'var',
    gt: '>',
    gte: '>=',
    includes: 'contains',
    isnull: 'isMissing',
    label: 'hasLabel',
    like: 'glob',
    lt: '<',
    lte: '<=',
    match: 'matches',
    ne: '!=',
    not: '!',
    regex: 'matches',
    regexp: 'matches',
    substring: 'substr',
  }),
);

/** The operator of that exact name. */
export function operatorSpec(name: string): OperatorSpec | undefined {
  return BY_NAME.get(name);
}

/** The operator that was probably meant by `name`, or undefined when none is near. */
export function suggestOperator(name: string): string | undefined {
  const plain = name.toLowerCase().replaceAll(/[_\s-]/g, '');
  const sameLetters = OPERATORS.find((spec) => spec.name.toLowerCase() === plain)?.name;
  const usable = OPERATORS.filter((spec) => spec.refused === undefined).map((spec) => spec.name);
  return sameLetters ?? OTHER_SPELLINGS.get(plain) ?? nearestWord(name, usable);
}
