// status.set: gives a page or blog post a status, which Confluence calls a content state. One that it has already is
// not set again, because Confluence makes a version each time.

import * as v from 'valibot';
import { defineAction } from './action';
import { ContentSchema, contentTarget, nameOf, noTarget, PUBLISHED } from './content-target';
import { badParameter, renderLine, templateSchema } from './parameters';

/** Longest name of a state. [REST v1, content states] */
const MAX_STATE_NAME_LENGTH = 20;

export const statusSet = defineAction({
  kind: 'status.set',
  once: 'idempotent',
  appliesTo: PUBLISHED,
  reads: ['status'],
  writes: ['status', 'page'],
  causes: ['updated:page', 'updated:blogpost'],
  scopes: ['write:confluence-content', 'read:confluence-content.summary'],
  points: 5,
  form: {
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
  parameters: v.strictObject({
    name: templateSchema('the name of the status'),
    /** `#rrggbb`; absent: the colour of the status of that name that the space offers, else blue. */
    color: v.optional(v.pipe(v.string(), v.regex(/^(#[0-9a-fA-F]{6})?$/, 'expected a colour like #57d9a3'))),
  }),
  effect: v.object({ content: ContentSchema, name: v.string(), color: v.exactOptional(v.string()) }),
  plan({ name, color }, context) {
    const content = contentTarget(context, PUBLISHED);
    if (content === undefined) return noTarget(context, 'has no status');
    const line = renderLine('name', name, context);
    if (!line.ok) return { kind: 'fail', failure: line.error };
    if (line.value.length > MAX_STATE_NAME_LENGTH) {
      const cause = `a status has at most ${MAX_STATE_NAME_LENGTH} characters, got "${line.value}"`;
      return { kind: 'fail', failure: badParameter('name', cause) };
    }
    const effect = { content, name: line.value };
    return { kind: 'effect', effect: color === undefined || color === '' ? effect : { ...effect, color } };
  },
  async perform({ content, name, color }, { confluence, as }) {
    const now = await confluence.readStatus(content, as);
    const sameColor = color === undefined || now?.color.toLowerCase() === color.toLowerCase();
    if (now?.name === name && sameColor) return `The status of ${nameOf(content)} was "${name}" already.`;
    await confluence.setStatus(content, { name, ...(color === undefined ? {} : { color }) }, as);
    return `Set the status of ${nameOf(content)} to "${name}".`;
  },
  preview: ({ content, name }) => `set the status of ${nameOf(content)} to "${name}"`,
});
