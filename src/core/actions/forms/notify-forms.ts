// The forms of the kinds that tell somebody outside Confluence.

import type { ActionField, Forms } from '../form';

const TO_FIELD: ActionField = {
  name: 'to',
  label: 'To',
  help: 'The name of a connection that an admin has made in the settings, or an address that begins with https://. An admin must have allowed the app to reach its domain.',
  required: true,
  input: { type: 'text', template: true },
  initial: '',
};

export const NOTIFY_FORMS: Forms<'notify.webhook' | 'notify.slack' | 'notify.teams'> = {
  'notify.webhook': {
    kind: 'notify.webhook',
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
  'notify.slack': {
    kind: 'notify.slack',
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
  'notify.teams': {
    kind: 'notify.teams',
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
};
