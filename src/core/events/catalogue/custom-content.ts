// The events of custom content, which other apps keep in Confluence.

import type { CatalogueEvent } from './catalogue-event';
import {
  allOptional,
  authoredFields,
  commonFields,
  containerFields,
  notificationFields,
  spaceFields,
  updateTriggerFields,
} from './fields';
import { sampleContainer, sampleContent, samplePayload } from './samples';
import { CONTENT_SUMMARY } from './scopes';

/** `forge:<app>:<environment>:<module>`, as in Atlassian's example. */
const SAMPLE_TYPE =
  'forge:9149a1f2-9ed3-44ab-80e8-741adf4187fd:2edb9983-c665-4da2-a714-48572fb09cd0:my-custom-content';

export const CUSTOM_CONTENT_EVENTS: readonly CatalogueEvent[] = [
  customContentEvent('created', 'Custom content created', 'An app created custom content.'),
  customContentEvent('updated', 'Custom content updated', 'Custom content of an app got a new version.'),
  customContentEvent(
    'permissions_updated',
    'Custom content restrictions changed',
    'The restrictions of custom content were changed.',
  ),
  customContentEvent(
    'trashed',
    'Custom content deleted (to trash)',
    'Custom content was put into the trash.',
  ),
  customContentEvent(
    'restored',
    'Custom content restored',
    'Custom content was brought back from the trash.',
  ),
  customContentEvent(
    'deleted',
    'Custom content deleted for good',
    'Custom content was removed from the trash.',
  ),
];

function customContentEvent(action: string, name: string, when: string): CatalogueEvent {
  const id = `avi:confluence:${action}:custom_content`;
  const isUpdate = action === 'updated';
  const isGone = action === 'trashed' || action === 'deleted';
  return {
    id,
    spellings: [],
    name,
    when,
    group: 'Custom content',
    subject: 'custom_content',
    scopes: [CONTENT_SUMMARY],
    fields: [
      ...commonFields({ actor: true }),
      ...spaceFields('space'),
      ...notificationFields(),
      ...(isUpdate ? updateTriggerFields() : []),
      ...authoredFields('content', 'the custom content'),
      ...allOptional(containerFields('content.container')),
    ],
    beside: [],
    example: {
      condition: { endsWith: [{ var: 'content.type' }, ':my-custom-content'] },
      meaning: 'the custom content is of one module of one app',
    },
    sample: samplePayload(id, {
      suppressNotifications: false,

      content: sampleContent(SAMPLE_TYPE, {
        id: '838205552',
        status: isGone ? 'trashed' : 'current',
        title: 'My custom content 001',
        container: sampleContainer(),
      }),
    }),
    noisy: false,
  };
}
