// When a failed attempt is tried again, and when it is given up. Pure: it returns the decision and waits for nothing.

import type { Failure } from '../failure';
import type { RetryPolicy } from '../rules/rule';

export const DEFAULT_RETRY_POLICY: RetryPolicy = {
  attempts: 5,
  firstDelaySeconds: 10,
  factor: 3,
  maxDelaySeconds: 900,
};

/** A delay is drawn evenly from this part of it to the whole, so that steps that failed together come back apart. */
const LOWEST_JITTER = 0.5;

export type RetryDecision =
  | { readonly kind: 'retry'; readonly afterSeconds: number }
  | { readonly kind: 'give-up'; readonly reason: string };

/**
 * What to do after attempt number `attempt` (from 1) ended in `failure`.
 * The server's Retry-After wins over the policy's delay, within its attempts. `random` is from 0 to 1.
 */
export function nextAttempt(
  policy: RetryPolicy,
  attempt: number,
  failure: Failure,
  random: number,
): RetryDecision {
  if (!failure.retryable) return { kind: 'give-up', reason: failure.message };
  if (attempt >= policy.attempts) {
    return { kind: 'give-up', reason: `Gave up after ${attempt} attempts. ${failure.message}` };
  }
  if (failure.retryAfterSeconds !== undefined) {
    return { kind: 'retry', afterSeconds: Math.max(1, Math.ceil(failure.retryAfterSeconds)) };
  }
  const delay = Math.min(policy.maxDelaySeconds, policy.firstDelaySeconds * policy.factor ** (attempt - 1));
  return {
    kind: 'retry',
    afterSeconds: Math.max(1, Math.round(delay * (LOWEST_JITTER + (1 - LOWEST_JITTER) * random))),
  };
}
