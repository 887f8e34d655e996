// The dispatcher over in-memory ports: which rules act, what is retried, what is never done twice.

import { beforeEach, describe, expect, it } from 'vitest';
import { LOOP_RUNS, LOOP_WINDOW_MS } from '../../../src/core/runs/loop-breaker';
import { dispatchEvent } from '../../../src/core/runs/dispatch-event';
import { consumeRuns } from '../../../src/core/runs/consume-runs';
import { sweepRuns } from '../../../src/core/runs/sweep';
import { anAction, aPageCreated, aRule } from '../../support/builders';
import { createFakePorts } from '../../support/fake-ports';
import type { Failure } from '../../../src/core/failure';
import type { ComeBack } from '../../../src/core/runs/come-back';
import type { FakePorts } from '../../support/fake-ports';

const rateLimited = (retryAfterSeconds?: number): Failure => ({
  kind: 'rate-limited',
  message: 'Failed to act: 429.',
  retryable: true,
  ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
});
const lost: Failure = { kind: 'network', message: 'Failed to act: no answer.', retryable: true };
const forbidden: Failure = { kind: 'forbidden', message: 'Failed to act: 403.', retryable: false };
const comment = anAction({
  id: 'hello',
  action: 'comment.add',
  with: { body: '<p>Hello {{content.title}}</p>' },
});

let ports: FakePorts;
beforeEach(() => {
  ports = createFakePorts();
});

/** Delivers as Forge would: again and again while the app asks for it, four times at the most. */
async function deliver(payload: object = aPageCreated()): Promise<ComeBack[]> {
  ports.newInvocation();
  const answers = [await dispatchEvent({ payload }, ports)];
  for (let count = 1; count <= 4; count += 1) {
    const last = answers.at(-1);
    if (last?.kind !== 'retry') break;
    ports.advance(last.afterSeconds);
    ports.newInvocation();
    answers.push(await dispatchEvent({ payload, retry: { count, data: structuredClone(last.data) } }, ports));
  }
  return answers;
}

const runs = () => [...ports.stored.runs.values()];

describe('dispatchEvent', () => {
  it('writes nothing when no rule matches and such events are not recorded', async () => {
    ports.settingsNow = { ...ports.settingsNow, record: { events: false, viewed: false } };
    ports.setRules(aRule({ when: ['avi:confluence:created:comment'] }), aRule({ id: 'off', state: 'off' }));
    expect(await dispatchEvent({ payload: aPageCreated() }, ports)).toEqual({ kind: 'finished' });
    expect(runs()).toEqual([]);
    expect(ports.stored.events.size).toBe(0);
    expect(ports.stored.tallies.size).toBe(0);
  });

  it('records an event on which no rule acts, once, with the verdicts of the rules that matched', async () => {
    ports.setRules(aRule());
    ports.settingsNow = { ...ports.settingsNow, paused: true };
    await deliver();
    await deliver();
    expect([...ports.stored.events.values()]).toMatchObject([
      { state: 'seen', verdicts: [{ rule: 'a-rule', verdict: 'paused' }], runs: [] },
    ]);
    expect([...ports.stored.tallies.values()].map(({ counts }) => counts)).toEqual([
      { events: 1, 'verdict:paused': 1 },
    ]);
  });

  it('acts for the rules whose event, scope and condition hold, and for no other', async () => {
    ports.setRules(
      aRule({ id: 'yes', if: { startsWith: [{ var: 'content.title' }, 'A brand'] } }),
      aRule({ id: 'no', if: { '==': [{ var: 'content.title' }, 'Other'] } }),
      aRule({ id: 'elsewhere', scope: { spaces: ['OPS'] } }),
      aRule({ id: 'any', when: ['*'] }),
    );
    await deliver();
    expect(runs().map(({ rule, outcome }) => [rule, outcome])).toEqual([
      ['any', 'succeeded'],
      ['yes', 'succeeded'],
    ]);
  });

  it('renders templates from the facts of the event', async () => {
    ports.setRules(aRule({ then: [comment] }));
    await deliver(aPageCreated({ title: 'Tom & Jerry' }));
    expect(ports.effects[0]?.value).toContain('<p>Hello Tom &amp; Jerry</p>');
  });

  it('performs the actions of a rule in order and stops after one that failed', async () => {
    ports.setRules(aRule({ then: [anAction(), comment] }));
    ports.faults.push({ failure: forbidden });
    await deliver();
    expect(ports.effects).toEqual([]);
    expect(runs()[0]?.outcome).toBe('failed');
    expect(runs()[0]?.steps.map(({ outcome }) => outcome)).toEqual(['failed', 'skipped']);
  });

  it('goes on after a failed action that says so', async () => {
    ports.setRules(aRule({ then: [anAction({ onError: 'continue' }), comment] }));
    ports.faults.push({ failure: forbidden });
    await deliver();
    expect(ports.effects.map(({ what }) => what)).toEqual(['comment.add']);
    expect(runs()[0]?.outcome).toBe('failed');
  });

  it('keeps the failure of one rule from the others', async () => {
    ports.setRules(aRule({ id: 'a' }), aRule({ id: 'b' }));
    ports.faults.push({ failure: forbidden });
    await deliver();
    expect(
      runs()
        .map(({ outcome }) => outcome)
        .sort(),
    ).toEqual(['failed', 'succeeded']);
  });

  it('comes back after Retry-After, and performs only what is not done', async () => {
    ports.setRules(aRule({ then: [anAction(), comment] }));
    ports.faults.push({ failure: rateLimited(7) });
    const answers = await deliver();
    expect(answers.map((answer) => (answer.kind === 'retry' ? answer.afterSeconds : answer.kind))).toEqual([
      7,
      'finished',
    ]);
    expect(ports.effects.map(({ what }) => what)).toEqual(['label.add', 'comment.add']);
    expect(runs()[0]?.steps.map(({ attempts }) => attempts.length)).toEqual([2, 1]);
  });

  it('carries the state of each waiting action in retryData', async () => {
    ports.setRules(aRule());
    ports.faults.push({ failure: rateLimited(60) });
    const [first] = [await dispatchEvent({ payload: aPageCreated() }, ports)];
    const run = runs()[0];
    expect(first).toMatchObject({
      kind: 'retry',
      rateLimited: true,
      data: {
        v: 1,
        steps: [[run?.id, 'label', 1, ports.nowMs / 1000 + 60]],
        more: false,
        interrupted: false,
      },
    });
  });

  it('leaves a step alone that is not due yet', async () => {
    ports.setRules(aRule({ id: 'soon' }), aRule({ id: 'late' }));
    ports.faults.push({ failure: rateLimited(5) }, { failure: rateLimited(500) });
    const answers = await deliver();
    expect(answers.map((answer) => (answer.kind === 'retry' ? answer.afterSeconds : answer.kind))).toEqual([
      5,
      495,
      'finished',
    ]);
    expect(ports.effects).toHaveLength(2);
  });

  it('records a step as failed with its reason after the fourth retry', async () => {
    ports.setRules(aRule());
    for (let n = 0; n < 9; n += 1) ports.faults.push({ failure: rateLimited(1) });
    await deliver();
    const [step] = runs()[0]?.steps ?? [];
    expect(step?.attempts).toHaveLength(5);
    expect(step?.outcome).toBe('failed');
    expect(step?.reason).toBe('Gave up after 5 attempts. Failed to act: 429.');
    expect(ports.faults).toHaveLength(4);
  });

  it('hands over to the queue what its policy grants more attempts than Forge grants retries', async () => {
    ports.setRules(
      aRule({
        then: [anAction({ retry: { attempts: 7, firstDelaySeconds: 10, factor: 3, maxDelaySeconds: 900 } })],
      }),
    );
    for (let n = 0; n < 5; n += 1) ports.faults.push({ failure: rateLimited(1) });
    await deliver();
    expect(ports.pushed).toEqual([{ runs: [runs()[0]?.id], delaySeconds: 1 }]);
    ports.advance(1);
    ports.newInvocation();
    expect(await consumeRuns(ports.pushed[0]?.runs ?? [], ports)).toEqual({ kind: 'finished' });
    expect(runs()[0]?.outcome).toBe('succeeded');
  });

  it('drops a duplicate delivery', async () => {
    ports.setRules(aRule());
    await deliver();
    await deliver();
    expect(ports.effects).toHaveLength(1);
  });

  it('takes up what a delivery left that the platform cut off', async () => {
    ports.setRules(aRule({ then: [anAction(), comment] }));
    ports.faults.push({ failure: rateLimited(7) });
    await dispatchEvent({ payload: aPageCreated() }, ports);
    ports.advance(7);
    await dispatchEvent(
      {
        payload: aPageCreated({}, { retryContext: { retryCount: 1 } }),
        retry: { count: 1, data: undefined },
      },
      ports,
    );
    expect(ports.effects.map(({ what }) => what)).toEqual(['label.add', 'comment.add']);
  });

  it('begins an event whose first delivery died before it was claimed', async () => {
    ports.setRules(aRule());
    await dispatchEvent({ payload: aPageCreated(), retry: { count: 1, data: undefined } }, ports);
    expect(ports.effects).toHaveLength(1);
  });

  it('looks for a comment before it writes it again after an answer was lost', async () => {
    ports.setRules(aRule({ then: [comment] }));
    ports.faults.push({ failure: lost, afterEffect: true });
    await deliver();
    expect(ports.effects).toHaveLength(1);
    expect(runs()[0]?.steps[0]?.reason).toContain('had been written by an earlier attempt');
  });

  it('writes the comment again when the lost attempt had no effect', async () => {
    ports.setRules(aRule({ then: [comment] }));
    ports.faults.push({ failure: lost });
    await deliver();
    expect(ports.effects).toHaveLength(1);
  });

  it('does not act on what the app caused, unless the rule asks for it', async () => {
    ports.setRules(aRule({ id: 'plain' }), aRule({ id: 'chained', chain: true }));
    await deliver(aPageCreated({}, { selfGenerated: true }));
    expect(runs().map(({ rule }) => rule)).toEqual(['chained']);
  });

  it('acts as the initiator, and as nobody else when there is none', async () => {
    ports.setRules(aRule({ then: [anAction({ as: 'initiator' })] }));
    await deliver();
    expect(ports.effects[0]?.as).toEqual({ kind: 'user', accountId: '4ad9aa0c52dc1b420a791d12' });
    await deliver(aPageCreated({ id: '2' }, { atlassianId: undefined }));
    expect(runs()[1]?.steps[0]).toMatchObject({
      outcome: 'failed',
      reason: expect.stringContaining('names no user'),
    });
  });

  it('acts as a named user only when an admin allowed that user', async () => {
    ports.setRules(aRule({ then: [anAction({ as: { accountId: 'mia' } })] }));
    await deliver();
    expect(runs()[0]?.steps[0]?.reason).toContain('not on the list of allowed users');
    ports.settingsNow = { ...ports.settingsNow, impersonation: ['mia'] };
    await deliver(aPageCreated({ id: '2' }));
    expect(ports.effects).toMatchObject([{ as: { kind: 'user', accountId: 'mia' } }]);
  });

  it('falls back to the app only where the action says so, and says that it did', async () => {
    ports.setRules(aRule({ then: [anAction({ as: { accountId: 'mia' }, fallback: 'app' })] }));
    await deliver();
    expect(ports.effects).toMatchObject([{ as: { kind: 'app' } }]);
    expect(runs()[0]?.steps[0]?.reason).toContain('As the app, because');
  });

  it('plans and records a rule in shadow, and does nothing', async () => {
    ports.setRules(aRule({ state: 'shadow' }));
    await deliver();
    expect(ports.effects).toEqual([]);
    expect(runs()[0]).toMatchObject({
      outcome: 'shadow',
      steps: [{ reason: 'Shadow: would add the label "x" to page 838205441, as the app.' }],
    });
  });

  it('stops a rule that answers its own actions in the name of a user', async () => {
    ports.setRules(aRule({ then: [anAction({ as: 'initiator' })] }), aRule({ id: 'as-app' }));
    for (let n = 0; n < 15; n += 1) {
      await deliver(aPageCreated({}, { eventCreatedDate: `2026-01-05T10:00:${10 + n}.000Z` }));
    }
    expect(runs().filter(({ rule }) => rule === 'a-rule')).toHaveLength(LOOP_RUNS);
    expect(runs().filter(({ rule }) => rule === 'as-app')).toHaveLength(15);
    expect([...ports.stored.events.values()].at(-1)?.verdicts).toContainEqual(
      expect.objectContaining({ rule: 'a-rule', verdict: 'loop-stopped' }),
    );
    ports.advance(LOOP_WINDOW_MS / 1000);
    await deliver(aPageCreated({}, { eventCreatedDate: '2026-01-05T11:00:00.000Z' }));
    expect(runs().filter(({ rule }) => rule === 'a-rule')).toHaveLength(LOOP_RUNS + 1);
  });

  it('does nothing while paused', async () => {
    ports.setRules(aRule());
    ports.settingsNow = { ...ports.settingsNow, paused: true };
    await deliver();
    expect(ports.effects).toEqual([]);
  });

  it('asks to come back when a run could not be stored, and then does nothing twice', async () => {
    ports.setRules(aRule({ then: [comment] }));
    const { commit } = ports.runs;
    let commits = 0;
    // Claim, begin and intent go through; what was done cannot be stored, however often it is tried.
    ports.runs.commit = (changes) =>
      ++commits > 3 && commits <= 6 ? Promise.reject(new Error('throttled')) : commit(changes);
    const answers = await deliver();
    expect(answers.map(({ kind }) => kind)).toEqual(['retry', 'finished']);
    expect(ports.effects).toHaveLength(1);
    expect(runs()[0]?.outcome).toBe('succeeded');
  });
});

describe('sweepRuns', () => {
  it('hands runs to the queue that nobody has moved for long, and no other', async () => {
    ports.setRules(aRule());
    ports.faults.push({ failure: rateLimited(7) });
    await dispatchEvent({ payload: aPageCreated() }, ports);
    expect(await sweepRuns(ports)).toBe(0);
    ports.advance(7 + 60 + 1);
    expect(await sweepRuns(ports)).toBe(1);
    expect(ports.pushed).toEqual([{ runs: [runs()[0]?.id], delaySeconds: 0 }]);
  });
});
