// The types of one invocation of an app function: what is asked, how it ended, what is remembered of it.

import type { LogLevel } from './protocol';

/** Why Forge itself, not the app, says that an invocation failed. */
export type PlatformError =
  'FUNCTION_TIME_OUT' | 'FUNCTION_OUT_OF_MEMORY' | 'FUNCTION_PLATFORM_UNKNOWN_ERROR';

/** How an invocation ended. A returned InvocationError is a return like any other here. */
export type InvocationResult =
  | { readonly kind: 'returned'; readonly value: unknown }
  | { readonly kind: 'threw'; readonly message: string; readonly stack?: string }
  | { readonly kind: 'platform-error'; readonly error: PlatformError; readonly message: string };

export type InvocationKind = 'trigger' | 'consumer' | 'scheduled' | 'resolver';

/** What the host asks of the app. */
export interface InvocationCall {
  readonly kind: InvocationKind;
  readonly functionKey: string;
  readonly moduleKey: string;
  readonly args: readonly unknown[];
  /** The user who invokes; absent for events, queue and schedule. */
  readonly accountId?: string;
  readonly eventId?: string;
  readonly retryCount?: number;
  /** The invocation that this one descends from through the queue, for the limit on cycles. */
  readonly originId?: string;
}

export interface LogLine {
  readonly level: LogLevel;
  readonly text: string;
}

/** One invocation as the page and tests see it. */
export interface InvocationRecord {
  readonly id: string;
  readonly function: string;
  readonly handler: string;
  readonly kind: InvocationKind;
  readonly moduleKey: string;
  readonly startedMs: number;
  /** Host time. */
  readonly endedMs?: number;
  /** Real milliseconds. */
  readonly durationMs?: number;
  readonly outcome:
    'running' | 'ok' | 'retry-asked' | 'threw' | 'timed-out' | 'out-of-memory' | 'platform-error';
  readonly message?: string;
  readonly retryCount?: number;
  readonly eventId?: string;
  readonly logs: readonly LogLine[];
  readonly logsDropped: number;
}
