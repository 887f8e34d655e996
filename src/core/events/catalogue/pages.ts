// The events of pages, and those that pages share with live docs.
// Live docs also have four events of their own: live-docs.ts.

import type { CatalogueEvent } from './catalogue-event';
import { BY_ANOTHER_EXAMPLE, IN_SPACE_EXAMPLE, contentEvent } from './content-events';
import type { ContentFamily } from './content-events';
import { allOptional, contentFields, field } from './fields';
import { sampleContent, sampleVersion } from './samples';
import { CONTENT_WRITE } from './scopes';

/** Pages and live docs alike; a live doc has `content.subType` "live". */
export const PAGE_FAMILY: ContentFamily = {
  group: 'Pages and live docs',
  subject: 'page',
  what: 'the page',
  title: 'A brand new page',
};

export const PAGE_EVENTS: readonly CatalogueEvent[] = [
  contentEvent(PAGE_FAMILY, {
    action: 'created',
    name: 'Page created',
    when: 'A page was published for the first time. Live docs fire "Live doc created" instead.',
    beside: [
      { event: 'avi:confluence:added:label', when: 'for each label that the new page has' },
      { event: 'avi:confluence:created:task', when: 'for each task in the new page' },
    ],
  }),
  contentEvent(PAGE_FAMILY, {
    action: 'updated',
    name: 'Page updated',
    when: 'A new version of a page was published, also by a change of title or of the page status.',
    content: { version: sampleVersion(2) },
    hasUpdateTrigger: true,
    payload: { updateTrigger: 'edit_page' },
    example: {
      condition: { '>': [{ var: 'content.version.number' }, 10] },
      meaning: 'the page has more than ten versions',
    },
  }),
  contentEvent(PAGE_FAMILY, {
    action: 'moved',
    name: 'Page moved',
    when: 'A page or live doc got another parent, another place or another space.',
    moreFields: allOptional(contentFields('prevContent', 'the page before the move', ['page'])),
    beside: [{ event: 'avi:confluence:updated:page', when: 'because the move makes a new version' }],
    payload: { prevContent: sampleContent('page') },
    example: {
      condition: { '!=': [{ var: 'content.space.key' }, { var: 'prevContent.space.key' }] },
      meaning: 'the page went to another space',
    },
  }),
  contentEvent(PAGE_FAMILY, {
    action: 'copied',
    name: 'Page copied',
    when: 'A page or live doc was made as a copy of another; `content` is the copy.',
    moreFields: [field('originContentId', 'string', 'id of the page that was copied')],
    payload: { originContentId: '838205001' },
    example: {
      condition: { '==': [{ var: 'originContentId' }, '838205001'] },
      meaning: 'one certain page was copied',
    },
  }),
  contentEvent(PAGE_FAMILY, {
    action: 'children_reordered',
    name: 'Child pages reordered',
    when: 'The pages under a page were put into another order; `content` is the parent.',
    moreFields: [
      field('oldSortedChildPageIds', 'list', 'ids of the child pages in the order before'),
      field('newSortedChildPageIds', 'list', 'ids of the child pages in the order now'),
    ],
    payload: {
      oldSortedChildPageIds: ['838205442', '838205443'],
      newSortedChildPageIds: ['838205443', '838205442'],
    },
    example: IN_SPACE_EXAMPLE,
  }),
  contentEvent(PAGE_FAMILY, {
    action: 'liked',
    name: 'Page liked',
    when: 'Somebody liked a page or live doc.',
    beside: [{ event: 'avi:confluence:created:relation', when: 'for the relation named `like`' }],
    example: BY_ANOTHER_EXAMPLE,
  }),
  contentEvent(PAGE_FAMILY, {
    action: 'viewed',
    name: 'Page viewed',
    when: 'Somebody opened a page or live doc. Fires very often.',
    noisy: true,
    example: IN_SPACE_EXAMPLE,
  }),
  contentEvent(PAGE_FAMILY, {
    action: 'archived',
    name: 'Page archived',
    when: 'A page or live doc was put into the archive.',
    content: { status: 'archived' },
    example: BY_ANOTHER_EXAMPLE,
  }),
  contentEvent(PAGE_FAMILY, {
    action: 'unarchived',
    name: 'Page unarchived',
    when: 'A page or live doc was taken out of the archive.',
    example: IN_SPACE_EXAMPLE,
  }),
  contentEvent(PAGE_FAMILY, {
    action: 'permissions_updated',
    name: 'Page restrictions changed',
    when: 'The view or edit restrictions of a page or live doc were changed.',
    example: IN_SPACE_EXAMPLE,
  }),
  contentEvent(PAGE_FAMILY, {
    action: 'trashed',
    name: 'Page deleted (to trash)',
    when: 'A page or live doc was put into the trash. Pages that go with their parent fire nothing.',
    moreScopes: [CONTENT_WRITE],
    content: { status: 'trashed' },
    example: BY_ANOTHER_EXAMPLE,
  }),
  contentEvent(PAGE_FAMILY, {
    action: 'restored',
    name: 'Page restored',
    when: 'A page or live doc was brought back from the trash.',
    example: IN_SPACE_EXAMPLE,
  }),
  contentEvent(PAGE_FAMILY, {
    action: 'deleted',
    name: 'Page deleted for good',
    when: 'A page or live doc was removed from the trash, or deleted without it.',
    moreScopes: [CONTENT_WRITE],
    content: { status: 'trashed' },
    example: IN_SPACE_EXAMPLE,
  }),
];
