// Which steps of a run may not be done once others have failed, said once more and apart from the engine.

import type { Run, Step } from '../../../src/core/runs/run';

/** Kinds that planning settles, before any step has been tried. */
const SETTLED_BY_PLAN = ['flow.stop', 'set.variable', 'forEach'];

/** The steps that were done although one before them failed and stops them. */
export function doneAfterStop({ steps }: Run): readonly Step[] {
  const tried = steps.filter(({ action }) => !SETTLED_BY_PLAN.includes(action));
  return tried.filter(
    (step, index) =>
      step.outcome === 'done' &&
      tried.slice(0, index).some((before) => isFailed(before) && isStopped(step, before, steps)),
  );
}

function isFailed({ outcome, onError }: Step): boolean {
  return outcome === 'failed' && onError === 'stop';
}

/** A failure ends its run; in an item of a list it ends the item, and what is done for the others only one by one. */
function isStopped(step: Step, failed: Step, steps: readonly Step[]): boolean {
  const { group } = failed;
  if (group === undefined || (step.group === group && step.lane === failed.lane)) return true;
  const goesOn = steps.find(({ id }) => id === group)?.onError === 'continue';
  return !goesOn && (step.group !== group || failed.parallel !== true);
}
