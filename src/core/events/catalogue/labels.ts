// The events of labels. A payload has one of `content`, `space` and `template`: what the label is on.

import type { BesideEvent, CatalogueEvent, EventField } from './catalogue-event';
import {
  allOptional,
  authoredFields,
  commonFields,
  field,
  labelFields,
  optionalField,
  spaceFields,
} from './fields';
import { sampleContent, sampleLabels, samplePayload } from './samples';
import { CONTENT_SUMMARY, SPACE_SUMMARY } from './scopes';

/** What labels can be on, but for spaces and page templates. */
const LABELLED_TYPES = ['page', 'blogpost', 'attachment', 'whiteboard', 'database', 'embed', 'folder'];

const ADDED_BESIDE: readonly BesideEvent[] = [
  { event: 'avi:confluence:created:label', when: 'when no label of that name was on the site before' },
];

export const LABEL_EVENTS: readonly CatalogueEvent[] = [
  labelEvent('created', 'Label created', 'A label was used for the first time on the site.', [
    { event: 'avi:confluence:added:label', when: 'because a label comes to be by being added' },
  ]),
  labelEvent(
    'added',
    'Label added',
    'A label was added to content, a space or a page template.',
    ADDED_BESIDE,
  ),
  labelEvent('removed', 'Label removed', 'A label was removed from content, a space or a page template.', [
    { event: 'avi:confluence:deleted:label', when: 'when nothing on the site has the label any more' },
  ]),
  labelEvent('deleted', 'Label deleted', 'A label is no longer on anything on the site.', [
    { event: 'avi:confluence:removed:label', when: 'for the last thing that had it' },
  ]),
];

function labelEvent(
  action: string,
  name: string,
  when: string,
  beside: readonly BesideEvent[],
): CatalogueEvent {
  const id = `avi:confluence:${action}:label`;
  return {
    id,
    spellings: [],
    name,
    when,
    group: 'Labels',
    subject: 'label',
    scopes: [CONTENT_SUMMARY, SPACE_SUMMARY],
    fields: [
      ...commonFields({ actor: true }),
      field('label.id', 'string', 'id of the label'),
      field('label.name', 'string', 'the label'),
      field('label.prefix', 'string', '`global`, `team` or `my`'),
      ...allOptional(authoredFields('content', 'the labelled content', LABELLED_TYPES)),
      ...carriedLabels('content.labels', 'the labels of the content at that time'),
      ...allOptional(spaceFields('space')),
      ...labelledSpaceFields(),
      ...templateFields(),
    ],
    beside,
    example: { condition: { '==': [{ var: 'label.name' }, 'reviewed'] }, meaning: 'the label is "reviewed"' },
    sample: samplePayload(id, {
      label: { id: '123456789', name: 'example-label', prefix: 'global' },
      content: sampleContent('page', { subType: 'live', labels: sampleLabels() }),
    }),
    noisy: false,
  };
}

function labelledSpaceFields(): readonly EventField[] {
  return [
    ...carriedLabels('space.labels', 'the labels of the space at that time, when the label is on the space'),
    optionalField('space.history', 'any', 'who created the space and when, when the label is on the space'),
    optionalField('space.homepage', 'any', 'the home page of the space, when the label is on the space'),
  ];
}

/** A list that only some payloads have, though every label in it has a name. */
function carriedLabels(path: string, about: string): readonly EventField[] {
  return labelFields(path, about).map((each) => (each.path === path ? { ...each, optional: true } : each));
}

function templateFields(): readonly EventField[] {
  return [
    ...allOptional([
      field('template.templateId', 'string', 'id of the page template'),
      field('template.name', 'string', 'name of the page template'),
      field('template.description', 'string', 'description of the page template'),
      field('template.templateType', 'string', '`page` or `blueprint`', ['page', 'blueprint']),
    ]),
    ...carriedLabels('template.labels', 'the labels of the page template at that time'),
    ...allOptional(spaceFields('template.space')),
  ];
}
