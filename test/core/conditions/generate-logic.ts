// Random logic and random data for the differential test: every operator, wrong numbers and kinds of arguments,
// nesting, scopes, prototype names, data that looks like logic, and fields that would break coercion.

import { OWN_OPERATORS } from '../../../src/core/conditions/own-operations';
import type { Random } from './random';

const LAZY = ['if', '?:', 'and', 'or', 'filter', 'map', 'reduce', 'all', 'none', 'some'];
const COMPARISONS = ['==', '===', '!=', '!==', '>', '>=', '<', '<=', 'in'];
const EAGER = [
  ...COMPARISONS,
  ...[
    '!!',
    '!',
    '%',
    '/',
    '+',
    '*',
    '-',
    'min',
    'max',
    'merge',
    'cat',
    'substr',
    'missing',
    'missing_some',
    'log',
  ],
  ...OWN_OPERATORS,
];
/** Two unknown names, so that the order in which arguments fail can be seen; names that objects inherit; dotted ones. */
const UNKNOWN = [
  ...['nope', 'nope2', '', 'toString', '__proto__', 'constructor', '.var', 'VAR'],
  ...[
    'cat.name',
    'cat.length',
    'log.prototype.constructor',
    'in.name.0',
    'in.name.9',
    'if.x',
    'nope.x',
    'toString.call',
  ],
  ...[
    'var.prototype',
    'startsWith.name',
    'startsWith.prototype.constructor',
    'cat.',
    'max.prototype.constructor.name',
  ],
];
const PATHS = [
  ...[
    'a',
    'b',
    'c',
    'd',
    'a.b',
    'a.c',
    'b.0',
    'b.0.a',
    'b.length',
    'content.labels',
    'content.title',
    'content',
  ],
  ...[
    '',
    'current',
    'accumulator',
    'zz',
    'a.b.c',
    '0',
    '1',
    'a.',
    '.a',
    'constructor',
    'constructor.name',
    '__proto__',
  ],
  ...['toString', 'a.__proto__.a', 'indexOf', 'name', 'constructor.prototype'],
];
const TEXTS = [
  '',
  ' ',
  '0',
  '1',
  '5',
  '-1',
  '3 apples',
  'null',
  'nullable',
  'undefined',
  'a',
  'ab',
  'abc',
  'Meeting 1',
];
const MORE_TEXTS = [
  'SP',
  '[object Object]',
  '1,2',
  'NaN',
  'true',
  'now',
  '30d',
  '2024-05-01',
  '2024-05-31T12:00:00Z',
];
const PATTERNS = ['^a', 'b$', '(a+)+$', '(', 'a|b', '[0-9]+', '(?i)MEET', 'a*', '*', '?b*', 'a?c', '\\*'];
const ALL_TEXTS = [...TEXTS, ...MORE_TEXTS, ...PATTERNS, ...PATHS];
const NUMBERS = [0, 1, 2, 3, 5, -1, -2, 0.5, 1e21, -0, 42, 1_717_200_000_000];

function primitive(random: Random): unknown {
  const kind = random.below(10);
  if (kind < 4) return random.pick(ALL_TEXTS);
  if (kind < 7) return random.pick(NUMBERS);
  return random.pick([null, true, false]);
}

/** A value that is not logic: primitives, lists, objects with no key or with several. */
function plainValue(random: Random, depth: number): unknown {
  const kind = random.below(12);
  if (depth <= 0 || kind < 8) return primitive(random);
  if (kind < 11) return Array.from({ length: random.below(4) }, () => plainValue(random, depth - 1));
  return random.chance(0.5) ? {} : { a: primitive(random), b: plainValue(random, depth - 1) };
}

function fieldRead(random: Random, depth: number): unknown {
  if (random.chance(0.08)) return { var: generateLogic(random, depth - 1) };
  if (random.chance(0.08)) return { var: [] };
  const path = random.chance(0.9) ? random.pick(PATHS) : primitive(random);
  if (random.chance(0.75)) return { var: random.chance(0.7) ? path : [path] };
  return { var: [path, generateLogic(random, depth - 1)] };
}

function listSource(random: Random, depth: number): unknown {
  if (random.chance(0.5)) return { var: random.pick(['b', 'c', 'content.labels', '', 'a.b']) };
  if (random.chance(0.5))
    return Array.from({ length: random.below(4) }, () => generateLogic(random, depth - 1));
  return generateLogic(random, depth - 1);
}

function operation(random: Random, depth: number): unknown {
  const roll = random.fraction();
  const operator = roll < 0.34 ? random.pick(LAZY) : roll < 0.96 ? random.pick(EAGER) : random.pick(UNKNOWN);
  if (random.chance(0.12)) return { [operator]: generateLogic(random, depth - 1) };
  const count = random.chance(0.7) ? 2 + random.below(2) : random.below(5);
  const args = Array.from({ length: count }, () => generateLogic(random, depth - 1));
  const takesList = ['filter', 'map', 'reduce', 'all', 'none', 'some'].includes(operator);
  if (takesList && count > 0) args[0] = listSource(random, depth - 1);
  if (operator === 'missing_some' && random.chance(0.6))
    return { missing_some: [random.below(3), [...PATHS.slice(0, 3)]] };
  return { [operator]: args };
}

/** One condition of at most `depth` levels. */
export function generateLogic(random: Random, depth: number): unknown {
  const roll = random.fraction();
  if (depth <= 0 || roll < 0.12) return random.chance(0.5) ? fieldRead(random, 0) : primitive(random);
  if (roll < 0.32) return fieldRead(random, depth);
  if (roll < 0.4) return plainValue(random, 2);
  if (roll < 0.44) return Array.from({ length: random.below(4) }, () => generateLogic(random, depth - 1));
  return operation(random, depth);
}

function dataValue(random: Random, depth: number): unknown {
  const kind = random.below(20);
  if (depth <= 0 || kind < 9) return primitive(random);
  if (kind < 13) return Array.from({ length: random.below(4) }, () => dataValue(random, depth - 1));
  if (kind < 18) return object(random, depth - 1);
  // Data that is a piece of logic, which `missing` of the reference would run.
  if (kind < 19) return generateLogic(random, 1);
  return JSON.parse(random.pick(ODD_OBJECTS)) as unknown;
}

/** Own fields with the names of methods: coercion and indexOf meet them. */
const ODD_OBJECTS = [
  '{"__proto__":{"a":1},"b":2}',
  '{"toString":1}',
  '{"toString":"x","valueOf":2,"a":1}',
  '{"indexOf":5,"length":2}',
  '{"length":3,"0":"a"}',
  '{"constructor":{"name":"Own"}}',
];

function object(random: Random, depth: number): unknown {
  const made: Record<string, unknown> = {};
  for (const key of ['a', 'b', 'c', 'd', 'name'])
    if (random.chance(0.45)) made[key] = dataValue(random, depth - 1);
  return made;
}

/** The data of one pair: usually shaped like facts, sometimes anything. */
export function generateData(random: Random): unknown {
  if (random.chance(0.08)) return dataValue(random, 2);
  const data = object(random, 4) as Record<string, unknown>;
  if (random.chance(0.4)) {
    data['content'] = { title: random.pick(ALL_TEXTS), labels: dataValue(random, 3) };
  }
  return data;
}
