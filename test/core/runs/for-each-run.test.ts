// What a failure and a wait inside a forEach do to the other items and to the rest of the run.

import { describe, expect, it } from 'vitest';
import { nextStep } from '../../../src/core/runs/next-step';
import { settleRun } from '../../../src/core/runs/settle-run';
import type { Run, Step } from '../../../src/core/runs/run';

const NOW = Date.parse('2026-01-05T10:00:00.000Z');
const LATER = '2026-01-05T10:05:00.000Z';

function step(id: string, outcome: Step['outcome'], more: Partial<Step> = {}): Step {
  return { id, action: 'flow.log', as: 'app', onError: 'stop', with: {}, attempts: [], outcome, ...more };
}

const lane = (at: number, id: string, outcome: Step['outcome'], more: Partial<Step> = {}) =>
  step(`each.${at}.${id}`, outcome, { group: 'each', lane: at, ...more });

const told = (steps: readonly Step[]) =>
  settleRun({ steps } as unknown as Run, NOW).steps.map(({ id, outcome }) => `${id} ${outcome}`);

describe('a failure inside a forEach', () => {
  const steps = (onError: Step['onError'], more: Partial<Step> = {}) => [
    step('each', 'done', { onError }),
    lane(1, 'a', 'failed', more),
    lane(1, 'b', 'pending', more),
    lane(2, 'a', 'pending', more),
    step('after', 'pending'),
  ];

  it('ends its item and the run where the forEach stops', () => {
    expect(told(steps('stop')).slice(2)).toEqual(['each.1.b skipped', 'each.2.a skipped', 'after skipped']);
  });

  it('ends its item alone where the forEach goes on', () => {
    expect(told(steps('continue')).slice(2)).toEqual([
      'each.1.b skipped',
      'each.2.a pending',
      'after pending',
    ]);
  });

  it('lets the other items of a parallel one go on, and then stops', () => {
    expect(told(steps('stop', { parallel: true })).slice(2)).toEqual([
      'each.1.b skipped',
      'each.2.a pending',
      'after skipped',
    ]);
  });

  it('ends nothing where the action itself goes on', () => {
    const [each, failed, ...rest] = steps('stop');
    const going = [each!, { ...failed!, onError: 'continue' as const }, ...rest];
    expect(told(going).slice(2)).toEqual(['each.1.b pending', 'each.2.a pending', 'after pending']);
  });
});

describe('an item that waits', () => {
  const waits = { dueAt: LATER };
  const steps = (more: Partial<Step>) => [
    lane(1, 'a', 'waiting', { ...waits, ...more }),
    lane(1, 'b', 'pending', more),
    lane(2, 'a', 'pending', more),
    step('after', 'pending'),
  ];

  it('holds up the others when they go one after another', () => {
    expect(nextStep(steps({}), NOW)).toBe(0);
  });

  it('does not when they go in parallel, and is waited for behind the group', () => {
    const parallel = steps({ parallel: true });
    expect(nextStep(parallel, NOW)).toBe(2);
    const [first, second, third, after] = parallel;
    expect(nextStep([first!, second!, { ...third!, outcome: 'done' }, after!], NOW)).toBe(0);
    expect(nextStep([first!, second!, { ...third!, outcome: 'waiting', dueAt: LATER }, after!], NOW)).toBe(0);
    expect(nextStep(parallel, Date.parse(LATER))).toBe(0);
    expect(nextStep([{ ...first!, outcome: 'done' }], NOW)).toBe(-1);
  });
});
