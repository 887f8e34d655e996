// The events of spaces.

import type { CatalogueEvent } from './catalogue-event';
import { commonFields, historyFields, spaceFields } from './fields';
import { samplePayload, sampleWholeSpace } from './samples';
import { SPACE_SUMMARY, SPACE_WRITE } from './scopes';

export const SPACE_EVENTS: readonly CatalogueEvent[] = [
  spaceEvent('created', 'Space created', 'A space was created.'),
  spaceEvent(
    'updated',
    'Space updated',
    'The name, description, home page or status of a space was changed.',
  ),
  spaceEvent('permissions_updated', 'Space permissions changed', 'The permissions of a space were changed.', [
    SPACE_WRITE,
  ]),
  spaceEvent('deleted', 'Space deleted', 'A space was deleted. What was in it fires nothing.', [SPACE_WRITE]),
];

function spaceEvent(
  action: string,
  name: string,
  when: string,
  moreScopes: readonly string[] = [],
): CatalogueEvent {
  const id = `avi:confluence:${action}:space:V2`;
  return {
    id,
    spellings: [],
    name,
    when,
    group: 'Spaces',
    subject: 'space',
    scopes: [SPACE_SUMMARY, ...moreScopes],
    fields: [
      ...commonFields({ actor: true }),
      ...spaceFields('space'),
      ...historyFields('space.history', 'the space'),
    ],
    beside: [],
    example: {
      condition: { '==': [{ var: 'space.type' }, 'personal'] },
      meaning: 'the space is a personal space',
    },
    sample: samplePayload(id, { space: sampleWholeSpace() }),
    noisy: false,
  };
}
