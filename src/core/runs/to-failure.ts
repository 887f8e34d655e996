// The one place where something thrown becomes a failure that the engine can decide upon.

import { FailureError } from '../failure';
import type { Failure } from '../failure';

/** The failure inside a `FailureError`; anything else is taken for trouble of the platform, which time may cure. */
export function toFailure(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure;
  const cause = error instanceof Error ? error.message : String(error);
  return { kind: 'platform', message: `Failed to perform the action: ${cause}.`, retryable: true };
}
