// One attempt of one step. It performs the planned effect and returns the step as it then stands; it stores nothing.

import { ACTIONS, isActionKind } from '../actions/index';
import { DEFAULT_RETRY_POLICY, nextAttempt } from './retry-policy';
import { resolveIdentity } from './identity';
import { toFailure } from './to-failure';
import { err, ok } from '../result';
import type { Failure, FailureKind } from '../failure';
import type { Result } from '../result';
import type { Actor, Clock, Confluence, Random } from '../ports';
import type { IdentityContext } from './identity';
import type { Step } from './run';

export interface StepContext {
  readonly clock: Clock;
  readonly random: Random;
  readonly confluence: Confluence;
  readonly identity: IdentityContext;
  /** Whether an admin allows kinds that take something away from people. */
  readonly destructive: boolean;
  /** The step may have been under way when an earlier invocation died. */
  readonly interrupted: boolean;
}

/** Failures after which the effect may be there although no answer said so. */
const UNCERTAIN: ReadonlySet<FailureKind> = new Set(['network', 'server-error', 'platform']);

/** Tries `step` now and returns it with one attempt more. */
export async function performStep(step: Step, context: StepContext): Promise<Step> {
  const startedMs = context.clock.nowMs();
  const at = new Date(startedMs).toISOString();
  const result = await tryEffect(step, context);
  const { dueAt, ...rest } = step;
  if (result.ok) {
    return {
      ...rest,
      outcome: 'done',
      reason: result.value,
      attempts: [...step.attempts, { at, outcome: 'done' }],
    };
  }
  const failure = result.error;
  const attempt = step.attempts.length + 1;
  const decision = nextAttempt(step.retry ?? DEFAULT_RETRY_POLICY, attempt, failure, context.random.next());
  if (decision.kind === 'retry') {
    const dueAt = new Date(context.clock.nowMs() + decision.afterSeconds * 1000).toISOString();
    const attempts = [...step.attempts, { at, outcome: 'retry', failure } as const];
    return { ...rest, outcome: 'waiting', dueAt, reason: failure.message, attempts };
  }
  const { reason } = decision;
  return {
    ...rest,
    outcome: 'failed',
    reason,
    attempts: [...step.attempts, { at, outcome: 'failed', failure }],
  };
}

async function tryEffect(step: Step, context: StepContext): Promise<Result<string, Failure>> {
  if (!isActionKind(step.action)) {
    return err({
      kind: 'bad-request',
      message: `Failed to find the action "${step.action}".`,
      retryable: false,
    });
  }
  const uncertain =
    context.interrupted ||
    step.attempts.some(({ failure }) => failure !== undefined && UNCERTAIN.has(failure.kind));
  const action = ACTIONS[step.action];
  if (action.destructive === true && !context.destructive) {
    return err({
      kind: 'forbidden',
      message: `Failed to perform "${step.action}": trashing, archiving and restricting are turned off. An admin can turn them on in the settings.`,
      retryable: false,
    });
  }
  const perform = async (as: Actor): Promise<Result<string, Failure>> => {
    try {
      return ok(await action.perform(step.effect, { confluence: context.confluence, as, uncertain }));
    } catch (error) {
      return err(toFailure(error));
    }
  };
  const actor = resolveIdentity(step.as, context.identity);
  const result = actor.ok ? await perform(actor.value) : actor;
  if (result.ok || result.error.kind !== 'identity' || step.fallback !== 'app') return result;
  const asApp = await perform({ kind: 'app' });
  return asApp.ok ? ok(`${asApp.value} As the app, because: ${result.error.message}`) : asApp;
}
