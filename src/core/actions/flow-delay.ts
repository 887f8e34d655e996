// flow.delay: the rest of the run waits. Nothing sleeps: the step is due again when the time has come.

import * as v from 'valibot';
import { defineAction } from './action';
import { badParameter } from './parameters';

const UNITS = ['minutes', 'hours', 'days'] as const;

const SECONDS: { readonly [U in (typeof UNITS)[number]]: number } = {
  minutes: 60,
  hours: 3600,
  days: 86_400,
};

/** Runs are kept for 90 days unless an admin shortens that; a rule that waits longer has been forgotten. */
const MAX_SECONDS = 30 * 86_400;

export const flowDelay = defineAction({
  kind: 'flow.delay',
  once: 'idempotent',
  appliesTo: ['any'],
  reads: [],
  writes: [],
  scopes: [],
  points: 0,
  impersonal: true,
  form: {
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
  parameters: v.strictObject({
    for: v.pipe(v.number(), v.minValue(1), v.maxValue(MAX_SECONDS / SECONDS.minutes)),
    unit: v.optional(v.picklist(UNITS), 'minutes'),
  }),
  effect: v.object({ seconds: v.number(), words: v.string() }),
  plan({ for: amount, unit }) {
    const seconds = Math.round(amount * SECONDS[unit]);
    if (seconds > MAX_SECONDS) {
      return { kind: 'fail', failure: badParameter('for', 'a run waits at most 30 days at once') };
    }
    const words = `${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`;
    return { kind: 'effect', effect: { seconds, words } };
  },
  perform: ({ words }) => Promise.resolve(`Waited ${words}.`),
  preview: ({ words }) => `wait ${words}`,
  delaySeconds: ({ seconds }) => seconds,
});
