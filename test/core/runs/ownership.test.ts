// Who has an event and its runs: claims, leases, take-overs, lost answers of the store, and what the sweep takes up.

import { beforeEach, describe, expect, it } from 'vitest';
import { consumeRuns } from '../../../src/core/runs/consume-runs';
import { dispatchEvent } from '../../../src/core/runs/dispatch-event';
import { EFFECT_BOUND_MS, INTENT_FRESH_MS, LEASE_MS, LOOK_AFTER_MS } from '../../../src/core/runs/lease';
import { sweep } from '../../../src/core/runs/sweep';
import { anAction, aPageCreated, aRule } from '../../support/builders';
import { createFakePorts } from '../../support/fake-ports';
import type { Failure } from '../../../src/core/failure';
import type { FakePorts } from '../../support/fake-ports';

const comment = anAction({ id: 'hello', action: 'comment.add', with: { body: '<p>Hello</p>' } });
const lost: Failure = { kind: 'network', message: 'Failed to act: no answer.', retryable: true };
const rateLimited: Failure = { kind: 'rate-limited', message: 'Failed to act: 429.', retryable: true };

let ports: FakePorts;
beforeEach(() => {
  ports = createFakePorts();
  ports.setRules(aRule({ then: [comment] }));
});

const runs = () => [...ports.stored.runs.values()];
const event = () => [...ports.stored.events.values()][0];
const first = () => dispatchEvent({ payload: aPageCreated() }, ports);
const retry = (count: number) => {
  ports.newInvocation();
  return dispatchEvent({ payload: aPageCreated(), retry: { count, data: undefined } }, ports);
};

/** The invocation dies: whatever it asks for from the commit number `n` on is neither done nor answered. */
async function dieAtCommit(n: number, work: () => Promise<unknown>, applied = false): Promise<void> {
  const { commit } = ports.runs;
  let commits = 0;
  await new Promise<void>((died) => {
    ports.runs.commit = async (changes) => {
      commits += 1;
      if (commits < n) return commit(changes);
      if (commits === n && applied) await commit(changes);
      died();
      return new Promise(() => undefined);
    };
    void work();
  });
  ports.runs.commit = commit;
}

/** Consumes what was pushed until nothing is left, and what is due, for an hour. */
async function settle(): Promise<void> {
  for (let minute = 0; minute < 60; minute += 5) {
    ports.newInvocation();
    await sweep(ports);
    for (const { runs: ids } of ports.pushed.splice(0)) {
      ports.newInvocation();
      await consumeRuns(ids, ports);
    }
    ports.advance(300);
  }
}

describe('a delivery that dies', () => {
  // 1: claim, 2: begin, 3: intent, 4: result
  it.each([1, 2, 3, 4])('at its write number %d loses nothing and does nothing twice', async (n) => {
    for (const applied of [false, true]) {
      ports = createFakePorts();
      ports.setRules(aRule({ then: [comment] }));
      await dieAtCommit(n, first, applied);
      if (n === 1 && !applied) await retry(1);
      await settle();
      expect(ports.effects).toHaveLength(1);
      expect(event()?.state).toBe('begun');
      expect(runs().map(({ outcome }) => outcome)).toEqual(['succeeded']);
    }
  });

  it('keeps others away for the time of its lease, and is looked for before it is done again', async () => {
    await dieAtCommit(4, first);
    expect(ports.effects).toHaveLength(1);
    const startedMs = ports.nowMs;
    const answer = await retry(1);
    expect(answer).toMatchObject({ kind: 'retry', afterSeconds: LEASE_MS / 1000 });
    ports.advance(LEASE_MS / 1000);
    expect(await retry(2)).toEqual({ kind: 'finished' });
    expect(ports.nowMs - startedMs).toBeGreaterThanOrEqual(EFFECT_BOUND_MS);
    expect(ports.effects).toHaveLength(1);
    const [step] = runs()[0]?.steps ?? [];
    expect(step?.attempts.map(({ outcome }) => outcome)).toEqual(['retry', 'done']);
    expect(step?.reason).toContain('had been written by an earlier attempt');
  });

  it('leaves an open claim that a duplicate leaves alone and the sweep begins', async () => {
    await dieAtCommit(2, first);
    ports.newInvocation();
    expect(await first()).toEqual({ kind: 'finished' });
    expect(ports.effects).toEqual([]);
    ports.advance(LEASE_MS / 1000 + 1);
    ports.newInvocation();
    expect(await sweep(ports)).toMatchObject({ events: 1 });
    expect(event()?.state).toBe('begun');
    await settle();
    expect(ports.effects).toHaveLength(1);
  });

  it('is given up when it dies over the same step again and again', async () => {
    const { commit } = ports.runs;
    await dieAtCommit(3, first, true);
    for (let n = 0; n < 20 && runs()[0]?.outcome !== 'failed'; n += 1) {
      ports.advance(LEASE_MS / 1000 + 1);
      ports.newInvocation();
      const ids = runs().map(({ id }) => id);
      // The invocation dies in the effect; a run that is given up has none.
      await Promise.race([
        dieAtCommit(1, () => consumeRuns(ids, ports), true),
        new Promise((done) => setTimeout(done, 50)),
      ]);
      ports.runs.commit = commit;
    }
    expect(runs()[0]?.outcome).toBe('failed');
    expect(runs()[0]?.steps[0]?.attempts.length).toBeLessThanOrEqual(9);
    expect(ports.effects).toEqual([]);
  });
});

describe('an attempt without an answer', () => {
  it('is not repeated before the bound has passed', async () => {
    ports.faults.push({ failure: lost });
    const answer = await first();
    expect(answer).toMatchObject({ kind: 'retry', afterSeconds: LOOK_AFTER_MS / 1000 });
    expect(LOOK_AFTER_MS).toBeGreaterThan(EFFECT_BOUND_MS);
  });

  it('is not followed by another that begins too late for whoever may take over', async () => {
    ports.faults.push({ failure: lost });
    await first();
    const find = ports.confluence.findFooterComment;
    const slowly: typeof find = async (...asked) => {
      ports.advance(INTENT_FRESH_MS / 1000 + 1);
      return find(...asked);
    };
    Object.assign(ports.confluence, { findFooterComment: slowly });
    ports.advance(LOOK_AFTER_MS / 1000);
    expect(await retry(1)).toMatchObject({ kind: 'retry' });
    expect(ports.effects).toEqual([]);
    expect(runs()[0]?.steps[0]).toMatchObject({ outcome: 'waiting', tryingSince: expect.any(String) });
    expect(runs()[0]?.steps[0]?.reason).toContain('Failed to begin in time');
    Object.assign(ports.confluence, { findFooterComment: find });
    ports.advance(LEASE_MS / 1000);
    expect(await retry(2)).toEqual({ kind: 'finished' });
    expect(ports.effects).toHaveLength(1);
  });

  it('stays in doubt when the looking fails', async () => {
    ports.faults.push({ failure: lost, afterEffect: true });
    await first();
    const find = ports.confluence.findFooterComment;
    Object.assign(ports.confluence, {
      findFooterComment: () => Promise.reject(Object.assign(new Error('429'), { failure: rateLimited })),
    });
    ports.advance(60);
    await retry(1);
    expect(runs()[0]?.steps[0]?.tryingSince).toBeDefined();
    Object.assign(ports.confluence, { findFooterComment: find });
    ports.advance(900);
    await retry(2);
    expect(ports.effects).toHaveLength(1);
    expect(runs()[0]?.outcome).toBe('succeeded');
  });
});

describe('a store that loses answers', () => {
  it('is asked again, and own writes are recognised', async () => {
    const { commit } = ports.runs;
    let commits = 0;
    ports.runs.commit = async (changes) => {
      const written = await commit(changes);
      commits += 1;
      if (commits % 2 === 1) throw new Error('the answer was lost');
      return written;
    };
    expect(await first()).toEqual({ kind: 'finished' });
    expect(ports.effects).toHaveLength(1);
    expect(runs()[0]?.outcome).toBe('succeeded');
  });
});

describe('several deliveries at the same time', () => {
  it('act once, and the others are counted as duplicates', async () => {
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => {
        const own = { ...ports, invocation: { owner: `parallel-${n}`, remainingMs: () => 25_000 } };
        return dispatchEvent({ payload: aPageCreated() }, own);
      }),
    );
    expect(answers.every(({ kind }) => kind === 'finished')).toBe(true);
    expect(ports.effects).toHaveLength(1);
    await sweep(ports);
    const [hour] = [...ports.stored.hours.values()];
    expect(hour?.counts).toEqual({
      events: 1,
      'verdict:acts': 1,
      duplicates: 4,
      'run:succeeded': 1,
      steps: 1,
      attempts: 1,
      points: 1,
    });
    expect(ports.stored.tallies.size).toBe(0);
  });
});

describe('an invocation that runs out of time', () => {
  it('hands over what is left, and nothing is done twice', async () => {
    const slow = Array.from({ length: 40 }, (_, at) =>
      anAction({ id: `a${at}`, with: { labels: [`l${at}`] } }),
    );
    ports.setRules(aRule({ then: slow }));
    const act = ports.confluence.addContentLabels;
    Object.assign(ports.confluence, {
      addContentLabels: async (...args: Parameters<typeof act>) => {
        ports.remainingMs -= 1000;
        ports.advance(1);
        await act(...args);
      },
    });
    let invocations = 1;
    expect(await first()).toEqual({ kind: 'finished' });
    while (ports.pushed.length > 0) {
      const [{ runs: ids } = { runs: [] }] = ports.pushed.splice(0, 1);
      ports.remainingMs = 25_000;
      ports.newInvocation();
      await consumeRuns(ids, ports);
      invocations += 1;
    }
    expect(runs()[0]?.outcome).toBe('succeeded');
    expect(ports.effects.map(({ value }) => value)).toEqual(slow.map((_, at) => `l${at}`));
    expect(invocations).toBeGreaterThan(2);
  });
});

describe('a rule that is off until a date', () => {
  it('is live after it, with a new version', async () => {
    ports.stored.rules.clear();
    ports.setRules(aRule({ state: 'off', offUntil: '2026-01-05T11:00:00Z', offReason: 'holidays' }));
    expect(await sweep(ports)).toMatchObject({ rules: 0 });
    ports.advance(3600);
    expect(await sweep(ports)).toMatchObject({ rules: 1 });
    const stored = ports.stored.rules.get('a-rule');
    expect([stored?.rule.state, stored?.rule.offReason, stored?.version]).toEqual(['live', undefined, 2]);
  });
});

describe('old records', () => {
  it('are deleted after the retention, and open ones are not', async () => {
    await first();
    ports.faults.push({ failure: { ...rateLimited, retryAfterSeconds: 86_400 * 200 } });
    ports.newInvocation();
    await dispatchEvent({ payload: aPageCreated({ id: '2' }) }, ports);
    ports.advance(86_400 * 100);
    ports.newInvocation();
    expect(await sweep(ports)).toMatchObject({ removed: 3 });
    expect(runs().map(({ outcome }) => outcome)).toEqual(['waiting']);
  });
});
