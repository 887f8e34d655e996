// page.title: renames a page or blog post. A title that it has already makes no version.

import * as v from 'valibot';
import { defineAction } from './action';
import { titleField } from './page-fields';
import { ContentSchema, contentTarget, nameOf, noTarget, PUBLISHED } from './content-target';
import { toTitle } from './page-title-text';
import { renderLine, templateSchema } from './parameters';

export const pageTitle = defineAction({
  kind: 'page.title',
  once: 'idempotent',
  appliesTo: PUBLISHED,
  reads: ['page'],
  writes: ['page'],
  causes: ['updated:page', 'updated:blogpost'],
  scopes: [
    'read:page:confluence',
    'write:page:confluence',
    'read:blogpost:confluence',
    'write:blogpost:confluence',
  ],
  points: 3,
  form: {
    label: 'Rename',
    group: 'Pages',
    summary: 'Gives the page or blog post another title.',
    fields: [titleField('New title')],
    example: { title: '[{{space.key}}] {{content.title}}' },
  },
  parameters: v.strictObject({ title: templateSchema('the new title') }),
  effect: v.object({ content: ContentSchema, title: v.string() }),
  plan({ title }, context) {
    const content = contentTarget(context, PUBLISHED);
    if (content === undefined) return noTarget(context, 'cannot be renamed');
    const line = renderLine('title', title, context);
    if (!line.ok) return { kind: 'fail', failure: line.error };
    return { kind: 'effect', effect: { content, title: toTitle(line.value) } };
  },
  async perform({ content, title }, { confluence, as }) {
    const changed = await confluence.editContent(
      content,
      (current) => (current.title === title ? undefined : { title }),
      as,
    );
    return changed
      ? `Renamed ${nameOf(content)} to "${title}".`
      : `${nameOf(content)} had the title already.`;
  },
  preview: ({ content, title }) => `rename ${nameOf(content)} to "${title}"`,
});
