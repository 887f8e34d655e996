// Whether a text can be sent to the app in one call. Pure.

import { INVOCATION_LIMITS } from '../../core/limits';

/** Room for the rest of the request: the ids of the chosen rules and the envelope. */
const ENVELOPE_BYTES = 50_000;

/** True when `text`, as JSON, leaves room in one front-end call. */
export function fitsOneCall(text: string): boolean {
  return jsonBytes(text) <= INVOCATION_LIMITS.MAX_INVOKE_REQUEST_BYTES - ENVELOPE_BYTES;
}

/** Bytes of the text as a JSON string in UTF-8. */
function jsonBytes(text: string): number {
  return new TextEncoder().encode(JSON.stringify(text)).length;
}
