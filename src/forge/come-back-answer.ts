// The engine's "come back" in Forge's words: an InvocationError, which is returned, never thrown.

import { InvocationError, InvocationErrorCode } from '@forge/events';
import type { ComeBack } from '../core/runs/come-back';

/** What a trigger or consumer returns. Forge recognises the object by its shape. */
export function toAnswer(result: ComeBack): InvocationError | undefined {
  if (result.kind === 'finished') return undefined;
  return new InvocationError({
    retryAfter: result.afterSeconds,
    retryReason: result.rateLimited
      ? InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED
      : InvocationErrorCode.FUNCTION_RETRY_REQUEST,
    retryData: result.data,
  });
}
