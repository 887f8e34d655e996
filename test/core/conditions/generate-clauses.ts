// Random conditions of the kind that admins write, over few fields, for the tests of explain, smallest change
// and lint; and the values that brute force tries for a field.

import type { Random } from './random';

export const FIELDS = ['title', 'space.key', 'size', 'created'] as const;

const WORDS = ['a', 'b', 'ab', 'ba', 'aba', 'x'];
const DAYS = ['2024-05-01', '2024-05-30T12:00:00Z', '2024-06-02'];

/** Values for brute force: every text of up to four letters of a small alphabet, numbers around the constants, and the rest. */
export const UNIVERSE: readonly unknown[] = [
  ...[
    null,
    true,
    false,
    0,
    1,
    2,
    3,
    4,
    5,
    6,
    1.5,
    2.5,
    -1,
    1_717_000_000_000,
    '0',
    '1',
    '2',
    '3',
    '4',
    ' ',
    '2.5',
  ],
  ...[
    '2024-04-30',
    '2024-05-01',
    '2024-05-01T00:00:00.001Z',
    '2024-05-15',
    '2024-05-30T12:00:00Z',
    '2024-05-31',
  ],
  ...['2024-06-01', '2024-06-02', '2024-07-01', '2024-05-01T00:00:00Z'],
  ...textsOf(['a', 'b', 'x'], 4),
];

function textsOf(letters: readonly string[], length: number): string[] {
  if (length === 0) return [''];
  const shorter = textsOf(letters, length - 1);
  const longest = shorter.filter((text) => text.length === length - 1);
  return [...shorter, ...longest.flatMap((text) => letters.map((letter) => text + letter))];
}

function textTest(random: Random): unknown {
  const field = { var: random.pick(['title', 'space.key']) };
  const word = random.pick(WORDS);
  switch (random.below(9)) {
    case 0:
      return { startsWith: [field, word] };
    case 1:
      return { endsWith: [field, word] };
    case 2:
      return { contains: [field, word] };
    case 3:
      return { '==': [field, word] };
    case 4:
      return { '!==': [word, field] };
    case 5:
      return { in: [field, [word, random.pick(WORDS)]] };
    case 6:
      return { in: [word, field] };
    case 7:
      return { glob: [field, random.pick(['a*', '*b', '?b', 'a?a', '*'])] };
    default:
      return { [random.pick(['isEmpty', 'isMissing', '!!', '!'])]: field };
  }
}

function numberTest(random: Random): unknown {
  const field = { var: 'size' };
  const limit = 1 + random.below(4);
  switch (random.below(5)) {
    case 0:
      return { [random.pick(['<', '<=', '>', '>='])]: [field, limit] };
    case 1:
      return { [random.pick(['<', '<='])]: [limit, field, limit + 1 + random.below(2)] };
    case 2:
      return { [random.pick(['==', '===', '!='])]: [field, limit] };
    case 3:
      return { in: [field, [limit, limit + 1]] };
    default:
      return { [random.pick(['isEmpty', 'isMissing', '!!'])]: field };
  }
}

function dateTest(random: Random): unknown {
  const field = { var: 'created' };
  if (random.chance(0.3)) return { olderThan: [field, random.pick(['1d', '2 days', '1 month'])] };
  return { [random.pick(['before', 'after'])]: [field, random.pick([...DAYS, 'now'])] };
}

/** One comparison of one field. */
function generateTest(random: Random): unknown {
  const roll = random.below(10);
  if (roll < 6) return textTest(random);
  return roll < 8 ? numberTest(random) : dateTest(random);
}

/** Tests put together with "and", "or", "not" and "if". */
export function generateCondition(random: Random, depth: number): unknown {
  const roll = random.fraction();
  if (depth === 0 || roll < 0.2) return generateTest(random);
  if (roll < 0.3) return { '!': [generateCondition(random, depth - 1)] };
  const clauses = Array.from({ length: 2 + random.below(2) }, () => generateCondition(random, depth - 1));
  if (roll < 0.36) return { if: clauses };
  return { [random.chance(0.5) ? 'and' : 'or']: clauses };
}

/** Facts with some of the fields. */
export function generateFacts(random: Random): Record<string, unknown> {
  const facts: Record<string, unknown> = {};
  if (random.chance(0.8)) facts['title'] = random.pick(UNIVERSE);
  if (random.chance(0.8)) facts['space'] = random.chance(0.9) ? { key: random.pick(UNIVERSE) } : {};
  if (random.chance(0.8)) facts['size'] = random.pick(UNIVERSE);
  if (random.chance(0.8)) facts['created'] = random.pick(UNIVERSE);
  return facts;
}
