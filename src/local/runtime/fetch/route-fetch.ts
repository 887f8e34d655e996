// Sends each request of the app to the service that stands in for its target. What no service answers is refused
// with 501 and remembered, never silently accepted.

import { brokenConnection, jsonAnswer } from './answer';
import type { AppAnswer, AppRequest } from '../protocol';
import type { InvocationCall } from '../invocation';
import type { KvsService } from '../../services';
import type { UnemulatedLog } from './unemulated';

/** The invocation that makes a request. */
export interface Requester {
  readonly call: InvocationCall;
  readonly invocationId: string;
  /** The first invocation of the chain that the queue made; itself if it is the first. */
  readonly originId: string;
}

export type RequestHandler = (request: AppRequest, requester: Requester) => Promise<AppAnswer>;

/** Who answers; an absent one is not emulated. */
export interface FetchTargets {
  readonly kvs?: KvsService;
  readonly confluence?: RequestHandler;
  readonly stargate?: RequestHandler;
  /** Addresses outside Atlassian; undefined for one that may be reached and is not emulated. */
  readonly external?: (...call: Parameters<RequestHandler>) => Promise<AppAnswer | undefined>;
}

export function createFetchRouter(targets: FetchTargets, unemulated: UnemulatedLog): RequestHandler {
  async function route(request: AppRequest, requester: Requester): Promise<AppAnswer | undefined> {
    const { type, remote } = request.target;
    if (type === 'kvs') return targets.kvs && askKvs(targets.kvs, request);
    if (type === 'external') return targets.external?.(request, requester);
    if (type !== 'fpp') return undefined;
    if (remote === 'confluence') return targets.confluence?.(request, requester);
    if (remote === 'stargate') return targets.stargate?.(request, requester);
    return undefined;
  }

  return async (request, requester) => {
    try {
      const answer = await route(request, requester);
      if (answer !== undefined) return answer;
    } catch (error) {
      // Faults break connections on purpose; anything else is a bug of the host, and looks the same to the app.
      if (!isBrokenConnection(error))
        console.error(`Failed to answer ${request.method} ${request.path}:`, error);
      return brokenConnection(error instanceof Error ? error.message : String(error));
    }
    const target = request.target.remote ?? request.target.type ?? 'unknown';
    unemulated.add(target, request.method, request.path);
    return jsonAnswer(501, { message: `Not emulated: ${request.method} ${request.path} (${target})` });
  };
}

function isBrokenConnection(error: unknown): boolean {
  return error instanceof Error && (error.name === 'ConnectionLostError' || error.message === 'fetch failed');
}

async function askKvs(kvs: KvsService, request: AppRequest): Promise<AppAnswer> {
  const text = typeof request.body === 'string' ? request.body : '';
  const { status, body, headers } = await kvs.handle(request.path, text);
  return {
    kind: 'answered',
    status,
    headers: Object.entries({ 'content-type': 'application/json', ...headers }),
    body,
  };
}
