// What the engine is told of each fault of a call, as the adapters of src/forge tell it: answers are read by the same
// code of core.

import { FailureError, RETRYABLE } from '../../../src/core/failure';
import { failureOfAnswer, failureOfNoAnswer } from '../../../src/core/http/failure-of-answer';
import type { FailureKind } from '../../../src/core/failure';
import type { FaultKind } from './fault-kinds';

/** A Retry-After that is a date names a moment so many seconds from now. */
const DATE_SECONDS = 130;

/** How long a server asks for patience, for the answers that say so. */
export const PATIENCE: { readonly [K in FaultKind]?: number } = {
  'confluence: 429, Retry-After 1': 1,
  'confluence: 429, Retry-After 900': 900,
  'confluence: 429, Retry-After 3600': 3600,
  'confluence: 429, Retry-After as a date': DATE_SECONDS,
  'confluence: 503': 20,
};

/** Status of the answers that are one, and their Retry-After where it is text. */
const ANSWERS: { readonly [K in FaultKind]?: readonly [status: number, retryAfter?: string] } = {
  'confluence: 429, Retry-After 0': [429, '0'],
  'confluence: 429, Retry-After 1': [429, '1'],
  'confluence: 429, Retry-After 900': [429, '900'],
  'confluence: 429, Retry-After 3600': [429, '3600'],
  'confluence: 429, Retry-After as a date': [429],
  'confluence: 429, no Retry-After': [429],
  'confluence: 429, Retry-After garbage': [429, 'soon, -7'],
  'confluence: 500': [500],
  'confluence: 502': [502],
  'confluence: 503': [503, '20'],
  'confluence: 504': [504],
  'confluence: 401': [401],
  'confluence: 403': [403],
};

/** The error that a call ends with; `now` is the truth, `machineNow` what the machine of the app thinks it is. */
export function callFailure(fault: FaultKind, name: string, now: number, machineNow: number): Error {
  const answer = ANSWERS[fault];
  if (answer !== undefined) {
    const [status, text] = answer;
    const isDate = fault === 'confluence: 429, Retry-After as a date';
    const retryAfter = isDate ? new Date(now + DATE_SECONDS * 1000).toUTCString() : (text ?? null);
    const headers = { get: (header: string) => (header === 'Retry-After' ? retryAfter : null) };
    return new FailureError(failureOfAnswer({ status, headers, text: '' }, { purpose: name }, machineNow));
  }
  switch (fault) {
    case 'confluence: identity refused':
      return failed('identity', `Failed to ${name}: Forge cannot act as the user.`);
    case 'confluence: answer lost':
    case 'confluence: late effect':
      return new FailureError(failureOfNoAnswer('the connection broke', { purpose: name }));
    case 'confluence: malformed answer':
      return new SyntaxError('Unexpected token < in JSON at position 0');
    case 'queue: push refused':
      return failed('rate-limited', `Failed to ${name}: too many pushes.`);
    default:
      return new Error(`Failed to ${name}: ${fault}.`);
  }
}

function failed(kind: FailureKind, message: string): FailureError {
  return new FailureError({ kind, message, retryable: RETRYABLE[kind] });
}
