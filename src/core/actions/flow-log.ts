// flow.log: leaves a note in the record of the run, where Activity shows it. It goes nowhere else: logs are billed, and
// what a page says is not for them.

import * as v from 'valibot';
import { defineAction } from './action';
import { renderLine, templateSchema } from './parameters';

export const flowLog = defineAction({
  kind: 'flow.log',
  once: 'idempotent',
  appliesTo: ['any'],
  reads: [],
  writes: [],
  scopes: [],
  points: 0,
  impersonal: true,
  form: {
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
  parameters: v.strictObject({ message: templateSchema('what to note') }),
  effect: v.object({ message: v.string() }),
  plan({ message }, context) {
    const line = renderLine('message', message, context);
    return line.ok
      ? { kind: 'effect', effect: { message: line.value } }
      : { kind: 'fail', failure: line.error };
  },
  perform: ({ message }) => Promise.resolve(message),
  preview: ({ message }) => `note "${message}"`,
});
