// page.trash: moves a page or blog post to the trash, from where people can restore it. It never purges.

import * as v from 'valibot';
import { defineAction } from './action';
import { ContentSchema, contentTarget, nameOf, noTarget, PUBLISHED } from './content-target';

export const pageTrash = defineAction({
  kind: 'page.trash',
  once: 'idempotent',
  appliesTo: PUBLISHED,
  reads: ['page'],
  writes: ['page'],
  causes: ['trashed:page', 'trashed:blogpost'],
  scopes: ['read:page:confluence', 'delete:page:confluence', 'read:blogpost:confluence'],
  points: 3,
  destructive: true,
  form: {
    label: 'Move to the trash',
    group: 'Pages',
    summary: 'Moves the page or blog post to the trash. An admin must allow it in the settings.',
    fields: [],
    example: {},
  },
  parameters: v.strictObject({}),
  effect: v.object({ content: ContentSchema }),
  plan(_parameters, context) {
    const content = contentTarget(context, PUBLISHED);
    return content === undefined
      ? noTarget(context, 'cannot be moved to the trash')
      : { kind: 'effect', effect: { content } };
  },
  async perform({ content }, { confluence, as }) {
    // Asked first, because deleting what is in the trash means something else to Confluence.
    if ((await confluence.contentStatus(content, as)) === 'trashed') {
      return `${nameOf(content)} was in the trash already.`;
    }
    await confluence.trashContent(content, as);
    return `Moved ${nameOf(content)} to the trash.`;
  },
  preview: ({ content }) => `move ${nameOf(content)} to the trash`,
});
