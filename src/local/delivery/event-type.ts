// The event id in a payload, which may be anything: it comes from outside.

import type { JsonObject } from '../../core/json';

/** `avi:confluence:…`; the empty string when the payload names none. */
export function eventTypeOf(payload: JsonObject): string {
  const type = payload['eventType'];
  return typeof type === 'string' ? type : '';
}
