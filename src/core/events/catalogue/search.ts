// The event of a search. It is about no content, and fires for every search of every user.

import type { CatalogueEvent } from './catalogue-event';
import { commonFields, field, optionalField } from './fields';
import { samplePayload } from './samples';
import { SEARCH } from './scopes';

const ID = 'avi:confluence:performed:search';

export const SEARCH_EVENTS: readonly CatalogueEvent[] = [
  {
    id: ID,
    spellings: [],
    name: 'Search performed',
    when: 'Somebody searched, and the results were shown. Fires very often.',
    group: 'Search',
    subject: 'search',
    scopes: [SEARCH],
    fields: [
      ...commonFields({ actor: true }),
      field('query', 'string', 'what was searched for'),
      optionalField('accountType', 'string', '`atlassian` when a person searched, `app` when an app did'),
      field('results', 'number', 'how many results were found'),
    ],
    beside: [],
    example: { condition: { '==': [{ var: 'results' }, 0] }, meaning: 'nothing was found' },
    sample: samplePayload(ID, { query: 'holiday policy', accountType: 'atlassian', results: 2 }),
    noisy: true,
  },
];
