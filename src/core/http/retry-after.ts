// How long a server asks to be left alone, out of the headers of a refusal. Servers send seconds, HTTP dates and
// nonsense; nonsense is as good as nothing. It must not decide whether to try again.

import { resetAtMs } from './rate-limit-headers';
import type { AnswerHeaders } from './rate-limit-headers';

/** A server that asks for more is asked again after a day: a step that waits longer is no longer of use to anyone. */
const MAX_RETRY_AFTER_SECONDS = 86_400;

/** RFC 9110, IMF-fixdate: the form that servers must send. `Date.parse` alone would read nearly anything. */
const HTTP_DATE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * Seconds from `nowMs` that an answer asks to wait, at least 0; `undefined` when it does not say. A 429 without
 * Retry-After, which Atlassian's gateway sends too, is believed in when its quota starts anew.
 */
export function retryAfterSeconds(status: number, headers: AnswerHeaders, nowMs: number): number | undefined {
  const asked = parseRetryAfter(headers.get('Retry-After'), nowMs);
  if (asked !== undefined || status !== 429) return asked;
  const resetMs = resetAtMs(headers, nowMs);
  return resetMs === undefined ? undefined : secondsUntil(resetMs, nowMs);
}

/** The value of a Retry-After header: seconds, or an HTTP date; `undefined` for anything else. */
export function parseRetryAfter(header: string | null, nowMs: number): number | undefined {
  const value = header?.trim() ?? '';
  if (/^\d+$/.test(value)) return Math.min(MAX_RETRY_AFTER_SECONDS, Number(value));
  if (!HTTP_DATE.test(value)) return undefined;
  const atMs = Date.parse(value);
  return Number.isNaN(atMs) ? undefined : secondsUntil(atMs, nowMs);
}

function secondsUntil(atMs: number, nowMs: number): number {
  return Math.min(MAX_RETRY_AFTER_SECONDS, Math.max(0, Math.ceil((atMs - nowMs) / 1000)));
}
