// The async queue `runs`, which reaches beyond the four retries of a product event.

import { Queue } from '@forge/events';
import { QUEUE_LIMITS } from '../core/limits';
import type { RunQueue } from '../core/run-ports';

/** The queue of the consumer in the manifest. */
const queue = new Queue({ key: 'runs' });

/** Run ids in one message, far below what a push may weigh. */
const RUNS_PER_MESSAGE = 50;

export const runQueue: RunQueue = {
  async push(runIds, delaySeconds, concurrency) {
    const delayInSeconds = Math.min(QUEUE_LIMITS.MAX_DELAY_SECONDS, Math.max(0, Math.ceil(delaySeconds)));
    for (let start = 0; start < runIds.length; start += RUNS_PER_MESSAGE) {
      await queue.push({
        body: { runs: runIds.slice(start, start + RUNS_PER_MESSAGE) },
        delayInSeconds,
        ...(concurrency === undefined ? {} : { concurrency }),
      });
    }
  },
};
