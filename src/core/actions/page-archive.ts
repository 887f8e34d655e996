// page.archive: asks Confluence to archive a page. Confluence does it soon after, one such job on a site at a time;
// while another one runs, the step waits.

import * as v from 'valibot';
import { defineAction } from './action';
import { ContentSchema, contentTarget, nameOf, noTarget } from './content-target';

const ARCHIVABLE = ['page'];

export const pageArchive = defineAction({
  kind: 'page.archive',
  once: 'idempotent',
  appliesTo: ARCHIVABLE,
  reads: ['page'],
  writes: ['page'],
  causes: ['archived:page'],
  scopes: ['read:page:confluence', 'write:confluence-content'],
  points: 3,
  destructive: true,
  form: {
    label: 'Archive the page',
    group: 'Pages',
    summary: 'Asks Confluence to archive the page. An admin must allow it in the settings.',
    fields: [],
    example: {},
  },
  parameters: v.strictObject({}),
  effect: v.object({ content: ContentSchema }),
  plan(_parameters, context) {
    const content = contentTarget(context, ARCHIVABLE);
    return content === undefined
      ? noTarget(context, 'cannot be archived')
      : { kind: 'effect', effect: { content } };
  },
  async perform({ content }, { confluence, as }) {
    if ((await confluence.contentStatus(content, as)) === 'archived') {
      return `${nameOf(content)} was archived already.`;
    }
    await confluence.archivePage(content, as);
    return `Asked Confluence to archive ${nameOf(content)}.`;
  },
  preview: ({ content }) => `archive ${nameOf(content)}`,
});
