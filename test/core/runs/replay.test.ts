// Dead letters and what an admin does with them; what a change of the rule does to a run; looking again before acting.

import { beforeEach, describe, expect, it } from 'vitest';
import { consumeRuns } from '../../../src/core/runs/consume-runs';
import { dispatchEvent } from '../../../src/core/runs/dispatch-event';
import { dismissRuns, replayRuns } from '../../../src/core/runs/replay-runs';
import { sweep } from '../../../src/core/runs/sweep';
import { FailureError } from '../../../src/core/failure';
import { anAction, aPageCreated, aRule } from '../../support/builders';
import { createFakePorts } from '../../support/fake-ports';
import type { Failure } from '../../../src/core/failure';
import type { FakePorts } from '../../support/fake-ports';

const comment = anAction({ id: 'hello', action: 'comment.add', with: { body: '<p>Hello</p>' } });
const label = anAction();
const forbidden: Failure = { kind: 'forbidden', message: 'Failed to act: 403.', retryable: false };
const rateLimited = (retryAfterSeconds: number): Failure => ({
  kind: 'rate-limited',
  message: 'Failed to act: 429.',
  retryable: true,
  retryAfterSeconds,
});

let ports: FakePorts;
beforeEach(() => {
  ports = createFakePorts();
});
const runs = () => [...ports.stored.runs.values()];
const deliver = (id = '1') => {
  ports.newInvocation();
  return dispatchEvent({ payload: aPageCreated({ id }) }, ports);
};
async function consume(): Promise<void> {
  for (const { runs: ids } of ports.pushed.splice(0)) {
    ports.newInvocation();
    await consumeRuns(ids, ports);
  }
}

describe('a replay', () => {
  it('repeats what failed and what was skipped because of it, and not what was done', async () => {
    const addComment = ports.confluence.addFooterComment;
    Object.assign(ports.confluence, {
      addFooterComment: () => Promise.reject(Object.assign(new Error('403'), { name: 'Refused' })),
    });
    ports.setRules(
      aRule({
        then: [
          label,
          { ...comment, retry: { attempts: 1, firstDelaySeconds: 1, factor: 1, maxDelaySeconds: 1 } },
          { ...label, id: 'last', with: { labels: ['y'] } },
        ],
      }),
    );
    await deliver();
    expect(runs()[0]?.steps.map(({ outcome }) => outcome)).toEqual(['done', 'failed', 'skipped']);
    Object.assign(ports.confluence, { addFooterComment: addComment });
    expect(await replayRuns({ rule: 'a-rule' }, ports)).toEqual({
      done: [runs()[0]?.id],
      refused: [],
      more: false,
    });
    // Nobody knows of the comment until the bound is over: a look before that could miss it.
    ports.newInvocation();
    expect(await consumeRuns(ports.pushed[0]?.runs ?? [], ports)).toMatchObject({
      kind: 'retry',
      afterSeconds: 90,
    });
    ports.advance(90);
    await consume();
    expect(runs()[0]).toMatchObject({ outcome: 'succeeded', replays: 1 });
    expect(ports.effects.map(({ what, value }) => (what === 'comment.add' ? what : value))).toEqual([
      'x',
      'comment.add',
      'y',
    ]);
  });

  it('goes on under a rule that was repaired, and is refused where the rule is off or gone', async () => {
    ports.setRules(aRule());
    ports.faults.push({ failure: forbidden }, { failure: forbidden });
    await deliver();
    const ids = runs().map(({ id }) => id);
    ports.setRules(aRule({ state: 'off' }, 2));
    expect((await replayRuns({ ids }, ports)).refused).toMatchObject([
      { reason: expect.stringContaining('off') },
    ]);
    ports.setRules(aRule({ name: 'Repaired' }, 3));
    expect((await replayRuns({ ids }, ports)).done).toEqual(ids);
    ports.faults.length = 0;
    await consume();
    expect(runs()[0]?.outcome).toBe('succeeded');
    expect((await replayRuns({ ids }, ports)).refused).toHaveLength(1);
    ports.stored.rules.clear();
    expect((await replayRuns({ ids: ['none'] }, ports)).refused).toHaveLength(1);
  });

  it('is done for all of them, a call at a time', async () => {
    ports.setRules(aRule());
    for (let n = 0; n < 60; n += 1) {
      ports.faults.push({ failure: forbidden });
      await deliver(String(n + 1));
    }
    const one = await replayRuns({}, ports);
    expect([one.done.length, one.more]).toEqual([50, true]);
    const two = await replayRuns({}, ports);
    expect([two.done.length, two.more]).toEqual([10, false]);
    await consume();
    expect(runs().every(({ outcome }) => outcome === 'succeeded')).toBe(true);
    expect(ports.effects).toHaveLength(60);
  });

  it('goes on past those that are refused, and keeps to its filter', async () => {
    const gone = aRule({ id: 'gone' });
    ports.setRules(aRule(), gone);
    for (let n = 0; n < 60; n += 1) {
      ports.faults.push({ failure: forbidden }, { failure: forbidden });
      await deliver(String(n + 1));
    }
    ports.stored.rules.delete('gone');
    const space = runs()[0]?.subject.spaceKey ?? '';
    expect(await replayRuns({ space: `not-${space}` }, ports)).toMatchObject({ done: [], refused: [] });
    let cursor: string | undefined;
    let [done, refused] = [0, 0];
    do {
      const call = await replayRuns({ space, ...(cursor === undefined ? {} : { cursor }) }, ports);
      done += call.done.length;
      refused += call.refused.length;
      expect(call.more).toBe(call.cursor !== undefined);
      cursor = call.cursor;
    } while (cursor !== undefined);
    expect([done, refused]).toEqual([60, 60]);
  });

  it('need not be: a dead letter can be dismissed, with the reason', async () => {
    ports.setRules(aRule());
    ports.faults.push({ failure: forbidden });
    await deliver();
    await dismissRuns({}, 'not needed', ports);
    expect(runs()[0]).toMatchObject({ outcome: 'cancelled', reason: 'Dismissed by an admin: not needed' });
    expect((await replayRuns({}, ports)).done).toEqual([]);
  });
});

describe('a run that waits', () => {
  beforeEach(async () => {
    ports.setRules(aRule({ then: [label, comment] }));
    ports.faults.push({ failure: rateLimited(3600) });
    expect(await deliver()).toEqual({ kind: 'finished' });
  });
  const wake = async () => {
    ports.advance(3601);
    ports.newInvocation();
    await sweep(ports);
    await consume();
  };

  it('longer than a push can wait is woken by the sweep', async () => {
    ports.advance(3000);
    await sweep(ports);
    expect(ports.pushed).toEqual([]);
    await wake();
    expect(runs()[0]?.outcome).toBe('succeeded');
  });

  it.each([
    ['changed', () => ports.setRules(aRule({ name: 'Other' }, 2))],
    ['set to off', () => ports.setRules(aRule({ state: 'off' }, 2))],
    ['deleted', () => ports.stored.rules.clear()],
  ])('is cancelled when its rule was %s', async (word, change) => {
    change();
    await wake();
    expect(ports.effects).toEqual([]);
    expect(runs()[0]).toMatchObject({ outcome: 'cancelled', reason: expect.stringContaining(word) });
    expect(runs()[0]?.lookAgainAt).toBeUndefined();
  });

  it('is put off, not cancelled, while an admin has paused all rules', async () => {
    ports.settingsNow = { ...ports.settingsNow, paused: true };
    await wake();
    expect(runs()[0]?.outcome).toBe('waiting');
    ports.settingsNow = { ...ports.settingsNow, paused: false };
    await wake();
    expect(runs()[0]?.outcome).toBe('succeeded');
  });
});

describe('onlyIfStill', () => {
  const rule = aRule({ onlyIfStill: true, if: { '==': [{ var: 'content.title' }, 'A page'] } });
  const late = { eventCreatedDate: '2026-01-05T09:50:00.000Z' };

  it('looks again when the event is old, and does nothing when the condition holds no longer', async () => {
    ports.setRules(rule);
    await dispatchEvent({ payload: aPageCreated({ title: 'A page' }, late) }, ports);
    expect(ports.effects).toHaveLength(1);
    Object.assign(ports.confluence, {
      readContent: () => Promise.resolve({ title: 'Renamed', body: '', spaceId: '1', authorId: 'a' }),
    });
    ports.newInvocation();
    await dispatchEvent({ payload: aPageCreated({ title: 'A page', id: '2' }, late) }, ports);
    expect(ports.effects).toHaveLength(1);
    expect(runs()[1]?.steps[0]).toMatchObject({
      outcome: 'skipped',
      reason: expect.stringContaining('The condition no longer holds'),
    });
  });

  it('comes back while the page cannot be read, and acts once it can', async () => {
    ports.setRules(rule);
    const { readContent } = ports.confluence;
    const unreachable: Failure = { kind: 'server-error', message: 'Failed to read: 503.', retryable: true };
    Object.assign(ports.confluence, { readContent: () => Promise.reject(new FailureError(unreachable)) });
    const payload = aPageCreated({ title: 'A page' }, late);
    const answer = await dispatchEvent({ payload }, ports);
    expect(answer.kind).toBe('retry');
    expect(ports.effects).toEqual([]);
    expect(runs()[0]?.steps[0]).toMatchObject({ outcome: 'waiting', reason: unreachable.message });
    // Nothing had been begun, so nothing is in doubt.
    expect(runs()[0]?.steps[0]?.tryingSince).toBeUndefined();
    Object.assign(ports.confluence, { readContent });
    ports.advance(900);
    ports.newInvocation();
    const data = answer.kind === 'retry' ? answer.data : undefined;
    expect(await dispatchEvent({ payload, retry: { count: 1, data } }, ports)).toEqual({ kind: 'finished' });
    expect(ports.effects).toHaveLength(1);
  });

  it('does not act once the page is gone', async () => {
    ports.setRules(rule);
    const gone: Failure = { kind: 'not-found', message: 'Failed to read: 404.', retryable: false };
    Object.assign(ports.confluence, { readContent: () => Promise.reject(new FailureError(gone)) });
    await dispatchEvent({ payload: aPageCreated({ title: 'A page' }, late) }, ports);
    expect(ports.effects).toEqual([]);
    expect(runs()[0]?.steps[0]?.reason).toContain('not there any more');
  });

  it('does not look when the event is fresh', async () => {
    ports.setRules(rule);
    Object.assign(ports.confluence, { readContent: () => Promise.reject(new Error('must not be read')) });
    await dispatchEvent({ payload: aPageCreated({ title: 'A page' }) }, ports);
    expect(ports.effects).toHaveLength(1);
  });
});

describe('a queue that takes nothing', () => {
  it('leaves what was to be handed over to the sweep', async () => {
    ports.setRules(aRule({ serial: true, then: [label] }));
    const { push } = ports.queue;
    Object.assign(ports.queue, { push: () => Promise.reject(new Error('500 a minute')) });
    const payload = aPageCreated();
    expect(await dispatchEvent({ payload }, ports)).toMatchObject({ kind: 'retry' });
    for (let count = 1; count <= 4; count += 1) {
      ports.advance(60);
      ports.newInvocation();
      await dispatchEvent({ payload, retry: { count, data: undefined } }, ports);
    }
    expect(ports.effects).toEqual([]);
    expect(runs()[0]).toMatchObject({ outcome: 'running', lookAgainAt: expect.any(String) });
    Object.assign(ports.queue, { push });
    ports.advance(900);
    ports.newInvocation();
    expect(await sweep(ports)).toMatchObject({ runs: 1 });
    await consume();
    expect(ports.effects).toHaveLength(1);
  });
});

describe('serial runs', () => {
  const at = (second: number) => ({ eventCreatedDate: `2026-01-05T09:59:0${second}.000Z` });
  const serial = aRule({ serial: true, then: [label, { ...comment, id: 'then' }] });
  const begin = async (second: number) => {
    ports.newInvocation();
    await dispatchEvent({ payload: aPageCreated({ title: `Edit ${second}` }, at(second)) }, ports);
  };

  it('act one after another in the order of their events, though one has to wait', async () => {
    ports.setRules(serial);
    await begin(2);
    await begin(1);
    expect(ports.effects).toEqual([]);
    expect(ports.pushed.map(({ concurrency }) => concurrency)).toEqual([
      { key: '838205441', limit: 1 },
      { key: '838205441', limit: 1 },
    ]);
    ports.faults.push({ failure: rateLimited(60) });
    await consume();
    expect(ports.effects).toEqual([]);
    expect(ports.stored.locks.size).toBe(1);
    ports.advance(61);
    ports.pushed.push({ runs: runs().map(({ id }) => id), delaySeconds: 0 });
    await consume();
    await consume();
    expect(ports.effects.map(({ what }) => what)).toEqual([
      'label.add',
      'comment.add',
      'label.add',
      'comment.add',
    ]);
    expect(runs().every(({ outcome }) => outcome === 'succeeded')).toBe(true);
    expect(ports.stored.locks.size).toBe(0);
  });
});
