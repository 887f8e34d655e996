// page.move: puts a page below, before or after another one, in its space or another. Moving it to where it is
// changes nothing but its place among its siblings.

import * as v from 'valibot';
import { defineAction } from './action';
import { ContentSchema, contentTarget, nameOf, noTarget } from './content-target';
import { badParameter, renderContentId, templateSchema } from './parameters';

const MOVABLE = ['page'];

/** Where the page goes, seen from the target. */
const POSITIONS = ['append', 'before', 'after'] as const;

const WORDS = { append: 'below', before: 'before', after: 'after' } as const;

export const pageMove = defineAction({
  kind: 'page.move',
  once: 'idempotent',
  appliesTo: MOVABLE,
  reads: [],
  writes: ['page'],
  causes: ['moved:page'],
  scopes: ['write:confluence-content'],
  points: 1,
  form: {
    label: 'Move the page',
    group: 'Pages',
    summary: 'Puts the page below, before or after another one, in its space or in another.',
    fields: [
      {
        name: 'target',
        label: 'The page with this id',
        required: true,
        input: { type: 'text', template: true },
        initial: '',
      },
      {
        name: 'position',
        label: 'Position',
        input: {
          type: 'choice',
          options: [
            { value: 'append', label: 'Below it' },
            { value: 'before', label: 'Before it' },
            { value: 'after', label: 'After it' },
          ],
        },
        initial: 'append',
      },
    ],
    example: { target: '123456', position: 'append' },
  },
  parameters: v.strictObject({
    /** Id of a page, with placeholders. */
    target: templateSchema('the id of a page'),
    position: v.optional(v.picklist(POSITIONS), 'append'),
  }),
  effect: v.object({ content: ContentSchema, target: v.string(), position: v.picklist(POSITIONS) }),
  plan({ target, position }, context) {
    const content = contentTarget(context, MOVABLE);
    if (content === undefined) return noTarget(context, 'cannot be moved');
    const id = renderContentId('target', target, context);
    if (!id.ok) return { kind: 'fail', failure: id.error };
    if (id.value === undefined) return { kind: 'fail', failure: badParameter('target', 'it names no page') };
    return { kind: 'effect', effect: { content, target: id.value, position } };
  },
  async perform({ content, target, position }, { confluence, as }) {
    await confluence.movePage(content, position, target, as);
    return `Moved ${nameOf(content)} ${WORDS[position]} page ${target}.`;
  },
  preview: ({ content, target, position }) => `move ${nameOf(content)} ${WORDS[position]} page ${target}`,
});
