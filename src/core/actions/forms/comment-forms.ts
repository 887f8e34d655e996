// The forms of the kinds that write or settle comments.

import type { ActionField, Forms } from '../form';

/** A text in storage format that people will read. */
function bodyField(label: string): ActionField {
  return {
    name: 'body',
    label,
    help: 'Confluence storage format (HTML-like). Placeholders such as {{content.title}}, {{space.name}} and {{mention actor}} are filled in from the event.',
    required: true,
    input: { type: 'long-text', template: true, storage: true, rows: 4 },
    initial: '',
  };
}

export const COMMENT_FORMS: Forms<
  'comment.add' | 'comment.reply' | 'comment.inline' | 'comment.resolve' | 'notify.mention'
> = {
  'comment.add': {
    kind: 'comment.add',
    label: 'Add a comment',
    group: 'Comments',
    summary: 'Writes a comment below the page or blog post, once for each event.',
    fields: [bodyField('Comment')],
    example: { body: '<p>Thank you for "{{content.title}}", {{mention actor}}.</p>' },
  },
  'comment.reply': {
    kind: 'comment.reply',
    label: 'Reply to the comment',
    group: 'Comments',
    summary: 'Answers the comment that the event is about, once for each event.',
    fields: [bodyField('Reply')],
    example: { body: '<p>{{mention actor}}, somebody will look at it today.</p>' },
  },
  'comment.inline': {
    kind: 'comment.inline',
    label: 'Comment on a passage',
    group: 'Comments',
    summary: 'Comments on the first place where a passage stands in the text. Fails when it is not there.',
    fields: [
      {
        name: 'passage',
        label: 'Passage',
        help: 'Exactly as it stands in the page, within one paragraph.',
        required: true,
        input: { type: 'text', template: true },
        initial: '',
      },
      bodyField('Comment'),
    ],
    example: { passage: 'TBD', body: '<p>{{mention actor}}, this is still open.</p>' },
  },
  'comment.resolve': {
    kind: 'comment.resolve',
    label: 'Resolve the comment',
    group: 'Comments',
    summary:
      'Resolves the comment on a passage that the event is about. Comments below the page have no such state.',
    fields: [],
    example: {},
  },
  'notify.mention': {
    kind: 'notify.mention',
    label: 'Mention people',
    group: 'Comments',
    summary: 'Writes a comment that mentions people, so that Confluence notifies them.',
    fields: [
      bodyField('Message'),
      {
        name: 'users',
        label: 'Account ids',
        help: 'Separate several with commas, for example {{actor.accountId}}.',
        input: { type: 'list', template: true },
      },
      {
        name: 'groups',
        label: 'Groups',
        help: 'Names of groups whose members are mentioned.',
        input: { type: 'list', template: true },
      },
      { name: 'author', label: 'The author', input: { type: 'flag' } },
      { name: 'watchers', label: 'The watchers', input: { type: 'flag' } },
      {
        name: 'max',
        label: 'At most',
        help: 'No more people than this are mentioned: 20 unless you say otherwise.',
        input: { type: 'number', min: 1, max: 50 },
      },
    ],
    example: { groups: ['writers'], author: true, body: '<p>Please review "{{content.title}}".</p>' },
  },
};
