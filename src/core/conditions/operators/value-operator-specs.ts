// The operators of JSON Logic that read fields and make values of values, as data. What they do is in
// standard-operations.ts and eager-operation.ts; the examples here are executed by a test.

import { standardSpec } from './operator-spec';
import type { ArgumentSpec, OperatorSpec } from './operator-spec';

const A: ArgumentSpec = { name: 'value', kind: 'any' };
const X: ArgumentSpec = { name: 'first', kind: 'number' };
const Y: ArgumentSpec = { name: 'second', kind: 'number' };
const MANY: ArgumentSpec = { name: 'value', kind: 'any', repeats: true };
const NUMBERS: ArgumentSpec = { name: 'number', kind: 'number', repeats: true };
const KEYS: ArgumentSpec = { name: 'path', kind: 'field', repeats: true };

/** Fields, texts and numbers. */
export const VALUE_OPERATOR_SPECS: readonly OperatorSpec[] = [
  standardSpec(
    'var',
    'field',
    [
      { name: 'path', kind: 'field', optional: true },
      { name: 'default', kind: 'any', optional: true },
    ],
    'any',
    ['is set', 'is not set'],
    'The field at a dotted path; null, or the default, where it is absent. A field that is null stays null. An empty path is all that is in scope.',
    [{ var: ['content.title', 'untitled'] }, {}, 'untitled'],
  ),
  standardSpec(
    'missing',
    'presence',
    [KEYS],
    'list',
    ['is missing', 'is present'],
    'Those of the paths whose field is absent, null or an empty text. Paths must be written down: a path that comes from the event would be run as logic, and is refused. Prefer `isMissing`.',
    [{ missing: ['a', 'b'] }, { a: 1 }, ['b']],
  ),
  standardSpec(
    'missing_some',
    'presence',
    [
      { name: 'how many must be there', kind: 'number' },
      { name: 'paths', kind: 'list' },
    ],
    'list',
    ['is missing', 'is present'],
    'Nothing when enough of the paths are there, else those that are missing. Paths must be written down.',
    [{ missing_some: [1, ['a', 'b']] }, { a: 1 }, []],
  ),
  standardSpec(
    'cat',
    'text',
    [MANY],
    'text',
    ['followed by', 'not followed by'],
    'The arguments joined into one text. A missing field adds nothing.',
    [{ cat: ['Re: ', { var: 't' }] }, { t: 'Budget' }, 'Re: Budget'],
  ),
  standardSpec(
    'substr',
    'text',
    [
      { name: 'text', kind: 'text' },
      { name: 'from', kind: 'number' },
      { name: 'length', kind: 'number', optional: true },
    ],
    'text',
    ['cut to', 'not cut to'],
    'A part of the text; negative numbers count from its end. A missing field reads as the text "null".',
    [{ substr: ['Budget', 0, 3] }, {}, 'Bud'],
  ),
  standardSpec(
    '+',
    'number',
    [NUMBERS],
    'number',
    ['plus', 'plus'],
    'The sum; of one argument, the number it stands for.',
    [{ '+': [1, '2', 3] }, {}, 6],
  ),
  standardSpec(
    '-',
    'number',
    [X, { ...Y, optional: true }],
    'number',
    ['minus', 'minus'],
    'The difference; of one argument, its negative.',
    [{ '-': [5, 2] }, {}, 3],
  ),
  standardSpec('*', 'number', [X, NUMBERS], 'number', ['times', 'times'], 'The product.', [
    { '*': [2, 3] },
    {},
    6,
  ]),
  standardSpec('/', 'number', [X, Y], 'number', ['divided by', 'divided by'], 'The quotient.', [
    { '/': [6, 3] },
    {},
    2,
  ]),
  standardSpec('%', 'number', [X, Y], 'number', ['modulo', 'modulo'], 'The remainder of a division.', [
    { '%': [7, 3] },
    {},
    1,
  ]),
  standardSpec('min', 'number', [NUMBERS], 'number', ['or less', 'or less'], 'The smallest.', [
    { min: [3, 1, 2] },
    {},
    1,
  ]),
  standardSpec('max', 'number', [NUMBERS], 'number', ['or more', 'or more'], 'The largest.', [
    { max: [3, 1, 2] },
    {},
    3,
  ]),
  {
    ...standardSpec(
      'log',
      'field',
      [A],
      'any',
      ['logged', 'not logged'],
      'Prints its argument in plain JSON Logic. Rules may not use it.',
      [{ log: 1 }, {}, 1],
    ),
    refused: 'it prints what it is given, and rules must have no side effect',
  },
];
