// Random rules for the proof: conditions as admins write them, over few constants so that they often hold,
// odd ones that break assumptions of an index, and anything that JSON Logic allows.

import { OWN_OPERATORS } from '../../../src/core/conditions/own-operations';
import { aRule } from '../../support/builders';
import { generateLogic } from '../conditions/generate-logic';
import type { StoredRule } from '../../../src/core/rules/rule';
import type { Random } from '../conditions/random';

/** Few, so that one bucket gets many rules. Older spellings, unknown ids and prototype names included. */
export const WHEN = [
  'avi:confluence:created:page',
  'avi:confluence:created:page',
  'avi:confluence:updated:page',
  'avi:confluence:created:comment',
  'avi:confluence:added:label',
  'avi:confluence:created:attachment',
  'avi:confluence:updated:whiteboard',
  'avi:confluence:moved:whiteboard',
  'avi:confluence:invented:thing',
  '__proto__',
  'constructor',
];
export const SPACES = ['ENG', 'OPS', 'HR', 'SP', 'eng', '', '5', '__proto__', 'null'];
const WORDS = [
  ...['Meeting', 'meeting', 'Meeting notes', 'Budget', 'Budget 2024', 'ee', 'e', '', 'get', 'null', 'ull'],
  ...['5', '12', 'true', '[object Object]', 'ENG', 'a,b', 'Plan', 'an', 'Q3 Plan', 'toString', 'é😀'],
];
const ACCOUNTS = ['u1', 'u2', 'u3', '7'];
const LABELS = ['meeting-notes', 'Draft', 'draft', 'eng', 'x', '__proto__'];
const TEXT_PATHS = [
  'content.title',
  'content.title',
  'content.title',
  'space.name',
  'content.container.title',
  'x.y',
];
const EQUAL_PATHS = [
  ...[
    'space.key',
    'space.key',
    'content.space.key',
    'actor.accountId',
    'content.author.accountId',
    'label.name',
  ],
  ...[
    'content.type',
    'content.status',
    'content.subType',
    'event.type',
    'content',
    'content.version.number',
    'x',
  ],
  ...['content.labels', 'constructor.name', 'content.title.length', 'content.labels.0.name', '', '__proto__'],
];
const CONSTANTS = [...SPACES, ...WORDS, ...ACCOUNTS, ...LABELS, 'page', 'current', 'live', 'Object'];
const ODD_CONSTANTS = [null, true, false, 0, 1, 5, 12, -1, [], ['ENG'], {}, [5]];

/** `count` rules, each with its own id, in no particular order. */
export function generateRules(random: Random, count: number): readonly StoredRule[] {
  const when = Array.from({ length: 1 + random.below(4) }, () => random.pick(WHEN));
  return Array.from({ length: count }, (_, index) => generateRule(random, index, when));
}

/** One rule that listens to some of `when`. */
export function generateRule(random: Random, index: number, when: readonly string[]): StoredRule {
  const condition = generateCondition(random);
  return aRule({
    id: `rule-${index}`,
    state: random.chance(0.8) ? 'live' : random.pick(['shadow', 'off']),
    priority: random.pick([1, 50, 100, 100, 100, 900]),
    when: random.chance(0.08)
      ? ['*']
      : random.chance(0.8)
        ? [random.pick(when)]
        : [random.pick(when), random.pick(WHEN)],
    ...(random.chance(0.5) ? {} : { scope: generateScope(random) }),
    ...(random.chance(0.1) ? { chain: true } : {}),
    ...(condition === undefined ? {} : { if: condition }),
  });
}

function generateScope(random: Random): NonNullable<StoredRule['rule']['scope']> {
  const some = (): string[] => Array.from({ length: random.below(4) }, () => random.pick(SPACES));
  return {
    ...(random.chance(0.6) ? { spaces: some() } : {}),
    ...(random.chance(0.3) ? { excludeSpaces: some() } : {}),
    ...(random.chance(0.5) ? { personalSpaces: random.chance(0.7) } : {}),
  };
}

function generateCondition(random: Random): unknown {
  const roll = random.fraction();
  if (roll < 0.05) return undefined;
  if (roll < 0.08) return random.pick([true, false, null, 0, '', 'x', [], [0], {}, { a: 1, b: 2 }]);
  if (roll < 0.14) return generateLogic(random, 3);
  return clause(random, 1 + random.below(4));
}

function clause(random: Random, depth: number): unknown {
  if (depth <= 1 || random.chance(0.25)) return leaf(random);
  const count = random.chance(0.05) ? random.below(2) : 2 + random.below(2);
  const children = Array.from({ length: count }, () => clause(random, depth - 1));
  const roll = random.fraction();
  if (roll < 0.5) return { and: children };
  if (roll < 0.8) return { or: children };
  if (roll < 0.9) return random.chance(0.9) ? { '!': [children[0] ?? true] } : { '!': children[0] ?? [] };
  if (roll < 0.93) return { '!!': [children[0] ?? {}] };
  return { [random.pick(['if', '?:'])]: [...children, clause(random, depth - 1)] };
}

function constant(random: Random): unknown {
  return random.chance(0.92) ? random.pick(CONSTANTS) : random.pick(ODD_CONSTANTS);
}

function field(random: Random, paths: readonly string[]): unknown {
  const path = random.pick(paths);
  const roll = random.fraction();
  if (roll < 0.75) return { var: path };
  if (roll < 0.9) return { var: [path] };
  return { var: [path, constant(random)] };
}

function constants(random: Random): unknown[] {
  return Array.from({ length: random.below(4) }, () => constant(random));
}

type MakeLeaf = (random: Random) => unknown;

const EQUALITY: MakeLeaf = (random) => {
  const operator = random.pick(['==', '==', '==', '===', '!=', '!==']);
  const pair = [field(random, EQUAL_PATHS), constant(random)];
  return { [operator]: random.chance(0.85) ? pair : pair.reverse() };
};
const MEMBERSHIP: MakeLeaf = (random) => ({ in: [field(random, EQUAL_PATHS), constants(random)] });
const PART: MakeLeaf = (random) => ({
  in: [constant(random), field(random, [...TEXT_PATHS, ...EQUAL_PATHS])],
});
const OWN_TEXT: MakeLeaf = (random) => {
  const operator = random.pick(['startsWith', 'endsWith', 'contains', 'contains', 'startsWith']);
  return { [operator]: [field(random, [...TEXT_PATHS, 'content.labels']), constant(random)] };
};
const PREFIX: MakeLeaf = (random) => {
  const text = random.pick(WORDS);
  const length = random.chance(0.9) ? text.length : random.pick([-1, 0, 2, '3', null]);
  const from = random.chance(0.9) ? 0 : random.pick([-2, 1, null]);
  const args = random.chance(0.95) ? [from, length] : [from];
  return { [random.pick(['==', '===', '!='])]: [{ substr: [field(random, TEXT_PATHS), ...args] }, text] };
};
const SUFFIX: MakeLeaf = (random) => {
  const text = random.pick(WORDS);
  return { '==': [{ substr: [field(random, TEXT_PATHS), -text.length] }, text] };
};
const LABEL: MakeLeaf = (random) => {
  if (random.chance(0.3)) return { hasLabel: random.chance(0.9) ? random.pick(LABELS) : constants(random) };
  const list = field(random, ['content.labels', 'content.labels', 'labels']);
  const inner = random.pick([{ var: 'name' }, { var: '' }, { var: 'id' }]);
  const body = random.pick<MakeLeaf>([
    (each) => ({ '==': [inner, each.pick(LABELS)] }),
    (each) => ({ in: [inner, [each.pick(LABELS), each.pick(LABELS)]] }),
    (each) => leaf(each),
  ]);
  return { [random.pick(['some', 'some', 'some', 'all', 'none'])]: [list, body(random)] };
};
const NUMBER: MakeLeaf = (random) => {
  const operator = random.pick(['>', '<', '>=', '<=']);
  const read = field(random, ['content.version.number', 'attachment.fileSize', 'content.title', 'content']);
  return { [operator]: random.chance(0.9) ? [read, random.below(20)] : [1, read, random.below(20)] };
};
const OWN: MakeLeaf = (random) => {
  const args = [field(random, TEXT_PATHS), constant(random)];
  return { [random.pick(OWN_OPERATORS)]: random.chance(0.9) ? args : args[0] };
};
const FAILING: MakeLeaf = (random) =>
  random.pick([
    { nope: [] },
    { matches: [{ var: 'content.title' }, '('] },
    { '*': [] },
    { missing_some: [1] },
  ]);
const PRESENCE: MakeLeaf = (random) =>
  random.pick<MakeLeaf>([
    (each) => field(each, EQUAL_PATHS),
    (each) => ({ missing: [each.pick(EQUAL_PATHS)] }),
    (each) => ({ isMissing: field(each, EQUAL_PATHS) }),
    (each) => ({ isEmpty: field(each, EQUAL_PATHS) }),
  ])(random);

const LEAVES: readonly (readonly [weight: number, make: MakeLeaf])[] = [
  [28, EQUALITY],
  [12, MEMBERSHIP],
  [10, PART],
  [14, OWN_TEXT],
  [8, PREFIX],
  [3, SUFFIX],
  [10, LABEL],
  [5, NUMBER],
  [5, OWN],
  [1, FAILING],
  [4, PRESENCE],
];
const BAG = LEAVES.flatMap(([weight, make]) => Array.from({ length: weight }, () => make));

function leaf(random: Random): unknown {
  return random.pick(BAG)(random);
}
