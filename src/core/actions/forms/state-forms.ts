// The forms of the kinds that set what is known about content: status, properties, tasks.

import type { Forms } from '../form';

export const STATE_FORMS: Forms<'status.set' | 'status.clear' | 'property.set' | 'task.complete'> = {
  'status.set': {
    kind: 'status.set',
    label: 'Set the status',
    group: 'Status and properties',
    summary: 'Gives the page or blog post a status, such as "Ready for review".',
    fields: [
      {
        name: 'name',
        label: 'Status',
        required: true,
        input: { type: 'text', template: true, maxLength: 100 },
        initial: '',
      },
      {
        name: 'color',
        label: 'Colour',
        help: 'As #57d9a3. Without it, the colour of the status that the space offers under this name, else blue.',
        input: { type: 'text', maxLength: 7 },
      },
    ],
    example: { name: 'Ready for review' },
  },
  'status.clear': {
    kind: 'status.clear',
    label: 'Clear the status',
    group: 'Status and properties',
    summary: 'Takes the status off the page or blog post.',
    fields: [],
    example: {},
  },
  'property.set': {
    kind: 'property.set',
    label: 'Set a property',
    group: 'Status and properties',
    summary: 'Keeps a value under a key of the page, blog post or space, for apps and searches.',
    fields: [
      {
        name: 'key',
        label: 'Key',
        required: true,
        input: { type: 'text', maxLength: 255 },
        initial: '',
      },
      {
        name: 'value',
        label: 'Value',
        help: 'Any JSON. Texts in it may have placeholders.',
        required: true,
        input: { type: 'json' },
        initial: {},
      },
    ],
    example: { key: 'review', value: { by: '{{actor.accountId}}', state: 'asked' } },
  },
  'task.complete': {
    kind: 'task.complete',
    label: 'Tick the task',
    group: 'Status and properties',
    summary: 'Ticks the task that the event is about, or takes the tick away.',
    fields: [
      {
        name: 'status',
        label: 'The task is then',
        input: {
          type: 'choice',
          options: [
            { value: 'complete', label: 'Complete' },
            { value: 'incomplete', label: 'Incomplete' },
          ],
        },
        initial: 'complete',
      },
    ],
    example: { status: 'complete' },
  },
};
