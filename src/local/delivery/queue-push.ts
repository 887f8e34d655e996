// Reads one push request of `@forge/events` and says what the platform says about it. Pure but for the ids.

import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { QUEUE_LIMITS } from '../../core/limits';
import type { AppManifest } from '../manifest/manifest';
import type { QueueWork } from './work';

/** Largest message for consumers that may run longer than the default. [limits-async-events] */
const MAX_LONG_CONSUMER_BYTES = 102_400;
const LONG_CONSUMER_SECONDS = 55;

const PushSchema = v.object({
  queueName: v.string(),
  jobId: v.pipe(v.string(), v.nonEmpty()),
  payload: v.array(
    v.object({
      body: v.record(v.string(), v.any()),
      delayInSeconds: v.optional(v.number()),
      concurrency: v.optional(
        v.object({ key: v.string(), limit: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
      ),
    }),
  ),
});

/** What becomes of a push: messages that are taken, and those that are not, by their index. */
export type ReadPush =
  | { readonly ok: false; readonly status: number; readonly message: string }
  | {
      readonly ok: true;
      readonly queue: string;
      readonly jobId: string;
      readonly works: readonly QueueWork[];
      readonly failed: readonly { readonly index: string; readonly errorMessage: string }[];
    };

/** Where the push comes from. */
export interface PushOrigin {
  readonly originId: string;
  readonly eventId?: string;
  readonly nowMs: number;
}

export function readPush(body: unknown, manifest: AppManifest, origin: PushOrigin): ReadPush {
  const parsed = v.safeParse(PushSchema, body);
  if (!parsed.success) {
    return { ok: false, status: 400, message: parsed.issues.map((issue) => issue.message).join('; ') };
  }
  const { queueName, jobId, payload } = parsed.output;
  if (payload.length > QUEUE_LIMITS.MAX_EVENTS_PER_PUSH) {
    return {
      ok: false,
      status: 413,
      message: `This push contains more than the ${QUEUE_LIMITS.MAX_EVENTS_PER_PUSH} events allowed.`,
    };
  }
  if (Buffer.byteLength(JSON.stringify(payload)) > QUEUE_LIMITS.MAX_PUSH_BYTES) {
    return {
      ok: false,
      status: 413,
      message: `The maximum payload size is ${QUEUE_LIMITS.MAX_PUSH_BYTES / 1024}KB.`,
    };
  }
  const consumer = manifest.consumers.find(({ queue }) => queue === queueName);
  if (consumer === undefined) {
    return { ok: false, status: 404, message: `The app has no consumer for the queue "${queueName}".` };
  }
  const isLong =
    (manifest.functions.find(({ key }) => key === consumer.function)?.timeoutSeconds ?? 0) >
    LONG_CONSUMER_SECONDS;
  const works: QueueWork[] = [];
  const failed: { index: string; errorMessage: string }[] = [];
  for (const [index, event] of payload.entries()) {
    const errorMessage = checkEvent(event, isLong);
    if (errorMessage !== undefined) {
      failed.push({ index: String(index), errorMessage });
      continue;
    }
    works.push({
      kind: 'queue',
      id: randomUUID(),
      dueMs: origin.nowMs + (event.delayInSeconds ?? 0) * 1000,
      functionKey: consumer.function,
      moduleKey: consumer.key,
      queue: queueName,
      jobId,
      body: event.body,
      pushedMs: origin.nowMs,
      originId: origin.originId,
      ...(origin.eventId === undefined ? {} : { eventId: origin.eventId }),
      ...(event.delayInSeconds === undefined ? {} : { delayInSeconds: event.delayInSeconds }),
      ...(event.concurrency === undefined ? {} : { concurrency: event.concurrency }),
    });
  }
  return { ok: true, queue: queueName, jobId, works, failed };
}

function checkEvent(
  event: { body: unknown; delayInSeconds?: number | undefined },
  isLong: boolean,
): string | undefined {
  const delay = event.delayInSeconds ?? 0;
  if (delay < 0 || delay > QUEUE_LIMITS.MAX_DELAY_SECONDS) {
    return `delayInSeconds must be between 0 and ${QUEUE_LIMITS.MAX_DELAY_SECONDS}.`;
  }
  if (isLong && Buffer.byteLength(JSON.stringify(event)) > MAX_LONG_CONSUMER_BYTES) {
    return `The maximum event size for long-running consumers is ${MAX_LONG_CONSUMER_BYTES / 1024}KB.`;
  }
  return undefined;
}
