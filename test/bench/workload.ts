// The benchmark's rules and events, made from a seed: 45 event types, skewed as on a busy site, conditions as admins
// write them in plain JSON Logic, so that every contender can run them. It must not know any contender.

import { EVENTS } from '../../src/core/events/catalogue';
import { parseEvent } from '../../src/core/events/parse-event';
import { createRandom } from '../core/conditions/random';
import { aRule } from '../support/builders';
import type { ParsedEvent } from '../../src/core/events/event';
import type { StoredRule } from '../../src/core/rules/rule';
import type { Random } from '../core/conditions/random';

const SEED = 45;
const SPACES = 400;
const USERS = 3000;
const LABELS = 300;
const WORDS = 1200;

const COMMON = ['avi:confluence:created:page', 'avi:confluence:updated:page'];
const SUBJECTS = ['page', 'blogpost', 'comment', 'label', 'attachment', 'space'];

/** 45 of the catalogue's events. */
const EVENT_TYPES: readonly string[] = EVENTS.filter(({ subject }) => SUBJECTS.includes(subject))
  .map(({ id }) => id)
  .slice(0, 45);

/** `count` rules; the first ones are the same whatever `count` is. */
export function makeRules(count: number): readonly StoredRule[] {
  const random = createRandom(SEED);
  // Through JSON, as rules arrive: no text is shared between rules.
  return viaJson(Array.from({ length: count }, (_, index) => makeRule(random, index)));
}

/** `count` events as they are after parsing. */
export function makeEvents(count: number): readonly ParsedEvent[] {
  const random = createRandom(SEED + 1);
  return Array.from({ length: count }, () => parseEvent(viaJson(makePayload(random))));
}

/** The condition of a rule with its scope written as JSON Logic, for contenders that know no scope. */
export function wholeCondition({ rule }: StoredRule): unknown {
  const spaces = rule.scope?.spaces;
  const condition: unknown = rule.if ?? true;
  if (spaces === undefined) return condition;
  const [first] = spaces;
  const key = { var: 'space.key' };
  const scope = spaces.length === 1 ? { '==': [key, first] } : { in: [key, spaces] };
  return condition === true ? scope : { and: [scope, condition] };
}

function viaJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

function pickType(random: Random): string {
  const roll = random.fraction();
  if (roll < 0.4) return random.pick(COMMON);
  const inFamily = (family: string): readonly string[] => EVENT_TYPES.filter((id) => id.endsWith(family));
  if (roll < 0.55) return random.pick(inFamily(':comment'));
  if (roll < 0.7) return random.pick(inFamily(':label'));
  return random.pick(
    EVENT_TYPES.filter((id) => !COMMON.includes(id) && !id.endsWith(':comment') && !id.endsWith(':label')),
  );
}

function makeRule(random: Random, index: number): StoredRule {
  const anyEvent = random.chance(0.02);
  const isPlain = anyEvent && random.chance(0.15);
  // Everything is in scope but what the author chose: no contender has to look at personal spaces.
  const scope = random.chance(0.65)
    ? {
        spaces: random.chance(0.6)
          ? [spaceKey(random)]
          : distinct(() => spaceKey(random), 2 + random.below(4)),
      }
    : { personalSpaces: true };
  return aRule({
    id: `rule-${index}`,
    name: `Rule ${index}`,
    when: anyEvent ? ['*'] : [pickType(random)],
    scope,
    ...(isPlain ? {} : { if: clause(random, nesting(random)) }),
  });
}

/** From 1 to 4, most of them flat. */
function nesting(random: Random): number {
  const roll = random.fraction();
  return roll < 0.35 ? 1 : roll < 0.7 ? 2 : roll < 0.9 ? 3 : 4;
}

function clause(random: Random, depth: number): unknown {
  if (depth <= 1) return leaf(random);
  const roll = random.fraction();
  if (roll < 0.1) return { '!': [clause(random, depth - 1)] };
  const children = Array.from({ length: 2 + random.below(2) }, () => clause(random, depth - 1));
  return roll < 0.65 ? { and: children } : { or: children };
}

type MakeLeaf = (random: Random) => unknown;

const TITLE = { var: ['content.title', ''] };
const starts = (text: string): unknown => ({ '==': [{ substr: [TITLE, 0, text.length] }, text] });
const ends = (text: string): unknown => ({ '==': [{ substr: [TITLE, -text.length] }, text] });
const equals = (path: string, text: string): unknown => ({ '==': [{ var: path }, text] });

const LEAVES: readonly MakeLeaf[] = [
  (random) => equals('space.key', spaceKey(random)),
  (random) => ({ in: [{ var: 'space.key' }, distinct(() => spaceKey(random), 2 + random.below(5))] }),
  (random) => ({ in: [word(random), TITLE] }),
  (random) => ({ in: [word(random), TITLE] }),
  (random) => starts(word(random)),
  (random) => ({ and: [starts(word(random)), { in: [word(random), TITLE] }, ends(word(random))] }),
  (random) => ({
    in: [{ var: 'content.author.accountId' }, distinct(() => user(random), 2 + random.below(5))],
  }),
  (random) => equals('actor.accountId', user(random)),
  (random) => ({ some: [{ var: 'content.labels' }, equals('name', label(random))] }),
  (random) => equals('label.name', label(random)),
  (random) => equals('content.type', random.pick(['page', 'blogpost', 'comment'])),
  (random) => equals('content.status', random.pick(['current', 'draft', 'archived'])),
  (random) => ({ '!=': [{ var: 'content.status' }, random.pick(['draft', 'archived', 'trashed'])] }),
  () => equals('content.subType', 'live'),
  (random) => ({ '>': [{ var: 'attachment.fileSize' }, 10 ** (3 + random.below(5))] }),
];

function leaf(random: Random): unknown {
  return random.pick(LEAVES)(random);
}

function makePayload(random: Random): unknown {
  const type = pickType(random);
  const sample = EVENTS.find(({ id }) => id === type)?.sample ?? {};
  const space = spaceKey(random);
  const title = Array.from({ length: 2 + random.below(5) }, () => word(random)).join(' ');
  const actor = user(random);
  const author = user(random);
  const replace = (value: unknown, key: string): unknown => {
    if (Array.isArray(value) && key === 'labels')
      return Array.from({ length: random.below(5) }, () => aLabel(random));
    if (Array.isArray(value)) return value.map((each) => replace(each, ''));
    if (typeof value === 'object' && value !== null) {
      if (key === 'label') return aLabel(random);
      return Object.fromEntries(
        Object.entries(value).map(([name, each]) => [
          name,
          replace(each, key === 'space' ? `space.${name}` : name),
        ]),
      );
    }
    if (key === 'space.key' || key === 'space.alias') return space;
    if (key === 'title') return title;
    if (key === 'atlassianId') return actor;
    if (['accountId', 'username', 'email', 'publicName', 'displayName'].includes(key)) return author;
    if (key === 'fileSize') return Math.floor(10 ** (2 + 6 * random.fraction()));
    if (key === 'status' && value === 'current') return random.chance(0.9) ? 'current' : 'draft';
    if (key === 'id' || key.endsWith('Id')) return String(100_000 + random.below(900_000));
    return value;
  };
  return { ...(replace(sample, '') as object), eventType: type };
}

function aLabel(random: Random): unknown {
  return { id: String(random.below(1e6)), name: label(random), prefix: 'global' };
}

const spaceKey: (random: Random) => string = zipf(SPACES, (rank) => `S${rank.toString(36).toUpperCase()}`);
const user = zipf(USERS, (rank) => (rank * 7919 + 0x4ad9aa0c).toString(16).padStart(24, '5'));
const label = zipf(LABELS, (rank) => `label-${syllables(rank)}`);
const word = zipf(WORDS, (rank) => {
  const text = syllables(rank + 17);
  return rank % 3 === 0 ? text : text.charAt(0).toUpperCase() + text.slice(1);
});

/** A pronounceable word for a number, each number its own. */
function syllables(number: number): string {
  const consonants = 'bdfgklmnprstvz';
  const vowels = 'aeiou';
  let text = '';
  for (let rest = number + 70; rest > 0; rest = Math.floor(rest / 70)) {
    text += consonants.charAt(rest % 14) + vowels.charAt(Math.floor(rest / 14) % 5);
  }
  return text;
}

/** Draws names of which the n-th is drawn in proportion to 1/n, as keys, users and words are on real sites. */
function zipf(count: number, name: (rank: number) => string): (random: Random) => string {
  const names = Array.from({ length: count }, (_, rank) => name(rank));
  const cumulated: number[] = [];
  let sum = 0;
  for (let rank = 1; rank <= count; rank++) cumulated.push((sum += 1 / rank));
  return (random) => {
    const target = random.fraction() * sum;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulated[middle]! < target) low = middle + 1;
      else high = middle;
    }
    return names[low]!;
  };
}

function distinct(draw: () => string, count: number): string[] {
  return [...new Set(Array.from({ length: count }, draw))];
}
