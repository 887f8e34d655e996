// The steps of one run, in order, as far as they can go now. Before every effect its intent is written, and with the
// intent the result of the step before; so whatever ends the invocation loses at most the knowledge of one step, which
// is then found out before it is done again. A write that comes too late means that somebody else has the run: stop.

import { commitRun } from './commit-run';
import {
  EFFECT_RESERVE_MS,
  HAND_OVER_RESERVE_MS,
  INTENT_FRESH_MS,
  toIso,
  withLease,
  withoutLease,
} from './lease';
import { nextStep } from './next-step';
import { afterCutOff, afterFailure, beginDelay, performStep } from './perform-step';
import { putOffStep } from './put-off';
import { resolveActor } from './resolve-actor';
import { restOfRun } from './rest-of-run';
import { isRunFinal, isStepFinal } from './run';
import { settleRun, skipOpenSteps } from './settle-run';
import { isItsTurn, LOCKED_MS, wakeNext } from './serial';
import { mustLookAgain, whyNoLonger } from './still-holds';
import type { Failure } from '../failure';
import type { Actor, Ports } from '../ports';
import type { Result } from '../result';
import type { IdentityContext } from './identity';
import type { CommittedRun } from './commit-run';
import type { Performed } from './performed';
import type { PointsLeft } from './points-left';
import type { Run, Step } from './run';

export interface RunContext extends Ports {
  readonly identity: IdentityContext;
  /** Whether an admin allows kinds that take something away from people. */
  readonly destructive: boolean;
  /** Whether what has not begun has to wait for the next hour. */
  readonly points: PointsLeft;
}

const OVER: Performed = { kind: 'over' };

/** Performs what is due of `run`, which nobody else has, and stores how it then stands. */
export async function performRun(run: Run, context: RunContext): Promise<Performed> {
  const { clock } = context;
  let current = settleRun(run, clock.nowMs());
  if (!isRunFinal(current) && !(await isItsTurn(current, context))) return standBack(current, context);
  let looked = false;
  for (;;) {
    const index = nextStep(current.steps, clock.nowMs());
    const found = current.steps[index];
    if (found === undefined || isRunFinal(current)) return release(run, current, context);
    const step = afterCutOff(found, context);
    current = settleRun(withStep(current, index, step), clock.nowMs());
    if (isStepFinal(step)) continue;
    if (step.dueAt !== undefined && Date.parse(step.dueAt) > clock.nowMs())
      return release(run, current, context);
    const delayed = beginDelay(step, clock.nowMs()) ?? putOffStep(step, current, context);
    if (delayed !== undefined) {
      current = settleRun(withStep(current, index, delayed), clock.nowMs());
      continue;
    }
    if (context.invocation.remainingMs() < HAND_OVER_RESERVE_MS) return handOver(current, context);
    if (!looked && mustLookAgain(current, clock.nowMs())) {
      looked = true;
      const startedMs = clock.nowMs();
      const why = await whyNoLonger(current, context);
      if (!why.ok) {
        const uncertain = step.tryingSince !== undefined;
        const tried = afterFailure(
          step,
          { ...why.error, kind: 'conflict' },
          { startedMs, uncertain },
          context,
        );
        current = settleRun(withStep(current, index, tried), clock.nowMs());
        continue;
      }
      if (why.value !== undefined) {
        current = skipOpenSteps(current, why.value, clock.nowMs());
        continue;
      }
    }
    const actor = resolveActor(step, context);
    const intent = await writeIntent(current, index, actor, context);
    if (intent === 'gone') return OVER;
    if (intent === 'locked') return standBack(current, context);
    if (context.invocation.remainingMs() < EFFECT_RESERVE_MS) {
      // The intent was stored too slowly to begin anything now, so nothing is in doubt.
      return handOver(settleRun(withStep(intent, index, step), clock.nowMs()), context);
    }
    const since = Date.parse(intent.steps[index]?.tryingSince ?? '');
    const tried = await performStep(step, actor, { ...context, beginByMs: since + INTENT_FRESH_MS });
    current = settleRun(withStep(intent, index, tried), clock.nowMs());
  }
}

/** Stores the step as under way, until that was quick enough for the effect to begin under its lease. */
async function writeIntent(
  run: Run,
  index: number,
  actor: Result<Actor, Failure>,
  context: RunContext,
): Promise<CommittedRun> {
  let current = run;
  for (;;) {
    const nowMs = context.clock.nowMs();
    const step = current.steps[index];
    if (step === undefined) return 'gone';
    const { dueAt: _, ...rest } = step;
    const trying: Step = { ...rest, outcome: 'pending', tryingSince: toIso(nowMs) };
    const next = settleRun(withStep(withLease(current, nowMs), index, trying), nowMs);
    const intent = { step, ...(actor.ok ? { actor: actor.value } : {}) };
    const written = await commitRun(next, intent, context);
    if (typeof written === 'string' || context.clock.nowMs() - nowMs < INTENT_FRESH_MS) return written;
    current = written;
  }
}

/** Stores the run as it stands, for anybody to take up, unless that is how it is stored. */
async function release(before: Run, run: Run, context: RunContext): Promise<Performed> {
  const { performed, lookAgainMs } = restOfRun(run, context.clock.nowMs());
  const isFinal = isRunFinal(run);
  const untouched =
    run.revision === before.revision && run.steps.every((step, at) => step === before.steps[at]);
  if (!isFinal && untouched && before.leaseUntil === undefined && before.lookAgainAt === toIso(lookAgainMs)) {
    return performed;
  }
  const written = await commitRun(isFinal ? run : withoutLease(run, lookAgainMs), undefined, context);
  if (typeof written === 'string') return OVER;
  if (isFinal) await wakeNext(written, context);
  return performed;
}

async function handOver(run: Run, context: RunContext): Promise<Performed> {
  const written = await commitRun(withoutLease(run, context.clock.nowMs()), undefined, context);
  if (typeof written === 'string') return OVER;
  const serial = run.serialKey === undefined ? {} : { serialKey: run.serialKey };
  return { kind: 'handed-over', id: run.id, ...serial };
}

/** Another run of the serial key goes first; it wakes this one, and if it cannot, the sweep does. */
async function standBack(run: Run, context: RunContext): Promise<Performed> {
  await commitRun(withoutLease(run, context.clock.nowMs() + LOCKED_MS), undefined, context);
  return OVER;
}

function withStep(run: Run, index: number, step: Step): Run {
  return run.steps[index] === step ? run : { ...run, steps: run.steps.with(index, step) };
}
