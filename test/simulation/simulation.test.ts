// A slice of the simulation in every run of the tests; `npm run simulate` does it by the hundred thousand.

import { describe, expect, it } from 'vitest';
import { applyPatch } from './batch/build';
import { addSeed, emptyBatch, recoverySeconds } from './batch/batch';
import { NAIVE } from './control/naive-engine';
import { OURS } from './engine/ours';
import { MUTATIONS, checkMutations } from './mutations/check-mutations';
import { runSeed } from './run/run-seed';
import { runCase, runEvent, runOne } from './systematic/run-case';
import { PastMap } from './stores/past-map';
import { payloadOf } from './workload/payloads';
import { shapeOf } from './workload/rule-book';
import { POISON_SHAPES } from './workload/rule-shapes';
import { NO_FAULTS } from './world/swarm';
import { Timeline } from './world/timeline';
import { World } from './world/world';
import { CALL_CLASSES, CALL_FAULTS } from './world/fault-kinds';

/** What the sweeps write until everything is at rest: tallies are folded. */
const SWEEP_WRITES = 2;

/** Planted faults that are found within some dozens of seeds. */
const SAMPLE = ['doubt: never looked up', 'store: tallies are lost'];

describe('worlds drawn from seeds', () => {
  it('hold every invariant, and do no effect twice', async () => {
    const batch = emptyBatch();
    for (let seed = 1; seed <= 150; seed++) addSeed(batch, await runSeed(seed, OURS));
    expect(batch.violations).toEqual([]);
    expect(batch.duplicates).toBe(0);
    expect(batch.effects).toBeGreaterThan(150);
    expect(recoverySeconds(batch, 0.95)).toBeLessThanOrEqual(900);
  }, 120_000);

  it('are the same twice, and differ from each other', async () => {
    const hashes = async (): Promise<string[]> => {
      const all: string[] = [];
      for (let seed = 501; seed <= 520; seed++) all.push((await runSeed(seed, OURS)).hash);
      return all;
    };
    const first = await hashes();
    expect(await hashes()).toEqual(first);
    expect(new Set(first).size).toBe(first.length);
  }, 60_000);

  it('show the duplicates of an app without memory', async () => {
    const batch = emptyBatch();
    for (let seed = 1; seed <= 60; seed++) addSeed(batch, await runSeed(seed, NAIVE));
    expect(batch.duplicates).toBeGreaterThan(batch.effects / 20);
    expect(batch.violated).toBeGreaterThan(0);
  }, 60_000);

  it('tell what happened when they are asked', async () => {
    const { lines } = await runSeed(1, OURS, { readable: true });
    expect(lines?.some((line) => line.includes('is delivered'))).toBe(true);
  });
});

describe('a list that is behind', () => {
  it('shows what was there: what is new is missing, what changed or went is as it was', () => {
    const timeline = new Timeline(0);
    const map = new PastMap<number>(timeline);
    map.set('changed', 1).set('gone', 1);
    timeline.now = 10_000;
    map.set('changed', 2).set('new', 1).delete('gone');
    timeline.now = 12_000;
    expect(map.ago(5000)).toEqual(new Map(Object.entries({ changed: 1, gone: 1 })));
    expect(map.ago(1000)).toEqual(new Map(map));
    expect(map.ago(60_000)).toEqual(new Map());
  });
});

describe('the systematic part', () => {
  it('finds nothing for one fault at each call of a comment', async () => {
    const { made } = await runOne({ action: 'comment.add', placed: [] }, OURS, false);
    const cases = Array.from(made).flatMap((letter, call) =>
      CALL_FAULTS[CALL_CLASSES[Number(letter)]!].map((fault) => ({
        action: 'comment.add',
        placed: [{ call, fault }],
      })),
    );
    expect(cases.length).toBeGreaterThan(50);
    const found = await runCase(cases, OURS);
    expect(found.violations).toEqual([]);
    expect(found.duplicates).toBe(0);
  }, 60_000);
});

describe('a world without faults', () => {
  const payload = payloadOf('page', {
    pageId: '100',
    actor: 'user-1',
    title: 'Meeting',
    createdAt: '2026-03-02T08:00:00.000Z',
  });
  const run = (...ids: string[]) => {
    const shapes = ids.map((id) => shapeOf(id)!);
    return runEvent(new World(1, () => NO_FAULTS, false), OURS, shapes, payload);
  };

  it('costs few writes: the claim, the beginning, an intent and an end for each action', async () => {
    expect((await run('off')).records.writes).toBeLessThanOrEqual(1 + SWEEP_WRITES);
    expect((await run('label')).records.writes).toBeLessThanOrEqual(4 + SWEEP_WRITES);
    expect((await run('comment')).records.writes).toBeLessThanOrEqual(4 + SWEEP_WRITES);
    expect((await run('twice')).records.writes).toBeLessThanOrEqual(5 + SWEEP_WRITES);
  });

  it('lets no poisoned rule delay the others of its event', async () => {
    const poison = POISON_SHAPES.map(({ id }) => id);
    const { world, records, event, site } = await run(...poison, 'comment');
    expect(world.violations).toEqual([]);
    expect(event.deliveries).toBe(1);
    const comment = [...records.runs.values()].find(({ rule }) => rule === 'comment');
    expect(comment?.outcome).toBe('succeeded');
    expect(site.comments.some(({ body }) => body.includes('comment-v1'))).toBe(true);
  });
});

describe('planted faults', () => {
  it('are at least thirty', () => {
    expect(MUTATIONS.length).toBeGreaterThanOrEqual(30);
  });

  it('are found', async () => {
    const some = MUTATIONS.filter(({ name }) => SAMPLE.includes(name));
    expect(some).toHaveLength(SAMPLE.length);
    const found = await checkMutations(1, some);
    expect(found.filter(({ seed }) => seed === undefined)).toEqual([]);
  }, 120_000);

  it('are refused when they do not apply', () => {
    const patch = { file: 'a.ts', find: 'x', replace: 'y' };
    expect(applyPatch('1 x 2', patch)).toBe('1 y 2');
    expect(() => applyPatch('1 2', patch)).toThrow('stands there 0 times');
    expect(() => applyPatch('x x', patch)).toThrow('stands there 2 times');
  });
});
