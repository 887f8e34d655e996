// What the actions have in common that send messages out of Confluence: where to, signed, and once as far as the
// receiver allows. It must not know what a message says.

import * as v from 'valibot';
import { FailureError } from '../failure';
import { RULE_LIMITS } from '../rules/rule';
import { err, ok } from '../result';
import { CONNECTION_NAME, isWebhookAddress, originOf } from '../webhooks/webhook-address';
import { signatureHeaders } from '../webhooks/sign-webhook';
import { badParameter } from './parameters';
import { render } from './render';
import type { Failure } from '../failure';
import type { JsonValue } from '../json';
import type { Result } from '../result';
import type { PerformContext, PlanContext } from './action';
import type { ActionField } from './form';

/** Receivers take no more; Slack and Teams much less. */
const MAX_BODY_LENGTH = 100_000;

export const TO_FIELD: ActionField = {
  name: 'to',
  label: 'To',
  help: 'The name of a connection that an admin has made in the settings, or an address that begins with https://. An admin must have allowed the app to reach its domain.',
  required: true,
  input: { type: 'text', template: true },
  initial: '',
};

/** The name of a connection, or an https address whose path and query may have placeholders. */
export const ToSchema = v.pipe(
  v.string(),
  v.nonEmpty('expected a connection or an address, got an empty text'),
  v.maxLength(RULE_LIMITS.MAX_TEXT_LENGTH),
  v.check(
    (text) => CONNECTION_NAME.test(text) || isWebhookAddress(text),
    'expected the name of a connection, such as team-chat, or an address that begins with https://',
  ),
);

export const MessageSchema = v.object({ to: v.string(), body: v.string(), effectKey: v.string() });
export type Message = v.InferOutput<typeof MessageSchema>;

/** A message with this body, ready to be stored. */
export function planMessage(to: string, body: JsonValue, context: PlanContext): Result<Message, Failure> {
  const target = render('to', to, { escape: encodeURIComponent }, context);
  if (!target.ok) return target;
  const text = JSON.stringify(body);
  if (text.length > MAX_BODY_LENGTH) {
    return err(badParameter('the message', `it is longer than ${MAX_BODY_LENGTH} characters`));
  }
  return ok({ to: target.value, body: text, effectKey: context.effectKey });
}

/** Sends it; the receiver is told the effect key, and who sends where the connection has a secret. */
export async function sendMessage(
  { to, body, effectKey }: Message,
  { webhooks, clock, begin }: PerformContext,
): Promise<void> {
  const connection = CONNECTION_NAME.test(to) ? await webhooks.connection(to) : { url: to };
  if (connection === undefined) {
    const message = `Failed to post to the connection "${to}": there is none of this name. Add it in the settings.`;
    throw new FailureError({ kind: 'bad-request', message, retryable: false });
  }
  const secret = 'secret' in connection ? connection.secret : undefined;
  begin();
  await webhooks.post({
    url: connection.url,
    body,
    headers: {
      'Idempotency-Key': effectKey,
      ...(secret === undefined ? {} : signatureHeaders(secret, effectKey, clock.nowMs(), body)),
    },
    purpose: `post to ${targetName(to)}`,
  });
}

/**
 * For receivers that read no key: an attempt of which nothing was heard may have arrived, and is not repeated. One that
 * the receiver itself refused has not. Answers what was done.
 */
export async function sendOnceAtMost(message: Message, context: PerformContext): Promise<string> {
  const refused = context.lastFailure?.status !== undefined;
  if (context.uncertain && !refused) {
    return `No answer came from ${targetName(message.to)} to an earlier attempt. It may have arrived, so it was not sent again.`;
  }
  await sendMessage(message, context);
  return `Posted to ${targetName(message.to)}.`;
}

/** `the connection "crm"`, `https://hooks.example.com`; never a path, which may be a secret. */
export function targetName(to: string): string {
  return CONNECTION_NAME.test(to) ? `the connection "${to}"` : (originOf(to) ?? 'an address');
}
