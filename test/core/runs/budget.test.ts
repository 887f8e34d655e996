// The budgets of the engine: points of an hour, near whose end runs wait for the next one, and the limits of single
// rules, beyond which a rule is turned off until the hour is over.

import { beforeEach, describe, expect, it } from 'vitest';
import { ACTION_KINDS, ACTIONS } from '../../../src/core/actions/index';
import { DEFAULT_SETTINGS } from '../../../src/core/admin/settings';
import { consumeRuns } from '../../../src/core/runs/consume-runs';
import { withinRoom } from '../../../src/core/runs/counts';
import { dispatchEvent } from '../../../src/core/runs/dispatch-event';
import { hourSoFar } from '../../../src/core/runs/hour-so-far';
import { pointsOf } from '../../../src/core/runs/points';
import { sweep } from '../../../src/core/runs/sweep';
import { anAction, aPageCreated, aRule, aRun } from '../../support/builders';
import { createFakePorts } from '../../support/fake-ports';
import type { Run, Step } from '../../../src/core/runs/run';
import type { FakePorts } from '../../support/fake-ports';

const HOUR = '2026-01-05T10';
const comment = anAction({ id: 'hello', action: 'comment.add', with: { body: '<p>Hi</p>' } });

let ports: FakePorts;
let pages = 0;
beforeEach(() => {
  ports = createFakePorts();
  pages = 0;
});

const fire = (payload: object = aPageCreated({ id: String((pages += 1)) })) => {
  ports.newInvocation();
  return dispatchEvent({ payload }, ports);
};
const allowPoints = (pointsPerHour: number) =>
  (ports.settingsNow = { ...DEFAULT_SETTINGS, budget: { pointsPerHour } });
const spend = (points: number, id = 'spent') =>
  ports.stored.tallies.set(id, { id, hour: HOUR, counts: { points } });
const runs = (): readonly Run[] => [...ports.stored.runs.values()];
const outcomes = () => runs().map(({ rule, outcome }) => [rule, outcome]);
const verdicts = () =>
  [...ports.stored.events.values()].flatMap((event) => event.verdicts.map(({ verdict }) => verdict));

/** Time goes on to then, the sweep comes by, and what it pushes is consumed. */
async function sweepAt(iso: string): Promise<void> {
  ports.nowMs = Date.parse(iso);
  ports.newInvocation();
  ports.pushed.length = 0;
  await sweep(ports);
  for (const { runs: ids } of ports.pushed) {
    ports.newInvocation();
    await consumeRuns(ids, ports);
  }
}

describe('the points of an hour', () => {
  const step = (overrides: Partial<Step>): Step => ({
    ...comment,
    attempts: [{ at: '', outcome: 'done' }],
    outcome: 'done',
    ...overrides,
  });
  const tried = { at: '', outcome: 'retry' } as const;
  const cases: readonly [string, readonly Step[], number][] = [
    ...ACTION_KINDS.map(
      (action) =>
        [`an attempt of ${action}`, [step({ action })], ACTIONS[action].points] as [string, Step[], number],
    ),
    ['every attempt', [step({ attempts: [tried, tried, tried] })], 3],
    ['attempts since a replay', [step({ attempts: [tried, tried], attemptsBefore: 1 })], 1],
    ['what planning had to search', [step({ action: 'forEach', attempts: [] })], 1],
    ['nothing for what was not tried', [step({ outcome: 'skipped', attempts: [] })], 0],
    ['nothing for a kind that is not known', [step({ action: 'no.such' })], 0],
  ];
  it.each(cases)('count %s', (_, steps, points) => {
    expect(pointsOf(aRun({ steps }))).toBe(points);
  });

  it('are counted with the run that spent them, and add up over what is folded and what is not', async () => {
    ports.setRules(aRule({ then: [comment, anAction()] }));
    await fire();
    await sweep(ports);
    await fire();
    expect(await hourSoFar(HOUR, ports)).toMatchObject({ events: 2, points: 4 });
    expect(ports.stored.hours.get(HOUR)?.counts).toMatchObject({ points: 2 });
  });

  it('are read beyond the first hundred tallies', async () => {
    for (let n = 0; n < 250; n += 1) spend(1, `t${n}`);
    expect((await hourSoFar(HOUR, ports)).points).toBe(250);
  });
});

describe('near the end of the points', () => {
  const rules = [aRule({ id: 'usual' }), aRule({ id: 'late', priority: 101 })];

  it.each([
    ['nothing waits below the share', 79, ['succeeded', 'succeeded']],
    ['rules after the usual priority wait near the wall', 80, ['succeeded', 'waiting']],
    ['every rule waits behind it', 100, ['waiting', 'waiting']],
  ])('%s', async (_, points, expected) => {
    allowPoints(100);
    spend(points);
    ports.setRules(...rules);
    await fire();
    expect(runs().map(({ outcome }) => outcome)).toEqual(expected);
    expect(ports.effects).toHaveLength(expected.filter((outcome) => outcome === 'succeeded').length);
  });

  it('says why, and goes on by itself in the next hour', async () => {
    allowPoints(100);
    spend(85);
    ports.setRules(...rules);
    expect(await fire()).toEqual({ kind: 'finished' });
    const waiting = runs().find(({ rule }) => rule === 'late')?.steps[0];
    expect(waiting?.reason).toBe(
      'Put off until 11:00 UTC: 85 of the 100 points are spent that the settings allow in an hour, and the rule comes after the usual priority.',
    );
    expect(waiting?.attempts).toEqual([]);
    await sweepAt('2026-01-05T10:55:00.000Z');
    expect(outcomes()).toContainEqual(['late', 'waiting']);
    await sweepAt('2026-01-05T11:05:00.000Z');
    expect(outcomes()).toContainEqual(['late', 'succeeded']);
    expect(ports.effects).toHaveLength(2);
  });

  it('comes back with the event when the next hour is near', async () => {
    ports.nowMs = Date.parse('2026-01-05T10:50:00.000Z');
    allowPoints(100);
    spend(100);
    ports.setRules(...rules);
    const payload = aPageCreated();
    const answer = await fire(payload);
    if (answer.kind !== 'retry') throw new Error('expected to come back');
    expect(answer).toMatchObject({ afterSeconds: 660, rateLimited: false });
    ports.advance(answer.afterSeconds);
    ports.newInvocation();
    await dispatchEvent({ payload, retry: { count: 1, data: answer.data } }, ports);
    expect(outcomes()).toEqual([
      ['usual', 'succeeded'],
      ['late', 'succeeded'],
    ]);
  });

  it('lets go on what has begun, and what costs nothing', async () => {
    allowPoints(1);
    const log = anAction({ id: 'log', action: 'flow.log', with: { message: 'Seen' } });
    ports.setRules(aRule({ then: [log, anAction()] }));
    ports.faults.push({ failure: { kind: 'rate-limited', message: 'Failed: 429.', retryable: true } });
    const payload = aPageCreated();
    const answer = await fire(payload);
    spend(50);
    if (answer.kind !== 'retry') throw new Error('expected to come back');
    ports.advance(answer.afterSeconds);
    ports.newInvocation();
    await dispatchEvent({ payload, retry: { count: 1, data: answer.data } }, ports);
    expect(runs()[0]?.steps.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    ports.setRules(aRule({ then: [log] }));
    await fire();
    expect(runs().map(({ outcome }) => outcome)).toEqual(['succeeded', 'succeeded']);
  });

  it('costs one write more, and reads nothing where no budget is set', async () => {
    let reads = 0;
    const { listTalliesOf } = ports.counts;
    Object.assign(ports.counts, {
      listTalliesOf: (...of: Parameters<typeof listTalliesOf>) => (reads++, listTalliesOf(...of)),
    });
    ports.setRules(aRule({ then: [comment] }));
    await fire();
    expect(reads).toBe(0);
    expect(runs()[0]?.revision).toBe(3);
    allowPoints(10);
    spend(10);
    await fire();
    expect(reads).toBe(1);
    expect(runs()[1]?.revision).toBe(2);
  });

  it.each([
    [
      'waits when Confluence says so',
      { nearLimit: true, enforced: true, remaining: 900 },
      'waiting',
      '900 points are left',
    ],
    ['waits for nothing that is not enforced', { nearLimit: true, enforced: false }, 'succeeded', ''],
    [
      'waits for nothing that is far',
      { nearLimit: false, enforced: true, remaining: 60_000 },
      'succeeded',
      '',
    ],
    ['waits for no hour that is over', { nearLimit: true, enforced: true, resetAtMs: 0 }, 'succeeded', ''],
  ])('%s', async (_, heard, outcome, why) => {
    ports.quota = { heardAtMs: ports.nowMs, ...heard };
    ports.setRules(...rules);
    await fire();
    expect(outcomes()).toEqual([
      ['usual', 'succeeded'],
      ['late', outcome],
    ]);
    if (why !== '') expect(runs()[1]?.steps[0]?.reason).toContain(why);
  });

  it('makes every rule wait when Confluence says that nothing is left', async () => {
    const resetAtMs = ports.nowMs + 600_000;
    ports.quota = { heardAtMs: ports.nowMs, nearLimit: true, enforced: true, remaining: 0, resetAtMs };
    ports.setRules(aRule());
    expect(await fire()).toMatchObject({ kind: 'retry', afterSeconds: 660 });
  });

  it('holds nothing up when the counts cannot be read', async () => {
    allowPoints(1);
    spend(5);
    ports.counts.getHour = () => Promise.reject(new Error('throttled'));
    ports.setRules(aRule({ limits: { runsPerHour: 1 } }));
    await fire();
    expect(runs()[0]?.outcome).toBe('succeeded');
  });

  it('makes nothing wait any more once the hour has turned within the invocation', async () => {
    ports.nowMs = Date.parse('2026-01-05T10:59:59.000Z');
    allowPoints(1);
    spend(1);
    const { appAccountId } = ports.confluence;
    ports.confluence.appAccountId = () => (ports.advance(2), appAccountId());
    Object.assign(ports, { random: { next: () => 0 } });
    ports.setRules(aRule());
    await fire();
    expect(runs()[0]?.outcome).toBe('succeeded');
  });

  it('puts off the items of a parallel list one and all', async () => {
    allowPoints(1);
    spend(1);
    ports.found = ['1', '2', '3'].map((id) => ({ id, type: 'page', title: `Page ${id}` }));
    const each = {
      items: { cql: 'label = "x"' },
      mode: 'parallel',
      then: [{ id: 'l', action: 'label.add', with: { labels: ['seen'] } }],
    };
    ports.setRules(aRule({ then: [anAction({ id: 'each', action: 'forEach', with: each })] }));
    await fire();
    expect(
      runs()[0]
        ?.steps.slice(1)
        .map(({ outcome }) => outcome),
    ).toEqual(['waiting', 'waiting', 'waiting']);
    await sweepAt('2026-01-05T11:05:00.000Z');
    expect(runs()[0]?.outcome).toBe('succeeded');
    expect(ports.effects).toHaveLength(3);
  });
});

describe('the limit of a rule', () => {
  const limited = (runsPerHour: number) => aRule({ id: 'limited', limits: { runsPerHour } });

  it('gives the verdict budget-exhausted beyond it, and turns the rule off until the hour is over', async () => {
    ports.setRules(limited(2), aRule({ id: 'other' }));
    for (let n = 0; n < 4; n += 1) await fire();
    expect(runs().filter(({ rule }) => rule === 'limited')).toHaveLength(2);
    expect(runs().filter(({ rule }) => rule === 'other')).toHaveLength(4);
    expect(verdicts().filter((verdict) => verdict === 'budget-exhausted')).toHaveLength(1);
    const event = [...ports.stored.events.values()].find(({ verdicts: all }) =>
      all.some(({ verdict }) => verdict === 'budget-exhausted'),
    );
    expect(event?.verdicts.find(({ rule }) => rule === 'limited')?.why).toBe(
      'The rule has run 2 times since 10:00 UTC, and at most 2 runs an hour are allowed to it.',
    );
    expect(ports.stored.rules.get('limited')).toMatchObject({
      rule: {
        state: 'off',
        offReason: 'Paused by itself until 11:00 UTC: it has reached its limit of 2 runs an hour.',
        offUntil: '2026-01-05T11:00:00.000Z',
      },
      version: 2,
      updatedBy: 'rulewright',
    });
    await sweepAt('2026-01-05T11:00:01.000Z');
    expect(ports.stored.rules.get('limited')?.rule).toMatchObject({
      state: 'live',
      limits: { runsPerHour: 2 },
    });
    await fire();
    expect(runs().filter(({ rule }) => rule === 'limited')).toHaveLength(3);
  });

  it('records the event when no other rule acts', async () => {
    ports.setRules(limited(1));
    await fire();
    await fire();
    expect([...ports.stored.events.values()].map(({ state }) => state)).toEqual(['begun', 'seen']);
    expect(verdicts()).toEqual(['acts', 'budget-exhausted']);
  });

  it('lets the runs go on that began before, through the pause and after it', async () => {
    const slow = anAction({ id: 'wait', action: 'flow.delay', with: { for: 20 } });
    ports.nowMs = Date.parse('2026-01-05T10:30:00.000Z');
    ports.setRules(aRule({ id: 'limited', limits: { runsPerHour: 1 }, then: [slow, anAction()] }));
    await fire();
    await fire();
    expect(ports.stored.rules.get('limited')?.rule.state).toBe('off');
    await sweepAt('2026-01-05T10:52:00.000Z');
    expect(runs()[0]?.outcome).toBe('succeeded');
    await sweepAt('2026-01-05T11:01:00.000Z');
    await fire();
    await fire();
    expect(ports.stored.rules.get('limited')).toMatchObject({
      rule: { state: 'off' },
      version: 4,
      runsGoOnSince: 1,
    });
    await sweepAt('2026-01-05T12:02:00.000Z');
    expect(runs().map(({ outcome }) => outcome)).toEqual(['succeeded', 'succeeded']);
  });

  it('does not count an event that is delivered again, nor trip over it', async () => {
    ports.setRules(limited(1));
    const payload = aPageCreated();
    await fire(payload);
    await fire(payload);
    expect(ports.stored.rules.get('limited')?.rule.state).toBe('live');
    expect((await hourSoFar(HOUR, ports)).duplicates).toBe(1);
    expect((await hourSoFar(HOUR, ports))['rule:limited']).toBe(1);
  });

  it('counts no run in shadow and no rule without a limit', async () => {
    ports.setRules({ ...limited(1), rule: { ...limited(1).rule, state: 'shadow' } }, aRule({ id: 'other' }));
    await fire();
    await fire();
    expect(Object.keys(await hourSoFar(HOUR, ports)).filter((name) => name.startsWith('rule:'))).toEqual([]);
    expect(verdicts().filter((verdict) => verdict === 'shadow')).toHaveLength(2);
  });

  it('is counted for so many rules that the record of an hour stays within what KVS takes', () => {
    const many = Object.fromEntries(
      Array.from({ length: 2100 }, (_, n) => [`rule:${String(n).padStart(60, 'x')}`, 1 + (n % 2)]),
    );
    const kept = withinRoom({ ...many, events: 7 });
    expect(Object.keys(kept)).toHaveLength(2001);
    expect(kept.events).toBe(7);
    expect(JSON.stringify(kept).length).toBeLessThan(240_000);
  });
});
