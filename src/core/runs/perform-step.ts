// One attempt of one step. It performs the planned effect and returns the step as it then stands; it stores nothing.

import { ACTIONS, isActionKind } from '../actions/index';
import { attemptsOf, attemptsSinceReplay } from './attempts-of';
import { addAttempt } from './add-attempt';
import { EFFECT_RESERVE_MS, LEASE_MS, LOOK_AFTER_MS, toIso } from './lease';
import { doubtAbout, isRepeatable } from './is-repeatable';
import { DEFAULT_RETRY_POLICY, nextAttempt } from './retry-policy';
import { FailureError } from '../failure';
import { toFailure } from './to-failure';
import { err, ok } from '../result';
import type { Failure, FailureKind } from '../failure';
import type { Result } from '../result';
import type { Invocation } from '../run-ports';
import type { Webhooks } from '../outgoing-ports';
import type { Actor, Clock, Confluence, Random } from '../ports';
import type { Exchange, Exchanges } from '../http/exchange';
import type { Attempt, Step } from './run';

export interface StepContext {
  readonly clock: Clock;
  readonly random: Random;
  readonly confluence: Confluence;
  readonly webhooks: Webhooks;
  readonly invocation: Invocation;
  /** Until when an effect of this attempt may begin: whoever takes over relies on it. */
  readonly beginByMs: number;
  readonly exchanges?: Exchanges;
}

/** Failures after which the effect may be there although no answer said so. */
const UNCERTAIN: ReadonlySet<FailureKind> = new Set(['network', 'server-error', 'platform']);

/**
 * Tries `step` now, as `actor`, and returns it with one attempt more. A step that has been tried without an answer is
 * looked for before it is done again. An actor that cannot be had is a failure, which `fallback` may cure.
 */
export async function performStep(
  step: Step,
  actor: Result<Actor, Failure>,
  context: StepContext,
): Promise<Step> {
  const startedMs = context.clock.nowMs();
  const uncertain = step.tryingSince !== undefined;
  const work = () => tryEffect(step, actor, uncertain, context);
  const { exchanges: noted } = context;
  const { value: result, exchanges: made } = await (noted?.during(work) ?? withoutNotes(work));
  const requests = made.length === 0 ? {} : { requests: made };
  if (!result.ok) return afterFailure(step, result.error, { startedMs, uncertain, requests }, context);
  const { dueAt: _, tryingSince: __, ...rest } = step;
  const attempt = { at: toIso(startedMs), outcome: 'done', ...requests } as const;
  return { ...rest, outcome: 'done', reason: result.value, attempts: addAttempt(step.attempts, attempt) };
}

async function withoutNotes<T>(
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly exchanges: readonly Exchange[] }> {
  return { value: await work(), exchanges: [] };
}

interface TriedAs {
  readonly startedMs: number;
  readonly uncertain: boolean;
  readonly requests?: Pick<Attempt, 'requests'>;
}

/** `step` after an attempt that failed: to be tried again, or given up. */
export function afterFailure(
  step: Step,
  failure: Failure,
  { startedMs, uncertain, requests = {} }: TriedAs,
  { clock, random }: Pick<StepContext, 'clock' | 'random'>,
): Step {
  const at = toIso(startedMs);
  const { dueAt: _, tryingSince, ...rest } = step;
  const unknown = UNCERTAIN.has(failure.kind);
  // What was uncertain stays so until an attempt is answered; a refusal may have met the looking, not the writing.
  const open = unknown || uncertain;
  const intent = open ? { tryingSince: unknown ? at : (tryingSince ?? at) } : {};
  const tried = attemptsSinceReplay(step) + 1;
  const nowMs = clock.nowMs();
  const decision = nextAttempt(step.retry ?? DEFAULT_RETRY_POLICY, tried, failure, random.next());
  if (decision.kind === 'retry') {
    const policyMs = nowMs + decision.afterSeconds * 1000;
    // The request began at some time of the attempt, after it had looked; the end is after that for certain.
    const dueMs = unknown && !isRepeatable(step) ? Math.max(policyMs, nowMs + LOOK_AFTER_MS) : policyMs;
    const attempts = addAttempt(step.attempts, { at, outcome: 'retry', failure, ...requests });
    return { ...rest, ...intent, outcome: 'waiting', dueAt: toIso(dueMs), reason: failure.message, attempts };
  }
  const doubt = open ? doubtAbout(step) : undefined;
  const reason = doubt === undefined ? decision.reason : `${decision.reason} ${doubt}`;
  const attempts = addAttempt(step.attempts, { at, outcome: 'failed', failure, ...requests });
  return { ...rest, ...intent, outcome: 'failed', reason, attempts };
}

/**
 * A step that an invocation has left under way, as one that failed without an answer. Its lease has ended, and with it
 * the bound. What cannot be repeated blindly is looked for once more even when its attempts are spent.
 */
export function afterCutOff(step: Step, context: Pick<StepContext, 'clock' | 'random'>): Step {
  if (step.outcome !== 'pending' || step.tryingSince === undefined) return step;
  const startedMs = Date.parse(step.tryingSince);
  const tried = afterFailure(step, CUT_OFF, { startedMs, uncertain: true }, context);
  const { attempts } = step.retry ?? DEFAULT_RETRY_POLICY;
  const spent = attemptsSinceReplay(tried);
  if (tried.outcome === 'failed' && (isRepeatable(step) || spent > attempts + EXTRA_LOOKS)) return tried;
  const last = { at: step.tryingSince, outcome: 'retry', failure: CUT_OFF } as const;
  const { tryingSince } = step;
  const waiting = { outcome: 'waiting', dueAt: toIso(startedMs + LEASE_MS), tryingSince } as const;
  return { ...tried, ...waiting, reason: CUT_OFF.message, attempts: addAttempt(step.attempts, last) };
}

/** Invocations that may die over looking for an effect before the step is given up. */
const EXTRA_LOOKS = 2;

const CUT_OFF: Failure = {
  kind: 'platform',
  message: 'Failed to finish the attempt: the invocation ended before there was an answer.',
  retryable: true,
};

/** The step as it waits for the first time, where its kind is to wait; undefined where it goes on. */
export function beginDelay(step: Step, nowMs: number): Step | undefined {
  const begun = step.outcome !== 'pending' || step.tryingSince !== undefined || attemptsOf(step) > 0;
  if (begun || !isActionKind(step.action)) return undefined;
  const action = ACTIONS[step.action];
  const seconds = action.delaySeconds(step.effect);
  if (seconds === 0) return undefined;
  const reason = `The rule is to ${action.preview(step.effect)}.`;
  return { ...step, outcome: 'waiting', dueAt: toIso(nowMs + seconds * 1000), reason };
}

const TOO_SLOW: Failure = {
  kind: 'conflict',
  message: 'Failed to begin in time: what comes before it took too long.',
  retryable: true,
};

async function tryEffect(
  step: Step,
  actor: Result<Actor, Failure>,
  uncertain: boolean,
  { confluence, webhooks, clock, invocation, beginByMs }: StepContext,
): Promise<Result<string, Failure>> {
  if (!isActionKind(step.action)) {
    const message = `Failed to find the action "${step.action}".`;
    return err({ kind: 'bad-request', message, retryable: false });
  }
  const action = ACTIONS[step.action];
  const begin = (): void => {
    const isLate = clock.nowMs() > beginByMs || invocation.remainingMs() < EFFECT_RESERVE_MS;
    if (isLate) throw new FailureError(TOO_SLOW);
  };
  const perform = async (as: Actor): Promise<Result<string, Failure>> => {
    try {
      const lastFailure = step.attempts.at(-1)?.failure;
      const last = lastFailure === undefined ? {} : { lastFailure };
      return ok(
        await action.perform(step.effect, { confluence, webhooks, clock, as, uncertain, begin, ...last }),
      );
    } catch (error) {
      return err(toFailure(error));
    }
  };
  const result = actor.ok ? await perform(actor.value) : actor;
  if (result.ok || result.error.kind !== 'identity' || step.fallback !== 'app') return result;
  const asApp = await perform({ kind: 'app' });
  return asApp.ok ? ok(`${asApp.value} As the app, because: ${result.error.message}`) : asApp;
}
