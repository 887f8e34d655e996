// What a run is, given its steps: its outcome, and what becomes of the steps after one that failed. Pure.

import { isStepFinal } from './run';
import { toIso } from './lease';
import type { Run, RunOutcome, Step } from './run';

/** `run` with the outcome that its steps have, and nothing pending behind a step that stops it. */
export function settleRun(run: Run, nowMs: number): Run {
  const steps = stopAfterFailure(run.steps);
  return restIfFinal({ ...run, steps, outcome: outcomeOf(steps), updatedAt: toIso(nowMs) });
}

/** `run` ended before its steps were: what was done stays done, the rest is not tried, for this reason. */
export function cancelRun(run: Run, reason: string, nowMs: number): Run {
  const steps = run.steps.map((step): Step => {
    if (isStepFinal(step)) return step;
    const { dueAt: _, ...rest } = step;
    return { ...rest, outcome: 'skipped', reason };
  });
  return restIfFinal({ ...run, steps, outcome: 'cancelled', reason, updatedAt: toIso(nowMs) });
}

/** `run` with its open steps skipped for this reason. */
export function skipOpenSteps(run: Run, reason: string, nowMs: number): Run {
  const { steps } = cancelRun(run, reason, nowMs);
  return settleRun({ ...run, steps }, nowMs);
}

/** A run at rest is leased to nobody and looked at by nobody. */
function restIfFinal(run: Run): Run {
  if (run.outcome === 'running' || run.outcome === 'waiting') return run;
  const { leaseUntil: _, lookAgainAt: __, ...rest } = run;
  return rest;
}

/** A failed action that stops ends its sequence: the rest of the run, or of its item in a forEach, and what that stops. */
function stopAfterFailure(steps: readonly Step[]): readonly Step[] {
  const causes = steps.flatMap((step, index) =>
    step.outcome === 'failed' && step.onError === 'stop' ? [{ step, index }] : [],
  );
  if (causes.length === 0) return steps;
  const goesOn = new Set(steps.flatMap(({ id, onError }) => (onError === 'continue' ? [id] : [])));
  return steps.map((step, index): Step => {
    if (isStepFinal(step)) return step;
    const cause = causes.find((each) => each.index < index && stops(each.step, step, goesOn));
    if (cause === undefined) return step;
    const { dueAt: _, ...rest } = step;
    return { ...rest, outcome: 'skipped', reason: notTriedAfter(cause.step.id) };
  });
}

/** Whether `failed` keeps the later `step` from being tried. `goesOn` are the actions whose failure stops nothing. */
function stops(failed: Step, step: Step, goesOn: ReadonlySet<string>): boolean {
  if (failed.group === undefined) return true;
  if (failed.group === step.group && failed.lane === step.lane) return true;
  if (goesOn.has(failed.group)) return false;
  return failed.group !== step.group || failed.parallel !== true;
}

/** Why a step behind a failed one was skipped; a replay knows it by this. */
export function notTriedAfter(failedId: string): string {
  return `Not tried, because the action "${failedId}" failed.`;
}

function outcomeOf(steps: readonly Step[]): RunOutcome {
  if (steps.some((step) => step.outcome === 'waiting')) return 'waiting';
  if (steps.some((step) => step.outcome === 'pending')) return 'running';
  return steps.some((step) => step.outcome === 'failed') ? 'failed' : 'succeeded';
}
