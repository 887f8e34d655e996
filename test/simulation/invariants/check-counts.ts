// The counts of the hours against what happened: none lost, none doubled.

import { attemptsOf } from '../../../src/core/runs/attempts-of';
import { addCounts } from '../../../src/core/runs/counts';
import type { CountName, Counts } from '../../../src/core/runs/counts';
import { isRunFinal } from '../../../src/core/runs/run';
import type { DayCounts } from '../../../src/core/runs/rule-counts';
import type { Run } from '../../../src/core/runs/run';
import type { Parts } from '../run/parts';

export function checkCounts({ world, records }: Parts): void {
  let kept: Counts = {};
  for (const { counts } of records.hours.values()) kept = addCounts(kept, counts);
  for (const { counts } of records.tallies.values()) kept = addCounts(kept, counts);
  for (const name of Object.keys(records.tallied) as CountName[]) {
    if (kept[name] !== records.tallied[name]) {
      world.violate('S6', `${records.tallied[name] ?? 0} ${name} were counted, ${kept[name] ?? 0} are kept`);
    }
  }
  checkRules({ world, records });
  compare('attempts', sumOf(records.runs.values(), attemptsOfRun));
  function compare(name: CountName, expected: number): void {
    const counted = records.tallied[name] ?? 0;
    if (counted !== expected) world.violate('S6', `${counted} ${name} were counted, ${expected} were made`);
  }
}

/** What rules did by the day, as it is kept, against their runs. */
function checkRules({ world, records }: Pick<Parts, 'world' | 'records'>): void {
  const kept = new Map<string, number>();
  const add = (rule: string, day: string, { runs, failed }: DayCounts, sign: number): void => {
    for (const [what, count] of [
      ['runs', runs],
      ['failures', failed],
    ] as const) {
      const name = `${what} of ${rule} on ${day}`;
      kept.set(name, (kept.get(name) ?? 0) + sign * count);
    }
  };
  for (const { rule, days } of records.ruleCounts.values()) {
    for (const [day, counts] of Object.entries(days)) add(rule, day, counts, 1);
  }
  for (const { rules = [] } of records.tallies.values()) {
    for (const each of rules) add(each.rule, each.day, each, 1);
  }
  for (const run of records.runs.values()) {
    if (!isRunFinal(run)) continue;
    const failed = run.outcome === 'failed' ? 1 : 0;
    add(run.rule, run.startedAt.slice(0, 10), { runs: 1, failed }, -1);
  }
  for (const [name, difference] of kept) {
    if (difference !== 0) world.violate('S6', `${difference} too many ${name} are kept`);
  }
}

function attemptsOfRun({ steps }: Run): number {
  return steps.reduce((sum, step) => sum + attemptsOf(step), 0);
}

function sumOf(runs: Iterable<Run>, measure: (run: Run) => number): number {
  let sum = 0;
  for (const run of runs) sum += measure(run);
  return sum;
}
