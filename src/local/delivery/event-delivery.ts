// One delivery of a product event: what the app is called with, and what follows from how the call ended.
// Pure: the retry cycle of the platform, exactly as documented, and nothing else.

import { EVENT_LIMITS } from '../../core/limits';
import { platformBackoffSeconds, readRetryRequest } from './retry-request';
import type { InvocationCall, InvocationResult } from '../runtime/invocation';
import type { Installation } from '../runtime/app-context';
import { handlerContext } from '../runtime/app-context';
import type { Aftermath, EventWork, RetryOf } from './work';

export function eventCall(work: EventWork, installation: Installation): InvocationCall {
  return {
    kind: 'trigger',
    functionKey: work.functionKey,
    moduleKey: work.moduleKey,
    eventId: work.eventId,
    args: [withRetryContext(work), handlerContext(installation)],
    ...(work.retry === undefined ? {} : { retryCount: work.retry.count }),
  };
}

/** What a trigger's function receives. */
function withRetryContext({ payload, retry }: EventWork): Readonly<Record<string, unknown>> {
  if (retry === undefined) return payload;
  return {
    ...payload,
    retryContext: { retryCount: retry.count, retryReason: retry.reason, retryData: retry.data },
  };
}

/**
 * Decides what follows one delivery. A returned InvocationError is honoured four times; a platform error is retried
 * without the app's data; an error that the app threw is logged and ends the delivery.
 */
export function afterEvent(work: EventWork, result: InvocationResult, nowMs: number): Aftermath<EventWork> {
  switch (result.kind) {
    case 'threw':
      return { status: 'failed', log: `The app threw: ${result.message}` };
    case 'platform-error': {
      const retries = work.retry?.count ?? 0;
      return retryOrGiveUp(work, nowMs, platformBackoffSeconds(retries), { reason: result.error });
    }
    case 'returned': {
      const asked = readRetryRequest(result.value);
      if (asked.kind === 'none') return { status: 'done' };
      if (asked.kind === 'refused') return { status: 'gave-up', log: `Not retried: ${asked.why}.` };
      const { afterSeconds, reason, data } = asked.request;
      return retryOrGiveUp(work, nowMs, afterSeconds, { reason, ...(data === undefined ? {} : { data }) });
    }
  }
}

function retryOrGiveUp(
  work: EventWork,
  nowMs: number,
  afterSeconds: number,
  retry: Omit<RetryOf, 'count'>,
): Aftermath<EventWork> {
  const count = (work.retry?.count ?? 0) + 1;
  if (count > EVENT_LIMITS.MAX_RETRIES) {
    return {
      status: 'gave-up',
      log: `Not retried: ${EVENT_LIMITS.MAX_RETRIES} retries were made (${retry.reason}).`,
    };
  }
  return {
    status: 'retrying',
    log: `Retry ${count} of ${EVENT_LIMITS.MAX_RETRIES} in ${afterSeconds} s (${retry.reason}).`,
    next: { ...work, dueMs: nowMs + afterSeconds * 1000, retry: { count, ...retry } },
  };
}
