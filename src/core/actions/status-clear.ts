// status.clear: takes the status (content state) off a page or blog post. One without a status stays as it is.

import * as v from 'valibot';
import { defineAction } from './action';
import { ContentSchema, contentTarget, nameOf, noTarget, PUBLISHED } from './content-target';

export const statusClear = defineAction({
  kind: 'status.clear',
  once: 'idempotent',
  appliesTo: PUBLISHED,
  reads: ['status'],
  writes: ['status', 'page'],
  causes: ['updated:page', 'updated:blogpost'],
  scopes: ['write:confluence-content', 'read:confluence-content.summary'],
  points: 3,
  form: {
    label: 'Clear the status',
    group: 'Status and properties',
    summary: 'Takes the status off the page or blog post.',
    fields: [],
    example: {},
  },
  parameters: v.strictObject({}),
  effect: v.object({ content: ContentSchema }),
  plan(_parameters, context) {
    const content = contentTarget(context, PUBLISHED);
    return content === undefined
      ? noTarget(context, 'has no status')
      : { kind: 'effect', effect: { content } };
  },
  async perform({ content }, { confluence, as }) {
    if ((await confluence.readStatus(content, as)) === undefined) {
      return `${nameOf(content)} had no status.`;
    }
    await confluence.clearStatus(content, as);
    return `Cleared the status of ${nameOf(content)}.`;
  },
  preview: ({ content }) => `clear the status of ${nameOf(content)}`,
});
