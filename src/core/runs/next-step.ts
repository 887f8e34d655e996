// Which step of a run is performed next: they go in order, but an item of a parallel forEach that waits does not hold
// up the others. Pure.

import { isStepFinal } from './run';
import type { Step } from './run';

/** Index of the step to perform now; where all have to wait, of the first that does; -1 when every step is final. */
export function nextStep(steps: readonly Step[], nowMs: number): number {
  const waitingLanes = new Set<number | undefined>();
  let group: string | undefined;
  for (const [index, step] of steps.entries()) {
    if (isStepFinal(step)) continue;
    // Behind the group every lane is waited for.
    if (waitingLanes.size > 0 && (step.parallel !== true || step.group !== group)) break;
    if (waitingLanes.has(step.lane)) continue;
    const waits = step.dueAt !== undefined && Date.parse(step.dueAt) > nowMs;
    if (!waits || step.parallel !== true) return index;
    group = step.group;
    waitingLanes.add(step.lane);
  }
  return steps.findIndex((step) => !isStepFinal(step));
}
