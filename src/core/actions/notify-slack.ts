// notify.slack: a message in a Slack channel through an incoming webhook. Slack reads no key, so an attempt that may
// have arrived is not repeated.

import * as v from 'valibot';
import { defineAction } from './action';
import { MessageSchema, planMessage, sendOnceAtMost, targetName, ToSchema, TO_FIELD } from './outgoing';
import { badParameter, templateSchema } from './parameters';
import { render } from './render';

/** Slack cuts longer texts. [api.slack.com/methods/chat.postMessage] */
const MAX_TEXT_LENGTH = 40_000;

export const notifySlack = defineAction({
  kind: 'notify.slack',
  once: 'keyed',
  appliesTo: ['any'],
  reads: [],
  writes: [],
  scopes: [],
  points: 0,
  impersonal: true,
  form: {
    label: 'Post to Slack',
    group: 'Outside Confluence',
    summary:
      'Posts a message to a Slack channel through an incoming webhook. Slack cannot tell a repeated message, so one that may have arrived is not sent again.',
    fields: [
      TO_FIELD,
      {
        name: 'text',
        label: 'Message',
        help: "In Slack's own markup: *bold*, <https://example.com|a link>. What placeholders put in stays plain text.",
        required: true,
        input: { type: 'long-text', template: true, rows: 3 },
        initial: '',
      },
    ],
    example: { to: 'team-chat', text: '*{{content.title}}* is new in {{space.name}}' },
  },
  parameters: v.strictObject({
    to: ToSchema,
    /** Slack's mrkdwn, with placeholders. */
    text: templateSchema('what to say'),
  }),
  effect: MessageSchema,
  plan({ to, text }, context) {
    const rendered = render('text', text, { escape: escapeMrkdwn }, context);
    if (!rendered.ok) return { kind: 'fail', failure: rendered.error };
    if (rendered.value.length > MAX_TEXT_LENGTH) {
      const cause = `Slack takes at most ${MAX_TEXT_LENGTH} characters`;
      return { kind: 'fail', failure: badParameter('text', cause) };
    }
    const message = planMessage(to, { text: rendered.value }, context);
    return message.ok ? { kind: 'effect', effect: message.value } : { kind: 'fail', failure: message.error };
  },
  perform: sendOnceAtMost,
  preview: ({ to, body }) => `post to Slack over ${targetName(to)}: ${textOf(body)}`,
});

/** What a page says cannot mention a channel or disguise a link. [api.slack.com/reference/surfaces/formatting] */
function escapeMrkdwn(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function textOf(body: string): string {
  return (JSON.parse(body) as { readonly text: string }).text;
}
