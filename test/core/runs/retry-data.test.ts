// What travels in retryData: an object of at most 4 KB, that loses nothing without saying so.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENT_LIMITS } from '../../../src/core/limits';
import { earliestDueMs, parseRetryData, toRetryData } from '../../../src/core/runs/retry-data';
import { anAction } from '../../support/builders';
import type { Run, Step } from '../../../src/core/runs/run';

const START_MS = Date.parse('2026-01-05T10:00:00.000Z');

function aRun(id: string, dueInSeconds: readonly number[]): Run {
  const steps = dueInSeconds.map((seconds, index): Step => ({
    ...anAction({ id: `step-${index}` }),
    outcome: 'waiting',
    attempts: [{ at: new Date(START_MS).toISOString(), outcome: 'retry' }],
    dueAt: new Date(START_MS + seconds * 1000).toISOString(),
  }));
  return {
    v: 1,
    revision: 1,
    writer: 'somebody',
    keepUntil: '2026-04-05T10:00:00.000Z',
    id,
    eventKey: 'key',
    eventType: 'avi:confluence:created:page',
    rule: 'r',
    ruleName: 'R',
    ruleVersion: 1,
    outcome: 'waiting',
    steps,
    startedAt: new Date(START_MS).toISOString(),
    updatedAt: new Date(START_MS).toISOString(),
    subject: { kind: 'page', id: '1' },
  };
}

const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

describe('retryData', () => {
  it.each([1, 10, 60, 500])(
    'stays within 4 KB with %d waiting steps, and says whether all are listed',
    (count) => {
      const runs = Array.from({ length: count }, (_, index) =>
        aRun(`0123456789abcdef0123456789abcdef.rule-${index}`, [index + 1]),
      );
      const data = toRetryData('0123456789abcdef0123456789abcdef', runs, false);
      expect(bytes(data)).toBeLessThanOrEqual(EVENT_LIMITS.MAX_RETRY_DATA_BYTES);
      expect(data.more).toBe(data.steps.length < count);
      expect(data.steps.length).toBeGreaterThan(0);
    },
  );

  it('lists what is due first, first', () => {
    const data = toRetryData('key', [aRun('late', [900]), aRun('soon', [5])], false);
    expect(data.steps.map(([run, , attempts, due]) => [run, attempts, due - START_MS / 1000])).toEqual([
      ['soon', 1, 5],
      ['late', 1, 900],
    ]);
    expect(earliestDueMs([aRun('late', [900]), aRun('soon', [5])])).toBe(START_MS + 5000);
  });

  it('comes back as it went', () => {
    const data = toRetryData('key', [aRun('a', [1, 2])], true);
    expect(parseRetryData(JSON.parse(JSON.stringify(data)))).toEqual(data);
  });

  it('is not taken for ours when it is not, and never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const parsed = parseRetryData(value);
        return parsed === undefined || typeof parsed.eventKey === 'string';
      }),
      { seed: 1, numRuns: 1000 },
    );
    expect(parseRetryData({ v: 2, eventKey: 'key' })).toBeUndefined();
  });
});
