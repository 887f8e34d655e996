// Requests to addresses outside Atlassian, which an admin has allowed the app to reach. The only place that makes them.

import { fetch } from '@forge/api';
import { FailureError } from '../core/failure';
import { failureOfAnswer, failureOfNoAnswer } from '../core/http/failure-of-answer';
import { redactedUrl } from '../core/http/exchange';
import { clock } from './clock';
import { noting } from './exchange-log';
import { connectionStore } from './kvs/connection-store';
import type { WebhookRequest, Webhooks } from '../core/outgoing-ports';

/** A receiver that takes longer would use up the invocation; 25 seconds are all there is. */
const TIMEOUT_MS = 10_000;

/** What Forge calls its refusal of an address. [@forge/api out/api/errors.js] */
const NOT_ALLOWED = 'REQUEST_EGRESS_ALLOWLIST_ERR';

export const webhooks: Webhooks = {
  connection: (name) => connectionStore.get(name),

  async post(request) {
    const shown = { method: 'POST', path: redactedUrl(request.url) };
    const response = await noting(shown, () => send(request));
    if (response.ok) return;
    const { status, headers } = response;
    const refused = { status, headers, text: await response.text() };
    const asked = { purpose: request.purpose, server: 'the receiver' };
    throw new FailureError(failureOfAnswer(refused, asked, clock.nowMs()));
  },
};

async function send({
  url,
  headers,
  body,
  purpose,
}: WebhookRequest): Promise<Awaited<ReturnType<typeof fetch>>> {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body,
      // A receiver that has moved says so to an admin, not to wherever it points.
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    if (error instanceof Error && error.name === NOT_ALLOWED) {
      const message = `Failed to ${purpose}: the app is not allowed to reach this address. An admin can allow it in the settings.`;
      throw new FailureError({ kind: 'forbidden', message, retryable: false }, { cause: error });
    }
    throw new FailureError(failureOfNoAnswer(wordsOf(error), { purpose }), { cause: error });
  }
}

/** The cause without the address, which may hold a secret. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
  return code ?? error.name;
}
