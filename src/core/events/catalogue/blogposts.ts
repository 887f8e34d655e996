// The events of blog posts.

import type { CatalogueEvent } from './catalogue-event';
import { BY_ANOTHER_EXAMPLE, IN_SPACE_EXAMPLE, contentEvent } from './content-events';
import type { ContentFamily } from './content-events';
import { sampleVersion } from './samples';
import { CONTENT_WRITE } from './scopes';

const FAMILY: ContentFamily = {
  group: 'Blog posts',
  subject: 'blogpost',
  what: 'the blog post',
  title: 'News of the week',
};

export const BLOGPOST_EVENTS: readonly CatalogueEvent[] = [
  contentEvent(FAMILY, {
    action: 'created',
    name: 'Blog post created',
    when: 'A blog post was published for the first time.',
    beside: [{ event: 'avi:confluence:added:label', when: 'for each label that the new blog post has' }],
  }),
  contentEvent(FAMILY, {
    action: 'updated',
    name: 'Blog post updated',
    when: 'A new version of a blog post was published.',
    content: { version: sampleVersion(2) },
    hasUpdateTrigger: true,
    payload: { updateTrigger: 'edit_page' },
  }),
  contentEvent(FAMILY, {
    action: 'liked',
    name: 'Blog post liked',
    when: 'Somebody liked a blog post.',
    beside: [{ event: 'avi:confluence:created:relation', when: 'for the relation named `like`' }],
    example: BY_ANOTHER_EXAMPLE,
  }),
  contentEvent(FAMILY, {
    action: 'viewed',
    name: 'Blog post viewed',
    when: 'Somebody opened a blog post. Fires very often.',
    noisy: true,
    example: IN_SPACE_EXAMPLE,
  }),
  contentEvent(FAMILY, {
    action: 'permissions_updated',
    name: 'Blog post restrictions changed',
    when: 'The view or edit restrictions of a blog post were changed.',
    example: IN_SPACE_EXAMPLE,
  }),
  contentEvent(FAMILY, {
    action: 'trashed',
    name: 'Blog post deleted (to trash)',
    when: 'A blog post was put into the trash.',
    moreScopes: [CONTENT_WRITE],
    content: { status: 'trashed' },
    example: BY_ANOTHER_EXAMPLE,
  }),
  contentEvent(FAMILY, {
    action: 'restored',
    name: 'Blog post restored',
    when: 'A blog post was brought back from the trash.',
    example: IN_SPACE_EXAMPLE,
  }),
  contentEvent(FAMILY, {
    action: 'deleted',
    name: 'Blog post deleted for good',
    when: 'A blog post was removed from the trash, or deleted without it.',
    moreScopes: [CONTENT_WRITE],
    content: { status: 'trashed' },
    example: IN_SPACE_EXAMPLE,
  }),
];
