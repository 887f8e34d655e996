// Reads the InvocationError that a handler returned, with Forge's limits. Pure; what a retry then does is decided by
// the kind of work.

import { EVENT_LIMITS } from '../../core/limits';
import { isJsonObject } from '../../core/json';
import { isRetryRequest } from '../runtime/runtime';
import type { JsonValue } from '../../core/json';

/** What the app asked for, with the limits applied. */
export interface RetryRequest {
  readonly afterSeconds: number;
  readonly reason: string;
  /** Absent when the app gave none, or no object (ECO-734). */
  readonly data?: JsonValue;
}

/** The request in a returned value: none, one, or one that Forge refuses. */
export type ReadRetry =
  | { readonly kind: 'none' }
  | { readonly kind: 'asked'; readonly request: RetryRequest }
  | { readonly kind: 'refused'; readonly why: string };

/** Reads what a handler returned. [seed document "Atlassian app events", section Retry] */
export function readRetryRequest(value: unknown): ReadRetry {
  if (!isRetryRequest(value)) return { kind: 'none' };
  const options = isJsonObject(value.retryOptions) ? value.retryOptions : {};
  const data = options['retryData'];
  const bytes = data === undefined ? 0 : Buffer.byteLength(JSON.stringify(data));
  if (bytes > EVENT_LIMITS.MAX_RETRY_DATA_BYTES) {
    const why = `retryData has ${bytes} bytes, more than ${EVENT_LIMITS.MAX_RETRY_DATA_BYTES}`;
    return { kind: 'refused', why };
  }
  const reason = options['retryReason'];
  return {
    kind: 'asked',
    request: {
      afterSeconds: clampRetryAfter(options['retryAfter']),
      reason: typeof reason === 'string' ? reason : 'FUNCTION_RETRY_REQUEST',
      ...(isJsonObject(data) ? { data } : {}),
    },
  };
}

function clampRetryAfter(value: unknown): number {
  const seconds =
    typeof value === 'number' && Number.isFinite(value) ? value : EVENT_LIMITS.MIN_RETRY_AFTER_SECONDS;
  return Math.min(
    Math.max(seconds, EVENT_LIMITS.MIN_RETRY_AFTER_SECONDS),
    EVENT_LIMITS.MAX_RETRY_AFTER_SECONDS,
  );
}

/** Exponential back-off of retries that the platform makes by itself: 1 s, doubled, to 15 minutes. */
export function platformBackoffSeconds(retries: number): number {
  return Math.min(2 ** retries, EVENT_LIMITS.MAX_RETRY_AFTER_SECONDS);
}
