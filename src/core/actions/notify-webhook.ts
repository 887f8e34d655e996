// notify.webhook: posts JSON to an address outside Confluence. Keyed: the receiver is told the effect key and drops what
// it has seen.

import * as v from 'valibot';
import { defineAction } from './action';
import { MessageSchema, planMessage, sendMessage, targetName, ToSchema, TO_FIELD } from './outgoing';
import { renderJson } from './render-json';
import type { JsonObject, JsonValue } from '../json';
import type { PlanContext } from './action';

export const notifyWebhook = defineAction({
  kind: 'notify.webhook',
  once: 'keyed',
  appliesTo: ['any'],
  reads: [],
  writes: [],
  scopes: [],
  points: 0,
  impersonal: true,
  form: {
    label: 'Call a webhook',
    group: 'Outside Confluence',
    summary:
      'Posts JSON to an address outside Confluence, with an Idempotency-Key, and signed where the connection has a secret.',
    fields: [
      TO_FIELD,
      {
        name: 'data',
        label: 'Data',
        help: 'Any JSON; placeholders in its texts are filled in. Without it: the event, what it is about, the space and who caused it.',
        input: { type: 'json' },
      },
    ],
    example: { to: 'crm', data: { page: '{{content.id}}', title: '{{content.title}}' } },
  },
  parameters: v.strictObject({
    to: ToSchema,
    /** Any JSON; texts in it may have placeholders. Absent: what the event is about. */
    data: v.optional(v.any()),
  }),
  effect: MessageSchema,
  plan({ to, data }, context) {
    const given = data as JsonValue | undefined;
    const body = given === undefined ? undefined : renderJson(given, 'data', context);
    if (body?.ok === false) return { kind: 'fail', failure: body.error };
    const message = planMessage(to, body?.value ?? aboutEvent(context), context);
    return message.ok ? { kind: 'effect', effect: message.value } : { kind: 'fail', failure: message.error };
  },
  async perform(message, context) {
    await sendMessage(message, context);
    return `Posted to ${targetName(message.to)}.`;
  },
  preview: ({ to, body }) => `post to ${targetName(to)}: ${body}`,
});

/** Enough for a receiver to look up the rest. */
function aboutEvent({ facts, subject, effectKey }: PlanContext): JsonObject {
  const { event, actor, space } = facts;
  return {
    id: effectKey,
    ...(event === undefined ? {} : { event }),
    subject: { ...subject },
    ...(space === undefined ? {} : { space }),
    ...(actor === undefined ? {} : { actor }),
  };
}
