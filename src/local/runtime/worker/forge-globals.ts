// Installs the two globals that the `@forge/*` packages read: `__forge_runtime__`, which each invocation sees its
// own of, and `__forge_fetch__`, which hands the request to the host. It must not know who answers.

import { AsyncLocalStorage } from 'node:async_hooks';
import { toAppRequest } from './app-request';
import type { AppAnswer, FetchTarget, FromContainer } from '../protocol';
import type { InvocationScope } from './invocation-scope';

export interface ForgeGlobals {
  readonly scope: AsyncLocalStorage<InvocationScope>;
  /** Gives the app the answer to one of its requests. */
  answer(request: number, answer: AppAnswer): void;
  /** Sends a request to an address outside Atlassian. */
  fetchExternal(url: string, init: RequestInit | undefined): Promise<Response>;
}

/** Statuses whose Response may have no body. */
const BODILESS: readonly number[] = [101, 204, 205, 304];

export function installForgeGlobals(options: {
  readonly post: (message: FromContainer) => void;
  readonly hostNow: () => number;
}): ForgeGlobals {
  const scope = new AsyncLocalStorage<InvocationScope>();
  const waiting = new Map<number, (answer: AppAnswer) => void>();
  let lastRequest = 0;

  async function send(target: FetchTarget, path: string, init: RequestInit | undefined): Promise<Response> {
    const invocation = scope.getStore();
    if (invocation === undefined) throw new Error('Forge runtime not found.');
    if (invocation.ended) {
      throw fetchFailed(
        'the invocation had ended. Await every promise before the handler returns',
        'ECONNABORTED',
      );
    }
    const content = await toAppRequest(target, path, init);
    const request = ++lastRequest;
    const answer = await new Promise<AppAnswer>((resolve, reject) => {
      const signal = init?.signal;
      signal?.throwIfAborted();
      signal?.addEventListener('abort', () => {
        waiting.delete(request);
        reject(signal.reason as Error);
      });
      waiting.set(request, resolve);
      options.post({ kind: 'request', invocation: invocation.invocation, request, content });
    });
    return toResponse(answer);
  }

  const metrics = {
    counter: () => ({ incr: () => undefined, decr: () => undefined }),
    timing: () => ({ measure: () => ({ stop: () => undefined }) }),
  };
  Object.defineProperty(globalThis, '__forge_runtime__', {
    configurable: true,
    get: () => {
      const runtime = scope.getStore()?.runtime;
      if (runtime === undefined) return undefined;
      return {
        appContext: runtime.appContext,
        contextAri: runtime.contextAri,
        ...(runtime.aaid === undefined ? {} : { aaid: runtime.aaid }),
        lambdaContext: {
          getRemainingTimeInMillis: () => Math.max(0, runtime.deadlineMs - options.hostNow()),
        },
        tracing: { traceId: runtime.traceId, spanId: runtime.traceId.slice(0, 16) },
        externalAuth: [],
        metrics,
      };
    },
  });
  Object.defineProperty(globalThis, '__forge_fetch__', { configurable: true, value: send });

  return {
    scope,
    answer(request, answer) {
      waiting.get(request)?.(answer);
      waiting.delete(request);
    },
    fetchExternal: (url, init) => send({ type: 'external' }, url, init),
  };
}

function toResponse(answer: AppAnswer): Response {
  if (answer.kind === 'failed') throw fetchFailed(answer.message, answer.code);
  const body = BODILESS.includes(answer.status) ? null : (answer.body ?? '');
  return new Response(body as BodyInit | null, {
    status: answer.status,
    headers: answer.headers.map(([name, value]): [string, string] => [name, value]),
  });
}

/** What undici's fetch throws when the connection fails. */
function fetchFailed(message: string, code: string): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(message), { code }) });
}
