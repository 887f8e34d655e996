// label.add: puts labels on the content, or the space, that the event is about. Adding a label twice is adding it once.

import { defineAction } from './action';
import {
  LABELLED,
  LabelEffectSchema,
  LabelParametersSchema,
  labelPhrase,
  planLabels,
  LABELS_FIELD,
} from './labels';

export const labelAdd = defineAction({
  kind: 'label.add',
  once: 'idempotent',
  appliesTo: LABELLED,
  reads: [],
  writes: ['label'],
  causes: ['added:label'],
  scopes: ['write:confluence-content', 'write:confluence-space'],
  points: 1,
  form: {
    label: 'Add labels',
    group: 'Labels',
    summary: 'Adds labels to what the event is about. Labels that it already has stay as they are.',
    fields: [LABELS_FIELD],
    example: { labels: ['triage', 'from-{{space.key}}'] },
  },
  parameters: LabelParametersSchema,
  effect: LabelEffectSchema,
  plan: planLabels,
  async perform(effect, { confluence, as }) {
    if (effect.on === 'content') await confluence.addContentLabels(effect.content, effect.labels, as);
    else await confluence.addSpaceLabels(effect.spaceKey, effect.labels, as);
    return `Added ${labelPhrase(effect, 'to')}.`;
  },
  preview: (effect) => `add ${labelPhrase(effect, 'to')}`,
});
