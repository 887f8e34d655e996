// set.variable: a value that later actions of the run read as `variables.name`, in texts and in the condition of
// flow.stop. It is set when the run is planned, so that every attempt reads the same.

import * as v from 'valibot';
import { RULE_LIMITS } from '../rules/rule';
import { defineAction } from './action';
import { badParameter } from './parameters';
import { renderJson } from './render-json';
import type { JsonValue } from '../json';

const VariableNameSchema = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z][A-Za-z0-9_]{0,59}$/, 'expected up to 60 letters, digits and _, starting with a letter'),
  v.check((name) => !(name in {}), 'expected a name that JavaScript does not use for itself'),
);

export const setVariable = defineAction({
  kind: 'set.variable',
  once: 'idempotent',
  appliesTo: ['any'],
  reads: [],
  writes: [],
  scopes: [],
  points: 0,
  impersonal: true,
  settledByPlan: true,
  form: {
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
  parameters: v.strictObject({
    name: VariableNameSchema,
    /** Any JSON; texts in it may have placeholders. */
    value: v.any(),
  }),
  effect: v.object({ name: v.string(), value: v.any() }),
  plan({ name, value }, context) {
    if (value === undefined) return { kind: 'fail', failure: badParameter('value', 'expected a value') };
    const rendered = renderJson(value as JsonValue, 'value', context);
    if (!rendered.ok) return { kind: 'fail', failure: rendered.error };
    if (JSON.stringify(rendered.value).length > RULE_LIMITS.MAX_TEMPLATE_LENGTH) {
      const cause = `it is longer than ${RULE_LIMITS.MAX_TEMPLATE_LENGTH} characters`;
      return { kind: 'fail', failure: badParameter('value', cause) };
    }
    const effect = { name, value: rendered.value };
    return { kind: 'effect', effect, sets: { [name]: rendered.value } };
  },
  perform: ({ name }) => Promise.resolve(`Set the variable "${name}".`),
  preview: ({ name, value }) => `set the variable "${name}" to ${JSON.stringify(value)}`,
});
