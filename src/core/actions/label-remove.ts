// label.remove: takes labels off the content, or the space, that the event is about. A label that is not there is no error.

import { defineAction } from './action';
import {
  LABELLED,
  LabelEffectSchema,
  LabelParametersSchema,
  labelPhrase,
  planLabels,
  LABELS_FIELD,
} from './labels';

export const labelRemove = defineAction({
  kind: 'label.remove',
  once: 'idempotent',
  appliesTo: LABELLED,
  reads: [],
  writes: ['label'],
  causes: ['removed:label'],
  scopes: [
    'write:confluence-content',
    'write:confluence-space',
    'read:confluence-content.summary',
    'read:confluence-space.summary',
  ],
  points: 1,
  form: {
    label: 'Remove labels',
    group: 'Labels',
    summary: 'Takes labels away. Labels that it does not have are passed over.',
    fields: [LABELS_FIELD],
    example: { labels: ['draft'] },
  },
  parameters: LabelParametersSchema,
  effect: LabelEffectSchema,
  plan: planLabels,
  async perform(effect, { confluence, as, begin }) {
    for (const label of effect.labels) {
      begin();
      if (effect.on === 'content') await confluence.removeContentLabel(effect.content, label, as);
      else await confluence.removeSpaceLabel(effect.spaceKey, label, as);
    }
    return `Removed ${labelPhrase(effect, 'from')}.`;
  },
  preview: (effect) => `remove ${labelPhrase(effect, 'from')}`,
});
