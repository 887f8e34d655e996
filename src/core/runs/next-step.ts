// Which step of a run is performed next: they go in order, but an item of a parallel forEach that waits does not hold
// up the others. Pure.

import { isStepFinal } from './run';
import type { Step } from './run';

/** Index of the step to perform now; where all have to wait, of the first that does; -1 when every step is final. */
export function nextStep(steps: readonly Step[], nowMs: number): number {
  const first = firstSteps(steps);
  const ready = first.find((index) => {
    const dueAt = steps[index]?.dueAt;
    return dueAt === undefined || Date.parse(dueAt) <= nowMs;
  });
  return ready ?? first[0] ?? -1;
}

/** Indexes of the steps before which no other has to be done: one, or the first of each lane of a parallel forEach. */
export function firstSteps(steps: readonly Step[]): readonly number[] {
  const first: number[] = [];
  const lanes = new Set<number | undefined>();
  let group: string | undefined;
  for (const [index, step] of steps.entries()) {
    if (isStepFinal(step)) continue;
    // Behind the group every lane is waited for.
    if (first.length > 0 && (step.parallel !== true || step.group !== group)) break;
    if (lanes.has(step.lane)) continue;
    first.push(index);
    if (step.parallel !== true) break;
    group = step.group;
    lanes.add(step.lane);
  }
  return first;
}
