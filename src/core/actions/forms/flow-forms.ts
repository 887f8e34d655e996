// The forms of the kinds that steer a run: stop, wait, note, remember, repeat.

import type { Forms } from '../form';

export const FLOW_FORMS: Forms<'flow.stop' | 'flow.delay' | 'flow.log' | 'set.variable' | 'forEach'> = {
  'flow.stop': {
    kind: 'flow.stop',
    label: 'Stop here',
    group: 'Flow',
    summary:
      'Ends the run before the actions below it, if its condition holds for the event and the variables so far.',
    fields: [
      {
        name: 'if',
        label: 'Only if',
        help: 'A condition in JSON Logic, as in the rule itself; variables are read as variables.name. Without it the run always stops here.',
        input: { type: 'json', holds: 'condition' },
      },
    ],
    example: { if: { '==': [{ var: 'variables.team' }, 'none'] } },
  },
  'flow.delay': {
    kind: 'flow.delay',
    label: 'Wait',
    group: 'Flow',
    summary: 'Waits before the actions below it; up to 30 days.',
    fields: [
      {
        name: 'for',
        label: 'How long',
        required: true,
        input: { type: 'number', min: 1, max: 43_200 },
        initial: 10,
      },
      {
        name: 'unit',
        label: 'Unit',
        input: {
          type: 'choice',
          options: [
            { value: 'minutes', label: 'Minutes' },
            { value: 'hours', label: 'Hours' },
            { value: 'days', label: 'Days' },
          ],
        },
      },
    ],
    example: { for: 2, unit: 'hours' },
  },
  'flow.log': {
    kind: 'flow.log',
    label: 'Leave a note',
    group: 'Flow',
    summary: 'Notes a line in the run, to be read under Activity. It changes nothing in Confluence.',
    fields: [
      {
        name: 'message',
        label: 'Note',
        required: true,
        input: { type: 'text', template: true },
        initial: '',
      },
    ],
    example: { message: 'Owner is {{variables.owner}}' },
  },
  'set.variable': {
    kind: 'set.variable',
    label: 'Set a variable',
    group: 'Flow',
    summary:
      'Remembers a value for the actions below it, which read it as {{variables.name}}. Variables are set when the event arrives.',
    fields: [
      { name: 'name', label: 'Name', required: true, input: { type: 'text', maxLength: 60 }, initial: '' },
      {
        name: 'value',
        label: 'Value',
        help: 'A text in quotes, with {{…}} placeholders if you like, or any other JSON.',
        required: true,
        input: { type: 'json' },
        initial: '',
      },
    ],
    example: { name: 'team', value: '{{#if space.name}}{{space.name}}{{else}}none{{/if}}' },
  },
  forEach: {
    kind: 'forEach',
    label: 'For each',
    group: 'Flow',
    summary:
      'Does actions for each item of a list: a field of the event, or what a search finds. Inside, {{item}} is the item and {{itemNumber}} counts from 1.',
    fields: [
      {
        name: 'items',
        label: 'List',
        help: 'The path of a list, such as "content.labels", or {"cql": "label = \\"review\\""}. Placeholders in a query stand between double quotes. The search sees what the app may see.',
        required: true,
        input: { type: 'json' },
        initial: 'content.labels',
      },
      {
        name: 'max',
        label: 'At most',
        help: 'Items beyond this many are left out: 20 unless you say otherwise.',
        input: { type: 'number', min: 1, max: 100 },
      },
      {
        name: 'mode',
        label: 'Order',
        input: {
          type: 'choice',
          options: [
            { value: 'serial', label: 'One after another' },
            { value: 'parallel', label: 'Several at a time' },
          ],
        },
      },
      {
        name: 'on',
        label: 'Work on',
        help: 'Without it: the found page of a search, and of a field the page of the event.',
        input: {
          type: 'choice',
          options: [
            { value: 'item', label: 'The item' },
            { value: 'event', label: 'What the event is about' },
          ],
        },
      },
      {
        name: 'then',
        label: 'Actions',
        help: 'A list of actions as in a rule. An action that fails ends its item; whether the other items go on is for "If it fails" of this action.',
        required: true,
        input: { type: 'json', holds: 'actions' },
        initial: [],
      },
    ],
    example: {
      items: { cql: 'label = "needs-review" and space = "{{space.key}}"' },
      then: [{ id: 'label', action: 'label.add', with: { labels: ['reminded'] } }],
    },
  },
};
