// The one function that makes product requests: as whom, which route, and what a refusal means.
// It must not know any endpoint; see labels.ts, comments.ts, users.ts.

import { asApp, asUser, NeedsAuthenticationError, ProxyRequestError } from '@forge/api';
import { FailureError } from '../../core/failure';
import { failureOfAnswer, failureOfNoAnswer } from '../../core/http/failure-of-answer';
import { redactedPath } from '../../core/http/exchange';
import { clock } from '../clock';
import { noting } from '../exchange-log';
import { hearQuota } from './quota';
import type { Response, Route } from '@forge/api';
import type { Actor } from '../../core/ports';

export interface ProductRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: Route;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** What is being done, for the error: `add labels to page 12`. */
  readonly purpose: string;
}

/** Makes the request and returns the answer when it is 2xx; throws a `FailureError` otherwise. */
export async function requestAs(actor: Actor, request: ProductRequest): Promise<Response> {
  const api = actor.kind === 'app' ? asApp() : asUser(actor.accountId);
  const asked = { method: request.method, path: redactedPath(request.path.value) };
  const response = await send(
    () =>
      noting(asked, () =>
        api.requestConfluence(request.path, {
          method: request.method,
          headers: {
            Accept: 'application/json',
            ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
            ...request.headers,
          },
          ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
        }),
      ),
    actor,
    request.purpose,
  );
  hearQuota(response.headers);
  if (response.ok) return response;
  const who = actor.kind === 'app' ? 'the app' : `user ${actor.accountId}`;
  const { status, headers } = response;
  const refused = { status, headers, text: await response.text() };
  throw new FailureError(failureOfAnswer(refused, { purpose: request.purpose, who }, clock.nowMs()));
}

async function send(call: () => Promise<Response>, actor: Actor, purpose: string): Promise<Response> {
  try {
    return await call();
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    if (
      actor.kind === 'user' &&
      (error instanceof NeedsAuthenticationError || error instanceof ProxyRequestError)
    ) {
      const message = `Failed to ${purpose}: Forge cannot act as the user ${actor.accountId} (${cause}). Check that the account is active and may use the app.`;
      throw new FailureError({ kind: 'identity', message, retryable: false }, { cause: error });
    }
    throw new FailureError(failureOfNoAnswer(cause, { purpose }), { cause: error });
  }
}
