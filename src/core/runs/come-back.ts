// What a delivery answers after it has performed what it could: finished, or come back then, with this state.

import { EVENT_LIMITS } from '../limits';
import { earliestDueMs, toRetryData } from './retry-data';
import { DEFAULT_RETRY_POLICY, nextAttempt } from './retry-policy';
import { isRunFinal } from './run';
import type { Failure } from '../failure';
import type { JsonObject } from '../json';
import type { RetryData } from './retry-data';
import type { Run } from './run';

export type ComeBack =
  | { readonly kind: 'finished' }
  | {
      readonly kind: 'retry';
      /** From 1 to 900 seconds, as Forge allows. */
      readonly afterSeconds: number;
      /** True when a server asked for patience. */
      readonly rateLimited: boolean;
      readonly data: RetryData & JsonObject;
    };

/** How soon to come back when a run could not be stored: long enough for a throttled store to recover. */
const INTERRUPTED_RETRY_SECONDS = 30;

/** `performed` holds `undefined` for a run whose record could not be stored. */
export function comeBack(eventKey: string, performed: readonly (Run | undefined)[], nowMs: number): ComeBack {
  const runs = performed.filter((run) => run !== undefined);
  const interrupted = runs.length < performed.length;
  const dueMs = earliestDueMs(runs);
  if (dueMs === undefined && !interrupted) return { kind: 'finished' };
  const dueSeconds = dueMs === undefined ? Infinity : Math.ceil((dueMs - nowMs) / 1000);
  const seconds = Math.min(dueSeconds, interrupted ? INTERRUPTED_RETRY_SECONDS : Infinity);
  return {
    kind: 'retry',
    afterSeconds: Math.min(
      EVENT_LIMITS.MAX_RETRY_AFTER_SECONDS,
      Math.max(EVENT_LIMITS.MIN_RETRY_AFTER_SECONDS, seconds),
    ),
    rateLimited: runs.some((run) =>
      run.steps.some((step) => step.attempts.at(-1)?.failure?.kind === 'rate-limited'),
    ),
    data: toRetryData(eventKey, runs, interrupted),
  };
}

/**
 * Nothing could be decided yet, because a field could not be read. `delivery` counts from 1; `random` is from 0 to 1.
 */
export function comeBackForFields(
  eventKey: string,
  failure: Failure,
  delivery: number,
  random: number,
): ComeBack {
  const policy = { ...DEFAULT_RETRY_POLICY, attempts: EVENT_LIMITS.MAX_RETRIES + 1 };
  const next = nextAttempt(policy, delivery, failure, random);
  if (next.kind === 'give-up') return { kind: 'finished' };
  return {
    kind: 'retry',
    afterSeconds: Math.min(EVENT_LIMITS.MAX_RETRY_AFTER_SECONDS, next.afterSeconds),
    rateLimited: failure.kind === 'rate-limited',
    // Which runs there are is not known here; those that are stored will tell.
    data: { ...toRetryData(eventKey, [], false), more: true },
  };
}

/** The runs that are not at rest: waiting, or of unknown state because they could not be stored. */
export function openRunIds(
  before: readonly Run[],
  performed: readonly (Run | undefined)[],
): readonly string[] {
  return before.flatMap(({ id }, index) => {
    const run = performed[index];
    return run === undefined || !isRunFinal(run) ? [id] : [];
  });
}
