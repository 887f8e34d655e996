// Asks a module's resolver over Forge's bridge. It must not know any call.

import { makeInvoke } from '@forge/bridge';
import type { AdminResult } from '../core/admin/api/result';
import type { Caller } from './machine/ports';
import { words } from './wording';

/** A caller that never rejects: what went wrong is the answer's `error`. */
export function createCaller<
  Api extends Record<string, (payload: never) => AdminResult<unknown>>,
>(): Caller<Api> {
  // DefArguments of a name that is still generic cannot be worked out by the compiler.
  const invoke = makeInvoke() as (name: string, payload: unknown) => Promise<unknown>;
  return async (name, payload) => {
    // Forge rejects when the function failed or the network did.
    try {
      const answer: unknown = await invoke(String(name), payload);
      return (isAnswer(answer) ? answer : failed(words.common.unexpectedAnswer)) as ReturnType<
        Api[typeof name]
      >;
    } catch (cause) {
      const message = words.common.unreachable(cause instanceof Error ? cause.message : String(cause));
      return failed(message) as ReturnType<Api[typeof name]>;
    }
  };
}

function failed(message: string): AdminResult<never> {
  return { ok: false, error: { code: 'failed', message } };
}

function isAnswer(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return false;
  return answer.ok === true ? 'data' in answer : answer.ok === false && 'error' in answer;
}
