// Compares matchers with the oracle over random rule sets and events. It decides nothing about how many.

import { buildShards } from '../../../src/core/matching/build-shards';
import { matchParts } from '../../../src/core/matching/match-parts';
import { createMatcher } from '../../../src/core/matching/matcher';
import { partKeysOf } from '../../../src/core/matching/shard-layout';
import { createRandom } from '../conditions/random';
import { NOW_MS, registerOwnOperators } from '../conditions/reference';
import { generateEvent } from './generate-events';
import { generateRules } from './generate-rules';
import { expectedMatches } from './oracle';
import type { ParsedEvent } from '../../../src/core/events/event';
import type { ShardPart } from '../../../src/core/matching/shard';
import type { StoredMatch } from '../../../src/core/matching/match-parts';
import type { Match } from '../../../src/core/matching/bucket';
import type { StoredRule } from '../../../src/core/rules/rule';
import type { JudgeContext } from '../../../src/core/runs/judge-rule';
import type { Random } from '../conditions/random';

export interface Proof {
  /** Pairs of a rule and an event. */
  readonly pairs: number;
  readonly matches: number;
  readonly errors: number;
  /** The first few events whose answer differs, as text. */
  readonly differences: readonly string[];
}

/** Sizes on both sides of every threshold of the matcher. */
const RULE_COUNTS = [1, 3, 10, 19, 20, 40, 80, 160, 320, 640];
const EVENTS_PER_SET = 200;
/** The stored form compiles anew for each event, which is slow: one event in this many is asked of it too. */
const STORED_EVERY = 3;
const MAX_REPORTED = 5;

/** Compares at least `pairs` pairs made from `seed`. `onProgress` hears of every rule set. */
export function prove(seed: number, pairs: number, onProgress?: (pairs: number) => void): Proof {
  registerOwnOperators();
  // The operator `log` of json-logic-js prints.
  const print = console.log;
  console.log = () => undefined;
  try {
    return compareAll(seed, pairs, onProgress);
  } finally {
    console.log = print;
  }
}

function compareAll(seed: number, pairs: number, onProgress?: (pairs: number) => void): Proof {
  const random = createRandom(seed);
  const differences: string[] = [];
  let [done, matches, errors] = [0, 0, 0];
  while (done < pairs && differences.length < MAX_REPORTED) {
    const rules = asTheyArrive(generateRules(random, random.pick(RULE_COUNTS)));
    const matcher = createMatcher(rules);
    const stored = openStored(rules);
    for (let index = 0; index < EVENTS_PER_SET; index++) {
      const event = generateEvent(random);
      const context = generateContext(random);
      const expected = expectedMatches(rules, event, context);
      const got = matcher.match(event, context).map(describeMatch);
      if (expected.join('\n') !== got.join('\n')) {
        differences.push(describeDifference(rules, event, expected, got));
      }
      if (index % STORED_EVERY === 0) {
        const fromStore = stored(event, context).map(describeStored);
        if (expected.join('\n') !== fromStore.join('\n')) {
          differences.push(`stored: ${describeDifference(rules, event, expected, fromStore)}`);
        }
      }
      matches += expected.length;
      errors += expected.filter((line) => line.includes(' condition-error ')).length;
      done += rules.length;
    }
    onProgress?.(done);
  }
  return { pairs: done, matches, errors, differences };
}

/** Through JSON: the generator may put one object into two places of a rule, and then it is equal to itself. */
function asTheyArrive(rules: readonly StoredRule[]): readonly StoredRule[] {
  return JSON.parse(JSON.stringify(rules)) as readonly StoredRule[];
}

/** The stored form, through JSON as a store would give it. */
function openStored(
  rules: readonly StoredRule[],
): (event: ParsedEvent, context: JudgeContext) => readonly StoredMatch[] {
  const { head, parts } = buildShards(rules);
  const texts = new Map([...parts].map(([key, part]) => [key, JSON.stringify(part)]));
  const read = new Map([...texts].map(([key, text]) => [key, JSON.parse(text) as ShardPart]));
  return (event, context) =>
    matchParts(
      partKeysOf(head, event).map((key) => read.get(key)!),
      event,
      context,
    );
}

function describeStored({ rule, verdict, error }: StoredMatch): string {
  return verdict === 'condition-error' ? `${rule} condition-error ${error}` : `${rule} ${verdict}`;
}

function generateContext(random: Random): JudgeContext {
  return { nowMs: NOW_MS, paused: random.chance(0.02), selfCaused: random.chance(0.1) };
}

/** As the oracle writes it: our reasons name the cause behind a fixed beginning. */
function describeMatch({ stored, verdict }: Match): string {
  if (verdict.verdict !== 'condition-error') return `${stored.rule.id} ${verdict.verdict}`;
  return `${stored.rule.id} condition-error ${verdict.why.replace('The condition could not be evaluated: ', '')}`;
}

function describeDifference(
  rules: readonly StoredRule[],
  event: ParsedEvent,
  expected: readonly string[],
  got: readonly string[],
): string {
  const ids = [
    ...expected.filter((line) => !got.includes(line)),
    ...got.filter((line) => !expected.includes(line)),
  ];
  const named = rules.filter(({ rule }) => ids.some((line) => line.startsWith(`${rule.id} `)));
  return [
    `${rules.length} rules; differing: ${ids.join(' | ') || 'the order'}`,
    ...named.slice(0, 3).map(({ rule }) => JSON.stringify([rule.id, rule.scope, rule.if])),
    JSON.stringify([event.type, event.subject, event.facts]),
  ].join('\n  ');
}
