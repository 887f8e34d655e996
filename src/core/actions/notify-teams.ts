// notify.teams: a message in a Microsoft Teams channel through the webhook of a workflow, as an Adaptive Card. Teams
// reads no key, so an attempt that may have arrived is not repeated.

import * as v from 'valibot';
import { isJsonObject } from '../json';
import { defineAction } from './action';
import { MessageSchema, planMessage, sendOnceAtMost, targetName, ToSchema, TO_FIELD } from './outgoing';
import { badParameter, OptionalTemplateSchema, templateSchema } from './parameters';
import { render } from './render';
import type { JsonObject } from '../json';

/** Teams refuses messages of more than 28 KB. [learn.microsoft.com, limits of incoming webhooks] */
const MAX_MESSAGE_LENGTH = 28_000;

export const notifyTeams = defineAction({
  kind: 'notify.teams',
  once: 'keyed',
  appliesTo: ['any'],
  reads: [],
  writes: [],
  scopes: [],
  points: 0,
  impersonal: true,
  form: {
    label: 'Post to Microsoft Teams',
    group: 'Outside Confluence',
    summary:
      'Posts a card to a Teams channel through the webhook of a workflow. Teams cannot tell a repeated message, so one that may have arrived is not sent again.',
    fields: [
      TO_FIELD,
      { name: 'title', label: 'Title', input: { type: 'text', template: true } },
      {
        name: 'text',
        label: 'Message',
        help: 'Markdown: **bold**, [a link](https://example.com). What placeholders put in stays plain text.',
        required: true,
        input: { type: 'long-text', template: true, rows: 3 },
        initial: '',
      },
    ],
    example: { to: 'team-channel', title: 'A new page', text: '{{content.title}} in {{space.name}}' },
  },
  parameters: v.strictObject({
    to: ToSchema,
    title: OptionalTemplateSchema,
    /** Markdown as Adaptive Cards have it, with placeholders. */
    text: templateSchema('what to say'),
  }),
  effect: MessageSchema,
  plan({ to, title, text }, context) {
    const heading = render('title', title, { escape: escapeMarkdown }, context);
    if (!heading.ok) return { kind: 'fail', failure: heading.error };
    const rendered = render('text', text, { escape: escapeMarkdown }, context);
    if (!rendered.ok) return { kind: 'fail', failure: rendered.error };
    const message = planMessage(to, card(heading.value.trim(), rendered.value), context);
    if (!message.ok) return { kind: 'fail', failure: message.error };
    if (message.value.body.length > MAX_MESSAGE_LENGTH) {
      const cause = `Teams takes at most ${MAX_MESSAGE_LENGTH} characters`;
      return { kind: 'fail', failure: badParameter('text', cause) };
    }
    return { kind: 'effect', effect: message.value };
  },
  perform: sendOnceAtMost,
  preview: ({ to, body }) => `post to Teams over ${targetName(to)}: ${textsIn(JSON.parse(body)).join(' – ')}`,
});

function card(title: string, text: string): JsonObject {
  const heading = { type: 'TextBlock', text: title, weight: 'bolder', size: 'medium', wrap: true };
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          body: [...(title === '' ? [] : [heading]), { type: 'TextBlock', text, wrap: true }],
        },
      },
    ],
  };
}

/** What a page says stays plain text: no links, no emphasis. */
function escapeMarkdown(value: string): string {
  return value.replace(/[\\`*_[\]~]/g, '\\$&');
}

/** The texts of a card, in order. */
function textsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    key === 'text' && typeof item === 'string' ? [item] : textsIn(item),
  );
}
