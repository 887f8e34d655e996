// What a delivery answers after it has performed what it could: finished, or come back then, with this state.

import { EVENT_LIMITS } from '../limits';
import { earliestDueMs, toRetryData } from './retry-data';
import { isRunFinal } from './run';
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
