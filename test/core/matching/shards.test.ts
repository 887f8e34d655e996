// The stored index: what is kept, how little a saved rule rewrites, and that a reader never acts on half a change.
import { describe, expect, it } from 'vitest';
import { parseEvent } from '../../../src/core/events/parse-event';
import { KVS_LIMITS } from '../../../src/core/limits';
import { buildShards, touchedKeys, updateShards } from '../../../src/core/matching/build-shards';
import { matchParts } from '../../../src/core/matching/match-parts';
import { rehearse } from '../../../src/core/matching/rehearse';
import { partKeysOf } from '../../../src/core/matching/shard-layout';
import { matchStored, storeChange } from '../../../src/core/matching/shard-store';
import { err, ok } from '../../../src/core/result';
import { createMemoryShardStore } from '../../support/memory-shard-store';
import { aPageCreated, aRule } from '../../support/builders';
import { makeEvents, makeRules } from '../../bench/workload';
import { createRandom } from '../conditions/random';
import { generateEvent } from './generate-events';
import { generateRule, generateRules, WHEN } from './generate-rules';
import type { StoredRule } from '../../../src/core/rules/rule';

/** Ten thousand rules take a while on a busy machine. */
const MANY_RULES_MS = 180_000;

const CONTEXT = { nowMs: Date.UTC(2026, 0, 1), paused: false, selfCaused: false };

/** Tokens of one writer. */
const newToken = (): string => 'test';

const noRules = (): Promise<readonly StoredRule[]> => Promise.resolve([]);

function bytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

describe('stored index', () => {
  it(
    'reads at most 10 units at 1,000 rules and 60 at 10,000, in values that KVS accepts',
    () => {
      for (const [count, limit] of [
        [1000, 10],
        [10_000, 60],
      ] as const) {
        const { head, parts } = buildShards(makeRules(count));
        for (const part of parts.values())
          expect(bytes(part)).toBeLessThanOrEqual(KVS_LIMITS.MAX_VALUE_BYTES);
        const units = (value: unknown): number => Math.ceil(bytes(value) / KVS_LIMITS.UNIT_BYTES);
        const ofPart = new Map([...parts].map(([key, part]) => [key, units(part)]));
        const ofHead = units(head);
        const perEvent = makeEvents(2000).map((event) =>
          partKeysOf(head, event).reduce((sum, key) => sum + (ofPart.get(key) ?? 0), ofHead),
        );
        expect(Math.max(...perEvent)).toBeLessThanOrEqual(limit);
      }
    },
    MANY_RULES_MS,
  );

  it(
    'answers the same after many saved, changed and deleted rules as an index built anew',
    () => {
      const random = createRandom(7);
      const rules = new Map(generateRules(random, 150).map((stored) => [stored.rule.id, stored]));
      let { head, parts } = buildShards([...rules.values()]);
      const kept = new Map(parts);
      for (let step = 0; step < 80; step++) {
        const before = rules.get(`rule-${random.below(200)}`);
        const drawn = generateRule(random, random.below(200), WHEN);
        const id = before?.rule.id ?? drawn.rule.id;
        const known = rules.get(id);
        const after = random.chance(0.2)
          ? undefined
          : { ...drawn, rule: { ...drawn.rule, id }, version: step };
        const change = { before: known, after };
        const wanted = new Map(touchedKeys(head, change).map((key) => [key, kept.get(key)!]));
        if (after === undefined) rules.delete(id);
        else rules.set(id, after);
        ({ head, parts } = updateShards(head, wanted, change) ?? buildShards([...rules.values()], head));
        for (const [key, part] of parts) kept.set(key, part);
        const fresh = buildShards([...rules.values()]);
        for (let index = 0; index < 20; index++) {
          const event = generateEvent(random);
          const got = matchParts(
            partKeysOf(head, event).map((key) => kept.get(key)!),
            event,
            CONTEXT,
          );
          const expected = matchParts(
            partKeysOf(fresh.head, event).map((key) => fresh.parts.get(key)!),
            event,
            CONTEXT,
          );
          expect(got).toEqual(expected);
        }
      }
    },
    MANY_RULES_MS,
  );

  it('finds a rule whose test names no text, by a number', () => {
    const byDefault = aRule({ if: { in: [{ var: ['content.weight', 1] }, [1]] } });
    const { head, parts } = buildShards([byDefault]);
    const event = parseEvent(aPageCreated());
    const matched = matchParts(
      partKeysOf(head, event).map((key) => parts.get(key)!),
      event,
      CONTEXT,
    );
    expect(matched.map(({ rule }) => rule)).toEqual(['a-rule']);
  });

  it.each(['\u007f', '~', '', 'a\u007fb', '\u007f\u007f=x', '1a', '"~\\u007e"', '\ud83d', '😀'])(
    'finds rules by the text %j, whatever the stored form is written with',
    (text) => {
      const rules = [
        aRule({ id: 'equal', if: { '==': [{ var: 'content.title' }, text] } }),
        aRule({ id: 'part', if: { contains: [{ var: 'content.title' }, text] } }),
        aRule({ id: 'label', if: { hasLabel: text } }),
        aRule({ id: 'other', if: { '==': [{ var: 'content.title' }, `${text}!`] } }),
      ];
      const { head, parts } = buildShards(rules);
      const read = new Map(
        [...parts].map(([key, part]) => [key, JSON.parse(JSON.stringify(part)) as typeof part]),
      );
      const page = aPageCreated();
      const event = parseEvent({
        ...page,
        content: { ...(page['content'] as object), title: text, labels: [{ name: text }] },
      });
      const matched = matchParts(
        partKeysOf(head, event).map((key) => read.get(key)!),
        event,
        CONTEXT,
      );
      expect(matched.map(({ rule }) => rule)).toEqual(['equal', 'label', 'part']);
    },
  );

  it(
    'rewrites only the parts that a saved rule touches',
    () => {
      const rules = makeRules(10_000);
      const { head, parts } = buildShards(rules);
      const before = rules.find(({ rule }) => rule.scope?.spaces?.length === 1 && rule.when[0] !== '*')!;
      const change = { before, after: { ...before, version: 2, rule: { ...before.rule, if: true } } };
      const update = updateShards(head, parts, change)!;
      expect(update.parts.size).toBe(1);
      expect(update.retired).toEqual(touchedKeys(head, change));
    },
    MANY_RULES_MS,
  );

  it('begins anew when another writer was first, and loses neither change', async () => {
    const [mine, theirs] = [aRule({ id: 'mine' }), aRule({ id: 'theirs' })];
    const first = createMemoryShardStore();
    await storeChange(
      first.store,
      { before: undefined, after: aRule({ id: 'old' }) },
      () => Promise.resolve([aRule({ id: 'old' })]),
      newToken,
    );
    const saveTheirs = async (): Promise<void> => {
      await storeChange(first.store, { before: undefined, after: theirs }, noRules, newToken);
    };
    const commit = first.store.commit.bind(first.store);
    let raced = false;
    first.store.commit = async (change, expected) => {
      if (!raced) {
        raced = true;
        await saveTheirs();
      }
      return commit(change, expected);
    };
    expect(await storeChange(first.store, { before: undefined, after: mine }, noRules, newToken)).toEqual(
      ok(undefined),
    );
    const matched = await matchStored(first.store, parseEvent(aPageCreated()), CONTEXT);
    expect(matched.ok && matched.value.map(({ rule }) => rule)).toEqual(['mine', 'old', 'theirs']);
  });

  it('rehearses with any event, and its conditions do what they are there for', () => {
    const random = createRandom(11);
    for (let index = 0; index < 500; index++) rehearse(generateEvent(random), CONTEXT);
    const verdicts = rehearse(parseEvent(aPageCreated()), CONTEXT).map(({ verdict }) => verdict);
    expect(verdicts.length).toBeGreaterThan(1);
    expect(verdicts).not.toContain('condition-error');
  });

  it('reads the head again when a part that it named is gone', async () => {
    const { store } = createMemoryShardStore();
    const old = aRule({ id: 'old' });
    await storeChange(store, { before: undefined, after: old }, () => Promise.resolve([old]), newToken);
    const readParts = store.readParts.bind(store);
    let interrupted = false;
    store.readParts = async (keys) => {
      if (!interrupted) {
        interrupted = true;
        await storeChange(
          store,
          { before: old, after: aRule({ id: 'old', state: 'shadow' }, 2) },
          noRules,
          newToken,
        );
      }
      return readParts(keys);
    };
    const matched = await matchStored(store, parseEvent(aPageCreated()), CONTEXT);
    expect(matched.ok && matched.value).toEqual([
      { rule: 'old', version: 2, priority: 100, verdict: 'shadow' },
    ]);
  });

  it('says that it is missing, never that nothing matches, where there is no index', async () => {
    const { store, values } = createMemoryShardStore();
    expect(await matchStored(store, parseEvent(aPageCreated()), CONTEXT)).toEqual(err('missing'));
    values.set('head', JSON.stringify({ v: 99 }));
    expect(await matchStored(store, parseEvent(aPageCreated()), CONTEXT)).toEqual(err('missing'));
  });
});
