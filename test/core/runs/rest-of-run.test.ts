import { describe, expect, it } from 'vitest';
import { restOfRun } from '../../../src/core/runs/rest-of-run';
import { aRun } from '../../support/builders';
import type { Step } from '../../../src/core/runs/run';

const NOW = Date.parse('2026-01-05T10:00:00.000Z');
const BEFORE = '2026-01-05T09:59:00.000Z';
const SOON = '2026-01-05T10:05:00.000Z';
const LATER = '2026-01-05T11:00:00.000Z';

const waiting = (id: string, dueAt: string, more: Partial<Step> = {}): Step => ({
  id,
  action: 'flow.log',
  as: 'app',
  onError: 'stop',
  with: {},
  attempts: [],
  outcome: 'waiting',
  dueAt,
  ...more,
});

const restOf = (...steps: Step[]) => restOfRun(aRun({ outcome: 'waiting', steps }), NOW);

describe('what is left of a run', () => {
  it('goes on when the first step that waits is due, although one behind it is due already', () => {
    const { performed, lookAgainMs } = restOf(waiting('first', LATER), waiting('second', BEFORE));
    expect(performed).toMatchObject({ kind: 'waiting', dueMs: Date.parse(LATER) });
    expect(lookAgainMs).toBe(Date.parse(LATER));
  });

  it('goes on with the earliest of parallel items', () => {
    const lane = (at: number) => ({ group: 'each', lane: at, parallel: true as const });
    const { performed } = restOf(waiting('one', LATER, lane(1)), waiting('two', SOON, lane(2)));
    expect(performed).toMatchObject({ kind: 'waiting', dueMs: Date.parse(SOON) });
  });

  it('is nothing when no step waits', () => {
    expect(restOf({ ...waiting('only', SOON), outcome: 'done' }).performed).toEqual({ kind: 'over' });
  });
});
