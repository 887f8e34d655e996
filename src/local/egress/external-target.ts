// Requests to addresses outside Atlassian: refused where nobody has allowed the address, else sent for real.
// It must not hold anything back from the answer.

import { brokenConnection } from '../runtime/fetch/answer';
import type { AppAnswer, AppRequest } from '../runtime/protocol';
import type { RequestHandler } from '../runtime/fetch/route-fetch';
import type { Egress } from './egress';

/** The code of Forge's refusal; the container makes its error of it. [@forge/api out/api/errors.js] */
const NOT_ALLOWED = 'REQUEST_EGRESS_ALLOWLIST_ERR';

/** `send` answers what may be sent; undefined where nothing stands in for the outside. */
export function createExternalTarget(
  egress: Egress,
  send: RequestHandler | undefined,
): (...call: Parameters<RequestHandler>) => Promise<AppAnswer | undefined> {
  return async (request, requester) => {
    if (!egress.covers(request.path)) return { kind: 'failed', code: NOT_ALLOWED, message: request.path };
    return send?.(request, requester);
  };
}

/** Sends the request over this machine's network. */
export async function sendOutside({ path, method, headers, body }: AppRequest): Promise<AppAnswer> {
  try {
    const response = await fetch(path, {
      method,
      headers: headers.map(([name, value]): [string, string] => [name, value]),
      redirect: 'manual',
      ...(body === undefined ? {} : { body: body as BodyInit }),
    });
    return {
      kind: 'answered',
      status: response.status,
      headers: [...response.headers],
      body: await response.text(),
    };
  } catch (error) {
    return brokenConnection(error instanceof Error ? error.message : String(error));
  }
}
