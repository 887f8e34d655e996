// One message of the async queue: what the consumer is called with, and what follows. Pure. A message is retried,
// by request or by the platform's back-off, as long as its retention window lasts.

import { QUEUE_LIMITS } from '../../core/limits';
import { handlerContext } from '../runtime/app-context';
import { platformBackoffSeconds, readRetryRequest } from './retry-request';
import type { Installation } from '../runtime/app-context';
import type { InvocationCall, InvocationResult } from '../runtime/invocation';
import type { Aftermath, QueueWork, RetryOf } from './work';

export function queueCall(work: QueueWork, installation: Installation, nowMs: number): InvocationCall {
  const event = {
    queueName: work.queue,
    jobId: work.jobId,
    eventId: work.id,
    body: work.body,
    ...(work.delayInSeconds === undefined ? {} : { delayInSeconds: work.delayInSeconds }),
    ...(work.concurrency === undefined ? {} : { concurrency: work.concurrency }),
    ...(work.retry === undefined ? {} : { retryContext: retryContext(work, work.retry, nowMs) }),
  };
  return {
    kind: 'consumer',
    functionKey: work.functionKey,
    moduleKey: work.moduleKey,
    originId: work.originId,
    args: [event, handlerContext(installation)],
    ...(work.eventId === undefined ? {} : { eventId: work.eventId }),
    ...(work.retry === undefined ? {} : { retryCount: work.retry.count }),
  };
}

function retryContext(work: QueueWork, retry: RetryOf, nowMs: number): Readonly<Record<string, unknown>> {
  return {
    retryCount: retry.count,
    retryReason: retry.reason,
    retryData: retry.data,
    retentionWindow: {
      startTime: new Date(work.pushedMs).toISOString(),
      remainingTimeMs: Math.max(0, windowEndMs(work) - nowMs),
    },
  };
}

/** Decides what follows one consumption. */
export function afterMessage(work: QueueWork, result: InvocationResult, nowMs: number): Aftermath<QueueWork> {
  const backoff = platformBackoffSeconds(work.retry?.count ?? 0);
  switch (result.kind) {
    case 'threw':
      return retryOrDrop(work, nowMs, backoff, { reason: 'FUNCTION_PLATFORM_UNKNOWN_ERROR' }, result.message);
    case 'platform-error':
      return retryOrDrop(work, nowMs, backoff, { reason: result.error }, result.message);
    case 'returned': {
      const asked = readRetryRequest(result.value);
      if (asked.kind === 'none') return { status: 'done' };
      if (asked.kind === 'refused') return { status: 'gave-up', log: `Not retried: ${asked.why}.` };
      const { afterSeconds, reason, data } = asked.request;
      return retryOrDrop(
        work,
        nowMs,
        afterSeconds,
        { reason, ...(data === undefined ? {} : { data }) },
        reason,
      );
    }
  }
}

function retryOrDrop(
  work: QueueWork,
  nowMs: number,
  afterSeconds: number,
  retry: Omit<RetryOf, 'count'>,
  why: string,
): Aftermath<QueueWork> {
  const dueMs = nowMs + afterSeconds * 1000;
  if (dueMs >= windowEndMs(work))
    return { status: 'gave-up', log: `Dropped at the end of its retention window: ${why}` };
  const count = (work.retry?.count ?? 0) + 1;
  return {
    status: 'retrying',
    log: `Retry ${count} in ${afterSeconds} s: ${why}`,
    next: { ...work, dueMs, retry: { count, ...retry } },
  };
}

function windowEndMs(work: QueueWork): number {
  return work.pushedMs + QUEUE_LIMITS.RETENTION_SECONDS * 1000;
}
