// The forms of the label kinds.

import type { ActionField, Forms } from '../form';

const LABELS_FIELD: ActionField = {
  name: 'labels',
  label: 'Labels',
  help: 'Separate several with commas. {{…}} placeholders work here too.',
  required: true,
  input: { type: 'list', template: true },
  initial: [],
};

export const LABEL_FORMS: Forms<'label.add' | 'label.remove' | 'label.replace'> = {
  'label.add': {
    kind: 'label.add',
    label: 'Add labels',
    group: 'Labels',
    summary: 'Adds labels to what the event is about. Labels that it already has stay as they are.',
    fields: [LABELS_FIELD],
    example: { labels: ['triage', 'from-{{space.key}}'] },
  },
  'label.remove': {
    kind: 'label.remove',
    label: 'Remove labels',
    group: 'Labels',
    summary: 'Takes labels away. Labels that it does not have are passed over.',
    fields: [LABELS_FIELD],
    example: { labels: ['draft'] },
  },
  'label.replace': {
    kind: 'label.replace',
    label: 'Replace labels',
    group: 'Labels',
    summary: 'Puts labels on and takes others away. Labels named in neither list stay as they are.',
    fields: [
      { ...LABELS_FIELD, name: 'remove', label: 'Labels to remove' },
      { ...LABELS_FIELD, label: 'Labels to add' },
    ],
    example: { remove: ['in-review'], labels: ['approved'] },
  },
};
