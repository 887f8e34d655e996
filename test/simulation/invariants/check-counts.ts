// The counts of the hours against what happened: none lost, none doubled.

import { addCounts } from '../../../src/core/runs/counts';
import type { CountName, Counts } from '../../../src/core/runs/counts';
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
  compare('attempts', sumOf(records.runs.values(), attemptsOf));
  function compare(name: CountName, expected: number): void {
    const counted = records.tallied[name] ?? 0;
    if (counted !== expected) world.violate('S6', `${counted} ${name} were counted, ${expected} were made`);
  }
}

function attemptsOf({ steps }: Run): number {
  return steps.reduce((sum, { attempts }) => sum + attempts.length, 0);
}

function sumOf(runs: Iterable<Run>, measure: (run: Run) => number): number {
  let sum = 0;
  for (const run of runs) sum += measure(run);
  return sum;
}
