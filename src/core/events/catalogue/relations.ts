// The events of relations: a named tie (`like`, `favourite`, `watching`, or an app's own) from
// content, a space or a user to content or a space.

import type { CatalogueEvent, EventField } from './catalogue-event';
import {
  allOptional,
  commonFields,
  contentFields,
  field,
  optionalField,
  spaceFields,
  userFields,
} from './fields';
import { sampleContent, samplePayload, sampleUser } from './samples';
import { CONTENT_SUMMARY, SPACE_SUMMARY, USER_READ } from './scopes';

export const RELATION_EVENTS: readonly CatalogueEvent[] = [
  relationEvent(
    'created',
    'Relation added',
    'A relation between two things was added, such as a watch or a favourite.',
  ),
  relationEvent('deleted', 'Relation removed', 'A relation between two things was removed.'),
];

function relationEvent(action: string, name: string, when: string): CatalogueEvent {
  const id = `avi:confluence:${action}:relation`;
  return {
    id,
    spellings: [],
    name,
    when,
    group: 'Relations',
    subject: 'relation',
    scopes: [CONTENT_SUMMARY, SPACE_SUMMARY, USER_READ],
    fields: [
      ...commonFields({ actor: true }),
      ...allOptional(spaceFields('space')),
      field('relationName', 'string', 'name of the relation: `like`, `favourite`, `watching`, …'),
      optionalField('relationData.createdDate', 'date', 'when the relation was added'),
      ...allOptional(userFields('relationData.createdBy', 'the user who added the relation')),
      ...endFields('source', 'where the relation starts'),
      ...endFields('target', 'where the relation ends'),
    ],
    beside: [],
    example: {
      condition: { '==': [{ var: 'relationName' }, 'watching'] },
      meaning: 'the relation is a watch',
    },
    sample: samplePayload(id, {
      relationName: 'watching',
      relationData: { createdBy: sampleUser(), createdDate: '2021-01-20T06:29:21.970Z' },
      source: { user: sampleUser() },
      target: { content: sampleContent('page', { subType: 'live' }) },
    }),
    noisy: false,
  };
}

function endFields(path: 'source' | 'target', where: string): readonly EventField[] {
  return allOptional([
    ...contentFields(`${path}.content`, `the content ${where}`),
    ...spaceFields(`${path}.space`),
    field(`${path}.space.history`, 'any', `who created the space ${where}, and when`),
    field(`${path}.space.homepage`, 'any', `the home page of the space ${where}`),
    ...userFields(`${path}.user`, `the user ${where}`),
  ]);
}
