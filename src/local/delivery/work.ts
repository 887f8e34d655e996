// What waits to be done for the app: deliveries of events, messages of the queue, scheduled runs. Each is stored
// until its invocation has come to an end. Types only.

import type { JsonObject, JsonValue } from '../../core/json';

/** Why an invocation is a repetition, as `retryContext` tells the app. */
export interface RetryOf {
  /** Repetitions so far, this one included. */
  readonly count: number;
  readonly reason: string;
  /** Present only when the app gave an object. */
  readonly data?: JsonValue;
}

interface WorkBase {
  readonly id: string;
  /** Host time, epoch ms. */
  readonly dueMs: number;
  readonly functionKey: string;
  readonly moduleKey: string;
  readonly retry?: RetryOf;
}

/** One delivery of one product event to one trigger. */
export interface EventWork extends WorkBase {
  readonly kind: 'event';
  readonly eventId: string;
  readonly payload: JsonObject;
}

/** At most `limit` messages with this `key` run at the same time. */
export interface QueueConcurrency {
  readonly key: string;
  readonly limit: number;
}

/** One message of the async queue. */
export interface QueueWork extends WorkBase {
  readonly kind: 'queue';
  readonly queue: string;
  readonly jobId: string;
  readonly body: JsonObject;
  readonly delayInSeconds?: number;
  readonly concurrency?: QueueConcurrency;
  /** When it was pushed: the start of its retention window. */
  readonly pushedMs: number;
  /** The invocation at the root of the chain that pushed it. */
  readonly originId: string;
  /** The product event that the chain began with, if any. */
  readonly eventId?: string;
}

/** The next run of one scheduled trigger. */
export interface ScheduledWork extends WorkBase {
  readonly kind: 'scheduled';
}

export type Work = EventWork | QueueWork | ScheduledWork;

/** What follows when the invocation of a piece of work has ended. */
export interface Aftermath<W extends Work> {
  readonly status: 'done' | 'failed' | 'gave-up' | 'retrying';
  /** What takes its place. */
  readonly next?: W;
  /** For the event log and the console: why there is, or is not, another try. */
  readonly log?: string;
}
