// The one function that makes product requests: as whom, which route, and what a refusal means.
// It must not know any endpoint; see labels.ts, comments.ts, users.ts.

import { asApp, asUser, NeedsAuthenticationError, ProxyRequestError } from '@forge/api';
import { FailureError, RETRYABLE } from '../../core/failure';
import type { Response, Route } from '@forge/api';
import type { Failure, FailureKind } from '../../core/failure';
import type { Actor } from '../../core/ports';

export interface ProductRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: Route;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** What is being done, for the error: `add labels to page 12`. */
  readonly purpose: string;
}

/** Longest part of an answer that is quoted in an error. */
const MAX_QUOTED_ANSWER = 300;

/** Makes the request and returns the answer when it is 2xx; throws a `FailureError` otherwise. */
export async function requestAs(actor: Actor, request: ProductRequest): Promise<Response> {
  const api = actor.kind === 'app' ? asApp() : asUser(actor.accountId);
  const response = await send(
    () =>
      api.requestConfluence(request.path, {
        method: request.method,
        headers: {
          Accept: 'application/json',
          ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...request.headers,
        },
        ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      }),
    actor,
    request.purpose,
  );
  if (response.ok) return response;
  throw new FailureError(await toFailure(response, actor, request.purpose));
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
    const message = `Failed to ${purpose}: no answer arrived (${cause}).`;
    throw new FailureError({ kind: 'network', message, retryable: true }, { cause: error });
  }
}

async function toFailure(response: Response, actor: Actor, purpose: string): Promise<Failure> {
  const kind = kindOf(response.status);
  const who = actor.kind === 'app' ? 'the app' : `user ${actor.accountId}`;
  const answer = (await response.text()).replace(/\s+/g, ' ').slice(0, MAX_QUOTED_ANSWER);
  const retryAfterSeconds = parseRetryAfter(response.headers.get('Retry-After'));
  return {
    kind,
    message: `Failed to ${purpose}: Confluence answered ${response.status} to ${who}${answer === '' ? '' : `: ${answer}`}. ${ADVICE[kind]}`,
    retryable: RETRYABLE[kind],
    status: response.status,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  };
}

/** What each kind of refusal asks of the admin. */
const ADVICE: { readonly [K in FailureKind]: string } = {
  'rate-limited': 'It is tried again later.',
  'server-error': 'It is tried again later.',
  network: 'It is tried again later.',
  conflict: 'It is tried again with the newest version.',
  'not-found': 'It may have been deleted, or be restricted.',
  forbidden: 'Check the permissions and restrictions.',
  'bad-request': 'Check the parameters of the action.',
  identity: 'Check the identity of the action.',
  template: 'Check the template of the action.',
  platform: 'It is tried again later.',
};

function kindOf(status: number): FailureKind {
  if (status === 429) return 'rate-limited';
  if (status >= 500) return 'server-error';
  if (status === 409) return 'conflict';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 401 || status === 403) return 'forbidden';
  return 'bad-request';
}

/** Seconds of a Retry-After header; a date or anything else is left to the policy. */
function parseRetryAfter(header: string | null): number | undefined {
  if (header === null || !/^\d+$/.test(header.trim())) return undefined;
  return Number(header.trim());
}
