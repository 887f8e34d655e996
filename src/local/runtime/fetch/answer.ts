// Ways to answer a request of the app. It must not decide which one is right.

import type { AppAnswer } from '../protocol';

/** A JSON answer. */
export function jsonAnswer(status: number, body: unknown): AppAnswer {
  return {
    kind: 'answered',
    status,
    headers: [['content-type', 'application/json']],
    body: JSON.stringify(body),
  };
}

/**
 * An answer of Forge's own proxy, which `@forge/api` turns into a ProxyRequestError (or, for
 * `NEEDS_AUTHENTICATION_ERR`, into a NeedsAuthenticationError). [@forge/api out/api/fetch.js]
 */
export function proxyError(status: number, code: string, message: string): AppAnswer {
  return {
    kind: 'answered',
    status,
    headers: [
      ['content-type', 'application/json'],
      ['forge-proxy-error', code],
    ],
    body: JSON.stringify({ code, message }),
  };
}

/** A connection that broke: the app's fetch rejects. */
export function brokenConnection(message: string): AppAnswer {
  return { kind: 'failed', message, code: 'ECONNRESET' };
}
