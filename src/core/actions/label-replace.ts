// label.replace: takes some labels off what the event is about and puts others on. Every part of it can be repeated.

import * as v from 'valibot';
import { defineAction } from './action';
import { LABELLED, LabelEffectSchema, LabelsSchema, labelPhrase, planLabels, LABELS_FIELD } from './labels';

export const labelReplace = defineAction({
  kind: 'label.replace',
  once: 'idempotent',
  appliesTo: LABELLED,
  reads: [],
  writes: ['label'],
  causes: ['added:label', 'removed:label'],
  scopes: [
    'write:confluence-content',
    'write:confluence-space',
    'read:confluence-content.summary',
    'read:confluence-space.summary',
  ],
  points: 2,
  form: {
    label: 'Replace labels',
    group: 'Labels',
    summary: 'Puts labels on and takes others away. Labels named in neither list stay as they are.',
    fields: [
      { ...LABELS_FIELD, name: 'remove', label: 'Labels to remove' },
      { ...LABELS_FIELD, label: 'Labels to add' },
    ],
    example: { remove: ['in-review'], labels: ['approved'] },
  },
  parameters: v.strictObject({ remove: LabelsSchema, labels: LabelsSchema }),
  effect: v.object({ remove: LabelEffectSchema, add: LabelEffectSchema }),
  plan({ remove, labels }, context) {
    const removal = planLabels({ labels: remove }, context, 'remove');
    if (removal.kind !== 'effect') return removal;
    const addition = planLabels({ labels }, context);
    if (addition.kind !== 'effect') return addition;
    return { kind: 'effect', effect: { remove: removal.effect, add: addition.effect } };
  },
  async perform({ remove, add }, { confluence, as, begin }) {
    // New labels first: whoever looks in between finds the content under one of them.
    if (add.on === 'content') await confluence.addContentLabels(add.content, add.labels, as);
    else await confluence.addSpaceLabels(add.spaceKey, add.labels, as);
    for (const label of remove.labels.filter((name) => !add.labels.includes(name))) {
      begin();
      if (remove.on === 'content') await confluence.removeContentLabel(remove.content, label, as);
      else await confluence.removeSpaceLabel(remove.spaceKey, label, as);
    }
    return `Removed ${labelPhrase(remove, 'from')}; added ${labelPhrase(add, 'to')}.`;
  },
  preview: ({ remove, add }) => `remove ${labelPhrase(remove, 'from')} and add ${labelPhrase(add, 'to')}`,
});
