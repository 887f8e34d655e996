// A run that has begun can be stored to its end, whatever its steps meet: this is what its record gives up for it.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KVS_LIMITS } from '../../../src/core/limits';
import { addAttempt } from '../../../src/core/runs/add-attempt';
import { attemptsOf } from '../../../src/core/runs/attempts-of';
import { fitRun, hasRoom } from '../../../src/core/runs/fit-run';
import { dispatchEvent } from '../../../src/core/runs/dispatch-event';
import { anAction, aPageCreated, aRule, aRun } from '../../support/builders';
import { createFakePorts } from '../../support/fake-ports';
import type { Attempt, Run, Step } from '../../../src/core/runs/run';

const AT = '2026-01-05T10:00:00.000Z';
const WIDE = '語🙂"\u0001é';

const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

function planned(count: number, textLength: number): Run {
  const steps = Array.from({ length: count }, (_, index): Step => ({
    ...anAction({ id: `each.${index}.comment` }),
    with: {},
    outcome: 'pending',
    effect: { text: WIDE.repeat(textLength / WIDE.length) },
    attempts: [],
  }));
  return { ...aRun({}), outcome: 'running', steps };
}

function anAttempt(outcome: Attempt['outcome'], message: string): Attempt {
  const failure = {
    kind: 'rate-limited',
    message,
    retryable: true,
    status: 429,
    retryAfterSeconds: 900,
  } as const;
  const request = { method: 'POST', path: `/wiki/${'y'.repeat(110)}`, status: 429 };
  return { at: AT, outcome, failure, requests: [request, request, request] };
}

function tried(step: Step, outcome: 'waiting' | 'failed' | 'done', message: string): Step {
  const attempt = anAttempt(outcome === 'waiting' ? 'retry' : outcome, message);
  const attempts = addAttempt(step.attempts, attempt);
  return {
    ...step,
    outcome,
    reason: message,
    dueAt: AT,
    tryingSince: AT,
    attempts,
    attemptsBefore: attemptsOf(step),
  };
}

describe('the record of a run', () => {
  it('is left as it is while it fits', () => {
    const run = {
      ...planned(10, 100),
      steps: planned(10, 100).steps.map((step) => tried(step, 'waiting', 'No.')),
    };
    expect(fitRun(run)).toBe(run);
  });

  it('fits to the end if it had room when it began, and forgets nothing that is still to be done', () => {
    const ends = fc.constantFrom('waiting', 'waiting', 'failed', 'done');
    const story = fc.record({
      count: fc.integer({ min: 1, max: 300 }),
      textLength: fc.integer({ min: 0, max: 2000 }),
      rounds: fc.array(fc.record({ end: ends, every: fc.integer({ min: 1, max: 3 }), wide: fc.boolean() }), {
        maxLength: 12,
      }),
    });
    let begun = 0;
    fc.assert(
      fc.property(story, ({ count, textLength, rounds }) => {
        let run = planned(count, textLength);
        fc.pre(hasRoom(run));
        begun += 1;
        const before = run.steps;
        const tries = before.map(() => 0);
        for (const { end, every, wide } of rounds) {
          const message = (wide ? WIDE : 'Refused. ').repeat(60);
          const steps = run.steps.map((step, index) => {
            if (index % every !== 0 || step.outcome === 'done') return step;
            tries[index] = (tries[index] ?? 0) + 1;
            return tried(step, end, message);
          });
          run = fitRun({ ...run, steps });
          expect(bytes(run)).toBeLessThan(KVS_LIMITS.MAX_VALUE_BYTES);
        }
        expect(run.steps.map(attemptsOf)).toEqual(tries);
        for (const [index, step] of run.steps.entries()) {
          if (step.outcome !== 'done') expect(step.effect).toBe(before[index]?.effect);
        }
      }),
      { seed: 7, numRuns: 80 },
    );
    expect(begun).toBeGreaterThan(50);
  });

  it('gives up what was sent before it gives up what was met, and that before what is done', () => {
    const many = (outcome: 'waiting' | 'done', count: number, message: string): Run => {
      const run = planned(count, 100);
      const twice = (step: Step): Step => tried(tried(step, 'waiting', message), outcome, message);
      return { ...run, steps: run.steps.map(twice) };
    };
    const [first] = fitRun(many('waiting', 200, 'Refused.')).steps;
    expect(first?.attempts.map(({ requests, failure }) => [requests, failure?.message])).toEqual([
      [undefined, 'Refused.'],
      [undefined, 'Refused.'],
    ]);
    const [second] = fitRun(many('waiting', 200, 'Refused. '.repeat(60))).steps;
    expect(second).toMatchObject({ attemptsLeftOut: 1, effect: { text: expect.any(String) } });
    expect(second?.attempts).toHaveLength(1);
  });
});

it('begins no run for which its record has no room, and says so in a dead letter', async () => {
  const ports = createFakePorts();
  const body = `<p>${'語'.repeat(9000)}</p>`;
  const then = Array.from({ length: 5 }, (_, index) =>
    anAction({ id: `c${index}`, action: 'comment.add', with: { body } }),
  );
  ports.setRules(aRule({ then }));
  await dispatchEvent({ payload: aPageCreated({}) }, ports);
  const [run] = [...ports.stored.runs.values()];
  expect(run).toMatchObject({
    outcome: 'failed',
    reason: expect.stringContaining('more than one record can hold'),
  });
});
