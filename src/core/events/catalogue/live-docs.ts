// The four events that only live docs have. A live doc is a page whose subType is "live";
// it fires these where a page fires created and updated.

import type { CatalogueEvent } from './catalogue-event';
import { contentEvent } from './content-events';
import { PAGE_FAMILY } from './pages';
import { sampleVersion } from './samples';

export const LIVE_DOC_EVENTS: readonly CatalogueEvent[] = [
  contentEvent(PAGE_FAMILY, {
    action: 'initialized',
    name: 'Live doc created',
    when: 'A live doc was created. It is empty then; its first content comes with "Live doc first edited".',
    content: { subType: 'live' },
  }),
  contentEvent(PAGE_FAMILY, {
    action: 'started',
    name: 'Live doc first edited',
    when: 'The first edit session of a live doc ended.',
    content: { subType: 'live', version: sampleVersion(2) },
    hasUpdateTrigger: true,
    payload: { updateTrigger: 'edit_page' },
  }),
  contentEvent(PAGE_FAMILY, {
    action: 'snapshotted',
    name: 'Live doc edited',
    when: 'A later edit session of a live doc ended.',
    content: { subType: 'live', version: sampleVersion(3) },
    hasUpdateTrigger: true,
    payload: { updateTrigger: 'edit_page' },
  }),
  contentEvent(PAGE_FAMILY, {
    action: 'published',
    name: 'Live doc converted to page',
    when: 'A live doc was turned into a page.',
    content: { version: sampleVersion(4) },
    hasUpdateTrigger: true,
    payload: { updateTrigger: 'edit_page' },
  }),
];
