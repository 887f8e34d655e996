// page.body: adds to the text of a page or blog post, or replaces a section of it. What has been added for an event
// carries the effect key, so that it is never added twice; the rest of the text is kept as it is.

import * as v from 'valibot';
import { defineAction } from './action';
import { ContentSchema, contentTarget, nameOf, noTarget, PUBLISHED } from './content-target';
import { effectMarker, withEffectMarker } from './effect-marker';
import { templateSchema } from './parameters';
import { render } from './render';
import { replaceSection } from './replace-section';
import { FailureError } from '../failure';

const MODES = ['append', 'prepend', 'replace'] as const;

const WORDS = { append: 'add to the end of', prepend: 'add to the top of', replace: 'replace a section of' };

export const pageBody = defineAction({
  kind: 'page.body',
  once: 'guarded',
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
    label: 'Change the text',
    group: 'Pages',
    summary: 'Adds to the text of the page or blog post, or replaces a section of it.',
    fields: [
      {
        name: 'mode',
        label: 'Where',
        required: true,
        input: {
          type: 'choice',
          options: [
            { value: 'append', label: 'At the end' },
            { value: 'prepend', label: 'At the top' },
            { value: 'replace', label: 'In place of a section' },
          ],
        },
        initial: 'append',
      },
      {
        name: 'body',
        label: 'Text',
        help: 'Confluence storage format (HTML-like), with placeholders.',
        required: true,
        input: { type: 'long-text', template: true, storage: true, rows: 4 },
        initial: '',
      },
      {
        name: 'section',
        label: 'Section',
        help: 'The section lies between the anchors of this name and of this name with "-end". Without them it is made at the end.',
        input: { type: 'text', maxLength: 60 },
      },
    ],
    example: { mode: 'replace', section: 'last-change', body: '<p>Last changed by {{mention actor}}.</p>' },
  },
  parameters: v.strictObject({
    mode: v.optional(v.picklist(MODES), 'append'),
    /** Storage format, with placeholders. */
    body: templateSchema('the text to write'),
    /** For `replace`: the section from the anchor of this name to the anchor `…-end`. */
    section: v.optional(
      v.pipe(v.string(), v.regex(/^[\w-]{1,60}$/, 'expected letters, digits, - and _, as in status-table')),
      'rulewright',
    ),
  }),
  effect: v.object({
    content: ContentSchema,
    mode: v.picklist(MODES),
    body: v.string(),
    section: v.string(),
    effectKey: v.string(),
  }),
  plan({ mode, body, section }, context) {
    const content = contentTarget(context, PUBLISHED);
    if (content === undefined) return noTarget(context, 'has no text that an app can change');
    const rendered = render('body', body, 'storage', context);
    if (!rendered.ok) return { kind: 'fail', failure: rendered.error };
    return {
      kind: 'effect',
      effect: { content, mode, body: rendered.value, section, effectKey: context.effectKey },
    };
  },
  async perform({ content, mode, body, section, effectKey }, { confluence, as }) {
    const changed = await confluence.editContent(
      content,
      (current) => {
        if (mode === 'replace') return replaced(current.body, section, body);
        if (current.body.includes(effectMarker(effectKey))) return undefined;
        const added = withEffectMarker(body, effectKey);
        return { body: mode === 'append' ? current.body + added : added + current.body };
      },
      as,
    );
    return changed
      ? `Changed the text of ${nameOf(content)}.`
      : `The text of ${nameOf(content)} was so already.`;
  },
  preview: ({ content, mode, body }) => `${WORDS[mode]} ${nameOf(content)}: ${body}`,
});

function replaced(before: string, section: string, body: string): { readonly body: string } | undefined {
  const after = replaceSection(before, section, body);
  if (after === undefined) {
    throw new FailureError({
      kind: 'bad-request',
      message: `Failed to replace the section "${section}": only one of the anchors "${section}" and "${section}-end" is there, or both are in one paragraph. Put each on a line of its own.`,
      retryable: false,
    });
  }
  return after === before ? undefined : { body: after };
}
