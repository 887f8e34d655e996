// flow.stop: ends the run here, or, inside forEach, the work on the item. Its condition is evaluated once, when the run
// is planned, on the facts and the variables that were set before it.

import * as v from 'valibot';
import { compileCondition } from '../conditions/compile-condition';
import { sayWhy } from '../conditions/explain';
import { fieldsOf } from '../conditions/fields-of';
import { defineAction } from './action';
import { badParameter } from './parameters';

export const flowStop = defineAction({
  kind: 'flow.stop',
  once: 'idempotent',
  appliesTo: ['any'],
  reads: [],
  writes: [],
  scopes: [],
  points: 0,
  impersonal: true,
  settledByPlan: true,
  form: {
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
  parameters: v.strictObject({
    /** JSON Logic; absent: always. */
    if: v.optional(v.any()),
  }),
  effect: v.object({ stops: v.boolean(), why: v.string() }),
  fields: ({ if: condition }) => fieldsOf(condition),
  plan({ if: condition }, { facts, nowMs }) {
    if (condition === undefined) {
      return { kind: 'effect', effect: { stops: true, why: 'it has no condition' }, stops: true };
    }
    try {
      const stops = compileCondition(condition).holds(facts, { nowMs });
      const why = sayWhy(condition, facts, { nowMs }).replace(/\.$/, '');
      return { kind: 'effect', effect: { stops, why }, stops };
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error);
      return { kind: 'fail', failure: badParameter('if', `it could not be evaluated (${cause})`) };
    }
  },
  perform: ({ stops }) => Promise.resolve(stops ? 'Stopped here.' : 'Went on.'),
  preview: ({ stops, why }) => `${stops ? 'stop here' : 'go on'}: ${why}`,
});
