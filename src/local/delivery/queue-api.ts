// The async queue at the wire: the three routes that `@forge/events` calls, with the statuses that it understands.
// Its paths carry literal braces: the real proxy fills them in. [@forge/events out/queries.js, out/validators.js]

import { QUEUE_LIMITS } from '../../core/limits';
import { jsonAnswer } from '../runtime/fetch/answer';
import { readPush } from './queue-push';
import type { Clock } from '../clock/clock';
import type { AppManifest } from '../manifest/manifest';
import type { AppAnswer, AppRequest } from '../runtime/protocol';
import type { Requester, RequestHandler } from '../runtime/fetch/route-fetch';
import type { UnemulatedLog } from '../runtime/fetch/unemulated';
import type { Pending } from './pending';
import type { QueueJobs } from './queue-jobs';
import type { QueueWork } from './work';

const CONTEXT_PATH = '{contextAri}/{environmentId}/{appId}/{appVersion}';

/** Pushes that may descend from one invocation, so that a cycle ends. [limits-async-events] */
const MAX_PUSHES_PER_ORIGIN = 1000;
/** Origins that are remembered for it. */
const MAX_ORIGINS = 10_000;

const MINUTE_MS = 60_000;

export function createQueueApi(options: {
  readonly manifest: AppManifest;
  readonly clock: Clock;
  readonly pending: Pending;
  readonly jobs: QueueJobs;
  readonly unemulated: UnemulatedLog;
}): RequestHandler {
  const { manifest, clock, pending, jobs } = options;
  const pushes = new Map<string, number>();
  let window = { startMs: 0, events: 0 };

  function isOverRate(events: number): boolean {
    const nowMs = clock.nowMs();
    if (nowMs - window.startMs >= MINUTE_MS) window = { startMs: nowMs, events: 0 };
    if (window.events + events > QUEUE_LIMITS.MAX_EVENTS_PER_MINUTE) return true;
    window.events += events;
    return false;
  }

  function isCycle(originId: string): boolean {
    const count = (pushes.get(originId) ?? 0) + 1;
    pushes.set(originId, count);
    const [oldest] = pushes.keys();
    if (pushes.size > MAX_ORIGINS && oldest !== undefined) pushes.delete(oldest);
    return count > MAX_PUSHES_PER_ORIGIN;
  }

  async function push(body: unknown, requester: Requester): Promise<AppAnswer> {
    if (isCycle(requester.originId)) return jsonAnswer(405, { message: 'Invocation limit reached' });
    const eventId = requester.call.eventId;
    const read = readPush(body, manifest, {
      originId: requester.originId,
      nowMs: clock.nowMs(),
      ...(eventId === undefined ? {} : { eventId }),
    });
    if (!read.ok) return jsonAnswer(read.status, { errorMessage: read.message, message: read.message });
    if (isOverRate(read.works.length)) return jsonAnswer(429, { message: 'Too many events' });
    await pending.add(read.works, () => jobs.begin(read.jobId, read.queue, read.works.length, clock.nowMs()));
    if (read.failed.length > 0) return jsonAnswer(202, { failedEvents: read.failed });
    return jsonAnswer(201, {});
  }

  function stats(queue: string, jobId: string): AppAnswer {
    const found = jobs.stats(jobId, queue);
    return found === undefined ? jsonAnswer(404, { message: 'No such job' }) : jsonAnswer(200, found);
  }

  async function cancel(queue: string, jobId: string): Promise<AppAnswer> {
    if (jobs.stats(jobId, queue) === undefined) return jsonAnswer(404, { message: 'No such job' });
    const waiting = pending
      .list()
      .filter(
        (work): work is QueueWork =>
          work.kind === 'queue' && work.jobId === jobId && work.dueMs > clock.nowMs(),
      );
    await pending.withdraw(waiting, () => jobs.count(jobId, 'failed', waiting.length));
    return { kind: 'answered', status: 204, headers: [] };
  }

  return async (request, requester) => {
    const body = readJson(request);
    const { queueName, jobId } = body;
    switch (request.method === 'POST' ? request.path : '') {
      case `/webhook/queue/publish/${CONTEXT_PATH}`:
        return push(body, requester);
      case `/webhook/queue/stats/${CONTEXT_PATH}`:
        return stats(String(queueName), String(jobId));
      case `/webhook/queue/cancel/${CONTEXT_PATH}`:
        return cancel(String(queueName), String(jobId));
      default:
        options.unemulated.add('stargate', request.method, request.path);
        return jsonAnswer(501, { message: `Not emulated: ${request.method} ${request.path} (stargate)` });
    }
  };
}

function readJson(request: AppRequest): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(typeof request.body === 'string' ? request.body : '{}');
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {}; // What is missing is then refused by name.
  }
}
