// property.set: keeps a JSON value under a key of a page, a blog post or a space. A value that is there already makes
// no version.

import * as v from 'valibot';
import { defineAction } from './action';
import { ContentSchema, contentTarget, nameOf, PUBLISHED } from './content-target';
import { badParameter } from './parameters';
import { renderJson } from './render-json';
import type { JsonValue } from '../json';
import type { PlanContext } from './action';

/** Longest value, as JSON. Confluence keeps 32 KB; characters beyond ASCII take up to three bytes. */
const MAX_VALUE_LENGTH = 10_000;

const OwnerSchema = v.variant('on', [
  v.object({ on: v.literal('content'), content: ContentSchema }),
  v.object({ on: v.literal('space'), spaceKey: v.string() }),
]);
type Owner = v.InferOutput<typeof OwnerSchema>;

export const propertySet = defineAction({
  kind: 'property.set',
  once: 'idempotent',
  appliesTo: [...PUBLISHED, 'space'],
  reads: ['property', 'space'],
  writes: ['property'],
  scopes: [
    'read:page:confluence',
    'write:page:confluence',
    'read:blogpost:confluence',
    'write:blogpost:confluence',
    'read:space:confluence',
    'write:space:confluence',
  ],
  points: 3,
  form: {
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
  parameters: v.strictObject({
    key: v.pipe(
      v.string(),
      v.regex(/^[\w.-]{1,255}$/, 'expected up to 255 letters, digits, dots, - and _, as in review.state'),
    ),
    /** Any JSON; texts in it may have placeholders. */
    value: v.any(),
  }),
  effect: v.object({ owner: OwnerSchema, key: v.string(), value: v.any() }),
  plan({ key, value }, context) {
    const owner = ownerOf(context);
    if (owner === undefined) {
      return { kind: 'skip', reason: `A ${context.subject.kind} has no properties that an app can set.` };
    }
    if (value === undefined) return { kind: 'fail', failure: badParameter('value', 'expected a value') };
    const rendered = renderJson(value as JsonValue, 'value', context);
    if (!rendered.ok) return { kind: 'fail', failure: rendered.error };
    if (JSON.stringify(rendered.value).length > MAX_VALUE_LENGTH) {
      return {
        kind: 'fail',
        failure: badParameter('value', `it is longer than ${MAX_VALUE_LENGTH} characters`),
      };
    }
    return { kind: 'effect', effect: { owner, key, value: rendered.value } };
  },
  async perform({ owner, key, value }, { confluence, as }) {
    const changed = await confluence.setProperty(owner, key, value as JsonValue, as);
    return `${changed ? 'Set' : 'Found as wanted:'} the property "${key}" of ${describe(owner)}.`;
  },
  preview: ({ owner, key, value }) =>
    `set the property "${key}" of ${describe(owner)} to ${JSON.stringify(value)}`,
});

function ownerOf(context: PlanContext): Owner | undefined {
  const content = contentTarget(context, PUBLISHED);
  if (content !== undefined) return { on: 'content', content };
  const { kind, spaceKey } = context.subject;
  return kind === 'space' && spaceKey !== undefined ? { on: 'space', spaceKey } : undefined;
}

function describe(owner: Owner): string {
  return owner.on === 'content' ? nameOf(owner.content) : `space ${owner.spaceKey}`;
}
