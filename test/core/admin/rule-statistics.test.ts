// What the list of rules says that rules did: the same before and after the sweep has folded it, and right after a replay.

import { beforeEach, expect, it } from 'vitest';
import { getStatistics } from '../../../src/core/admin/rule-statistics';
import { consumeRuns } from '../../../src/core/runs/consume-runs';
import { dispatchEvent } from '../../../src/core/runs/dispatch-event';
import { dismissRuns, replayRuns } from '../../../src/core/runs/replay-runs';
import { foldCounts } from '../../../src/core/runs/fold-counts';
import { aPageCreated, aRule } from '../../support/builders';
import { createFakePorts } from '../../support/fake-ports';
import type { FakePorts } from '../../support/fake-ports';

const DAY_SECONDS = 86_400;
let ports: FakePorts;
let events = 0;
beforeEach(() => {
  ports = createFakePorts();
  ports.setRules(aRule(), aRule({ id: 'shadow', state: 'shadow' }), aRule({ id: 'idle', state: 'off' }));
});

async function deliver(fails = false): Promise<void> {
  ports.newInvocation();
  ports.faults.length = 0;
  const failure = { kind: 'forbidden', message: 'Failed to act: 403.', retryable: false } as const;
  if (fails) ports.faults.push({ failure });
  events += 1;
  await dispatchEvent({ payload: aPageCreated({ id: String(events) }) }, ports);
}

/** Runs and failures of the seven days, and the last run's outcome, asked before and after a fold. */
async function statisticsOf(rule: string) {
  const ask = async () => {
    const answer = await getStatistics([rule], ports);
    if (!answer.ok) throw new Error(answer.error.message);
    const { days, lastRun } = answer.data.statistics[rule]!;
    return { days: days.map(({ runs, failed }) => [runs, failed]), last: lastRun?.outcome };
  };
  const before = await ask();
  ports.newInvocation();
  await foldCounts(ports);
  expect(ports.stored.tallies.size).toBe(0);
  expect(await ask()).toEqual(before);
  return before;
}

const quiet = (count: number) => Array.from({ length: count }, () => [0, 0]);

it('counts runs and failures by the day, shadow runs too', async () => {
  await deliver();
  await deliver(true);
  ports.advance(2 * DAY_SECONDS);
  await deliver();
  expect(await statisticsOf('a-rule')).toEqual({
    days: [...quiet(4), [2, 1], [0, 0], [1, 0]],
    last: 'succeeded',
  });
  expect((await statisticsOf('shadow')).days.at(-1)).toEqual([1, 0]);
  expect(await statisticsOf('idle')).toEqual({ days: quiet(7), last: undefined });
  ports.advance(7 * DAY_SECONDS);
  expect(await statisticsOf('a-rule')).toEqual({ days: quiet(7), last: 'succeeded' });
});

it('takes a failure back when a replay ends well, or an admin dismisses it', async () => {
  await deliver(true);
  await deliver(true);
  expect(await statisticsOf('a-rule')).toMatchObject({ days: [...quiet(6), [2, 2]], last: 'failed' });
  const [first, second] = [...ports.stored.runs.values()].filter(({ outcome }) => outcome === 'failed');
  ports.faults.length = 0;
  await replayRuns({ ids: [first!.id] }, ports);
  for (const { runs } of ports.pushed.splice(0)) await consumeRuns(runs, ports);
  expect((await statisticsOf('a-rule')).days.at(-1)).toEqual([2, 1]);
  await dismissRuns({ ids: [second!.id] }, '', ports);
  expect((await statisticsOf('a-rule')).days.at(-1)).toEqual([2, 0]);
});

it('folds what many rules did, in as many commits as that takes', async () => {
  const rules = Array.from({ length: 40 }, (_, index) => aRule({ id: `rule-${index}` }));
  ports.setRules(...rules);
  await deliver();
  await deliver();
  for (const { rule } of rules) {
    expect((await statisticsOf(rule.id)).days.at(-1)).toEqual([2, 0]);
  }
});
