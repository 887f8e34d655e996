// forEach: does actions for each item of a list, from the facts or found by CQL. The run is planned once, so the list is
// read then, and each item has steps of its own. It must not be nested: the steps of a run are for people to read.

import * as v from 'valibot';
import { readSteps, splitPath } from '../conditions/read-path';
import { isJsonObject } from '../json';
import { ActionSchema, RULE_LIMITS } from '../rules/rule';
import { defineAction } from './action';
import { quotesPlaceholders, renderCql } from './cql-text';
import { badParameter } from './parameters';
import type { JsonValue } from '../json';

/** Most items of one list: their steps must fit into the record of the run. */
const MAX_ITEMS = 100;

/** Most actions for one item. */
const MAX_NESTED = 10;

const FIELD_PATH = /^[A-Za-z_][\w-]*(\.[\w-]+)*$/;

const ItemsSchema = v.union([
  v.pipe(v.string(), v.regex(FIELD_PATH, 'expected the path of a list, such as content.labels')),
  v.strictObject({
    cql: v.pipe(
      v.string(),
      v.nonEmpty('expected a query, got an empty text'),
      v.maxLength(RULE_LIMITS.MAX_TEXT_LENGTH),
      v.check(quotesPlaceholders, 'expected every placeholder between double quotes'),
    ),
  }),
]);

export const forEach = defineAction({
  kind: 'forEach',
  once: 'idempotent',
  appliesTo: ['any'],
  reads: ['search'],
  writes: [],
  scopes: ['search:confluence'],
  points: 1,
  impersonal: true,
  settledByPlan: true,
  form: {
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
  parameters: v.strictObject({
    /** The path of a list in the facts, or `{ "cql": "…" }`. */
    items: ItemsSchema,
    /** Items beyond this many are left out. */
    max: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_ITEMS)), 20),
    /** One item after another, or several at a time. */
    mode: v.optional(v.picklist(['serial', 'parallel']), 'serial'),
    /** What the actions work on. Without it: what was searched, else what the event is about. */
    on: v.optional(v.picklist(['item', 'event'])),
    then: v.pipe(
      v.array(ActionSchema),
      v.minLength(1, 'expected at least one action'),
      v.maxLength(MAX_NESTED, `expected at most ${MAX_NESTED} actions`),
      v.check(
        (actions) => actions.every(({ action }) => action !== 'forEach'),
        'expected actions other than forEach, which cannot stand inside itself',
      ),
    ),
  }),
  effect: v.object({
    source: v.string(),
    count: v.number(),
    /** True when there were more than were taken. */
    more: v.boolean(),
    parallel: v.boolean(),
    actions: v.array(v.string()),
  }),
  fields: ({ items }) => (typeof items === 'string' ? [items] : []),
  nested: ({ then }) => then,
  plan({ items, max, mode, on, then }, context) {
    const rest = { max, parallel: mode === 'parallel', then };
    if (typeof items !== 'string') {
      const cql = renderCql('items.cql', items.cql, context);
      if (!cql.ok) return { kind: 'fail', failure: cql.error };
      const found = { items: { cql: cql.value }, source: `the search ${cql.value}` };
      return { kind: 'each', each: { ...rest, ...found, onItem: on !== 'event' } };
    }
    const list: unknown = readSteps(context.facts, splitPath(items), undefined);
    if (list !== undefined && list !== null && !Array.isArray(list)) {
      const cause = `\`${items}\` is ${isJsonObject(list) ? 'an object' : JSON.stringify(list)}, not a list`;
      return { kind: 'fail', failure: badParameter('items', cause) };
    }
    const each = { items: (list ?? []) as readonly JsonValue[], source: items };
    return { kind: 'each', each: { ...rest, ...each, onItem: on === 'item' } };
  },
  perform: () => Promise.resolve('Gone through.'),
  preview({ source, count, more, parallel, actions }) {
    const how = parallel ? 'several at a time' : 'one after another';
    const which = more ? `the first ${count}` : `each of ${count}`;
    return `do ${actions.join(', ')} for ${which} of ${source}, ${how}`;
  },
});
