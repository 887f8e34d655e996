// The events of comments, footer and inline.

import type { JsonObject } from '../../json';
import type { BesideEvent, CatalogueEvent } from './catalogue-event';
import {
  authoredFields,
  commonFields,
  containerFields,
  field,
  notificationFields,
  spaceFields,
  updateTriggerFields,
} from './fields';
import { sampleContainer, sampleContent, sampleHistory, samplePayload } from './samples';
import { CONTENT_SUMMARY } from './scopes';

export const COMMENT_EVENTS: readonly CatalogueEvent[] = [
  commentEvent({
    action: 'created',
    name: 'Comment added',
    when: 'Somebody commented on a page, blog post or live doc, or replied to a comment.',
  }),
  commentEvent({
    action: 'updated',
    name: 'Comment edited',
    when: 'A comment was edited.',
    hasUpdateTrigger: true,
  }),
  commentEvent({
    action: 'liked',
    name: 'Comment liked',
    when: 'Somebody liked a comment.',
    beside: [{ event: 'avi:confluence:created:relation', when: 'for the relation named `like`' }],
  }),
  commentEvent({ action: 'deleted', name: 'Comment deleted', when: 'A comment was deleted.' }),
  commentEvent({
    action: 'permissions_updated',
    name: 'Comment restrictions changed',
    when: 'The restrictions that apply to a comment were changed.',
  }),
];

function commentEvent(event: {
  readonly action: string;
  readonly name: string;
  readonly when: string;
  readonly hasUpdateTrigger?: boolean;
  readonly beside?: readonly BesideEvent[];
}): CatalogueEvent {
  const id = `avi:confluence:${event.action}:comment`;
  return {
    id,
    spellings: [],
    name: event.name,
    when: event.when,
    group: 'Comments',
    subject: 'comment',
    scopes: [CONTENT_SUMMARY],
    fields: [
      ...commonFields({ actor: true }),
      ...spaceFields('space'),
      ...notificationFields(),
      ...(event.hasUpdateTrigger === true ? updateTriggerFields() : []),
      ...authoredFields('content', 'the comment', ['comment']),
      field(
        'content.ancestors',
        'list',
        'the comments that this one replies to, newest first; empty for a first comment',
      ),
      field('content.ancestors[].id', 'string', 'id of the comment'),
      field('content.ancestors[].title', 'string', 'title of the comment'),
      ...containerFields('content.container'),
      field('content.extensions.location', 'string', '`footer` or `inline`', ['footer', 'inline']),
    ],
    beside: event.beside ?? [],
    example: {
      condition: { '==': [{ var: 'content.extensions.location' }, 'inline'] },
      meaning: 'the comment is an inline comment',
    },
    sample: samplePayload(id, { suppressNotifications: false, content: sampleComment() }),
    noisy: false,
  };
}

function sampleComment(): JsonObject {
  return sampleContent('comment', {
    id: '838205455',
    title: 'Re: A brand new page',
    ancestors: [
      {
        id: '838205415',
        type: 'comment',
        status: 'current',
        title: 'Re: A brand new page',
        history: sampleHistory(),
      },
    ],
    container: sampleContainer(),
    extensions: { location: 'footer' },
  });
}
