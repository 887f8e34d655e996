// What must hold of every write of a run, at the moment it is applied: nothing that was known is forgotten, nobody writes
// over somebody who still holds the run, and serial runs do not interleave.

import { attemptsOf, attemptsSinceReplay } from '../../../src/core/runs/attempts-of';
import { isRunFinal, isStepFinal } from '../../../src/core/runs/run';
import type { Run } from '../../../src/core/runs/run';
import type { Records } from '../stores/records';
import type { World } from '../world/world';

/** Clocks differ by less than this, so a lease may seem over so much too early. */
const CLOCK_TOLERANCE_MS = 7000;

/** Checks one write of a run; `before` is what it is put over. */
export function watchRun(before: Run | undefined, after: Run, world: World, records: Records): void {
  if (before !== undefined) watchChange(before, after, world);
  if (after.serialKey !== undefined && isUnderWay(after)) {
    for (const other of records.runs.values()) {
      if (other.id !== after.id && other.serialKey === after.serialKey && isUnderWay(other)) {
        world.violate('order', `two serial runs act on ${after.serialKey} at the same time`);
      }
    }
  }
}

function watchChange(before: Run, after: Run, world: World): void {
  const name = after.rule;
  if (before.ruleVersion !== after.ruleVersion)
    world.violate('S2', `${name}: the version of a run has changed`);
  if (before.writer !== after.writer && before.leaseUntil !== undefined) {
    const early = Date.parse(before.leaseUntil) - world.now;
    if (early > CLOCK_TOLERANCE_MS && !isRunFinal(before)) {
      world.violate(
        'S6',
        `${name} was taken from its holder ${Math.round(early / 1000)} s before the lease is over`,
      );
    }
  }
  if (before.steps.length > after.steps.length) world.violate('S6', `${name}: a step was forgotten`);
  const replayed = (after.replays ?? 0) > (before.replays ?? 0);
  for (const [index, step] of before.steps.entries()) {
    const now = after.steps[index];
    if (now === undefined) continue;
    if (attemptsOf(now) < attemptsOf(step))
      world.violate('S6', `${name}, ${step.id}: an attempt was forgotten`);
    if (step.outcome === 'done' && now.outcome !== 'done') {
      world.violate('S6', `${name}, ${step.id} was done and is ${now.outcome}`);
    }
    if (!replayed && isStepFinal(step) && now.outcome !== step.outcome) {
      world.violate('S6', `${name}, ${step.id} was ${step.outcome} and is ${now.outcome}`);
    }
  }
}

/** It has acted, or may have, and is not at rest. */
function isUnderWay(run: Run): boolean {
  if (isRunFinal(run)) return false;
  if (run.holdsLock === true) return true;
  return run.steps.some((step) => {
    // What is in doubt since before a replay has not been begun anew.
    return attemptsSinceReplay(step) > 0 || (step.tryingSince !== undefined && run.replays === undefined);
  });
}
