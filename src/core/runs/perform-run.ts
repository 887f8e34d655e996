// The steps of one run, in order, as far as they can go now. After every step the run is stored, so that whatever
// kills the invocation loses at most the knowledge of the step under way.

import { isRunFinal, isStepFinal } from './run';
import { performStep } from './perform-step';
import type { Run, RunOutcome, Step } from './run';
import type { StepContext } from './perform-step';

export interface RunContext extends StepContext {
  /** The run as it was stored. */
  readonly save: (run: Run) => Promise<Run>;
}

/** Performs what is due of `run` and returns it as it then stands. */
export async function performRun(run: Run, context: RunContext): Promise<Run> {
  let current = run;
  for (const [index, step] of run.steps.entries()) {
    if (isRunFinal(current)) break;
    if (step.outcome === 'failed' && step.onError === 'stop') {
      current = await context.save(settle(skipRest(current, index), context));
      break;
    }
    if (isStepFinal(step)) continue;
    if (step.dueAt !== undefined && Date.parse(step.dueAt) > context.clock.nowMs()) break;
    // Only the first open step can have been under way when an earlier invocation died.
    const interrupted = context.interrupted && index === run.steps.findIndex((each) => !isStepFinal(each));
    const tried = await performStep(step, { ...context, interrupted });
    const withStep = { ...current, steps: current.steps.with(index, tried) };
    const stops = tried.outcome === 'failed' && tried.onError === 'stop';
    current = await context.save(settle(stops ? skipRest(withStep, index) : withStep, context));
    if (tried.outcome === 'waiting' || stops) break;
  }
  if (isRunFinal(current)) return current;
  const settled = settle(current, context);
  return settled.outcome === current.outcome ? settled : context.save(settled);
}

/** Everything after a failed step that stops its rule. */
function skipRest(run: Run, failedIndex: number): Run {
  const failed = run.steps[failedIndex];
  const steps = run.steps.map((step, index): Step => {
    if (index <= failedIndex || isStepFinal(step)) return step;
    return {
      ...step,
      outcome: 'skipped',
      reason: `Not tried, because the action "${failed?.id ?? ''}" failed.`,
    };
  });
  return { ...run, steps };
}

/** The run's outcome as its steps have it. */
function settle(run: Run, { clock }: RunContext): Run {
  const { lookAgainAt, leaseUntil, ...rest } = run;
  const outcome = outcomeOf(run.steps);
  const updatedAt = new Date(clock.nowMs()).toISOString();
  const settled: Run = { ...rest, outcome, updatedAt };
  if (isRunFinal(settled) || lookAgainAt === undefined || leaseUntil === undefined) return settled;
  return { ...settled, lookAgainAt, leaseUntil };
}

function outcomeOf(steps: readonly Step[]): RunOutcome {
  if (steps.some((step) => step.outcome === 'waiting')) return 'waiting';
  if (steps.some((step) => step.outcome === 'pending')) return 'running';
  return steps.some((step) => step.outcome === 'failed') ? 'failed' : 'succeeded';
}
