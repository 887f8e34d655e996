// How many messages of each job (one push) have succeeded, failed or are still on their way.
// It must not know what the messages say.

import { QUEUE_LIMITS } from '../../core/limits';
import type { Store } from '../store/store';

export interface JobStats {
  readonly success: number;
  readonly inProgress: number;
  readonly failed: number;
}

interface JobRecord extends JobStats {
  readonly queue: string;
  readonly pushedMs: number;
}

export interface QueueJobs {
  /** Only inside a transaction of the store, as is `count`. */
  begin(jobId: string, queue: string, messages: number, nowMs: number): void;
  /** Moves `messages` from in progress to `to`. */
  count(jobId: string, to: 'success' | 'failed', messages?: number): void;
  stats(jobId: string, queue: string): JobStats | undefined;
  /** Forgets jobs whose retention window is over. */
  sweep(nowMs: number): void;
}

export function createQueueJobs(store: Store): QueueJobs {
  const table = store.table<JobRecord>('queue-jobs');
  return {
    begin(jobId, queue, messages, nowMs) {
      table.put(jobId, { queue, pushedMs: nowMs, success: 0, inProgress: messages, failed: 0 });
    },
    count(jobId, to, messages = 1) {
      const job = table.get(jobId);
      if (job === undefined) return;
      table.put(jobId, { ...job, inProgress: job.inProgress - messages, [to]: job[to] + messages });
    },
    stats(jobId, queue) {
      const job = table.get(jobId);
      if (job?.queue !== queue) return undefined;
      return { success: job.success, inProgress: job.inProgress, failed: job.failed };
    },
    sweep(nowMs) {
      const oldestMs = nowMs - QUEUE_LIMITS.RETENTION_SECONDS * 1000;
      for (const { key, value } of [...table.range()]) if (value.pushedMs < oldestMs) table.remove(key);
    },
  };
}
