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
import type { Asked } from '../../core/http/failure-of-answer';
import type { Actor } from '../../core/ports';

/** As whom a request is made: an identity of an action, or whoever called the resolver. */
type Asker = Actor | { readonly kind: 'caller' };

export interface ProductRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: Route;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** What is being done, for the error: `add labels to page 12`. */
  readonly purpose: string;
}

/** Makes the request and returns the answer when it is 2xx; throws a `FailureError` otherwise. */
export async function requestAs(asker: Asker, request: ProductRequest): Promise<Response> {
  const { api, who } = speaking(asker);
  const asked = { purpose: request.purpose, who, awaited: asker.kind === 'caller' };
  const noted = { method: request.method, path: redactedPath(request.path.value) };
  const response = await send(
    () =>
      noting(noted, () =>
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
    asker,
    asked,
  );
  hearQuota(response.headers);
  if (response.ok) return response;
  const { status, headers } = response;
  const refused = { status, headers, text: await response.text() };
  throw new FailureError(failureOfAnswer(refused, asked, clock.nowMs()));
}

/** The interface that speaks as the asker, and the asker in words. */
function speaking(asker: Asker) {
  switch (asker.kind) {
    case 'app':
      return { api: asApp(), who: 'the app' };
    case 'user':
      return { api: asUser(asker.accountId), who: `user ${asker.accountId}` };
    case 'caller':
      return { api: asUser(), who: 'you' };
  }
}

async function send(call: () => Promise<Response>, asker: Asker, asked: Asked): Promise<Response> {
  try {
    return await call();
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    if (
      asker.kind === 'user' &&
      (error instanceof NeedsAuthenticationError || error instanceof ProxyRequestError)
    ) {
      const message = `Failed to ${asked.purpose}: Forge cannot act as the user ${asker.accountId} (${cause}). Check that the account is active and may use the app.`;
      throw new FailureError({ kind: 'identity', message, retryable: false }, { cause: error });
    }
    throw new FailureError(failureOfNoAnswer(cause, asked), { cause: error });
  }
}
