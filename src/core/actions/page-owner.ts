// page.owner: gives a page another owner. Blog posts have none that an app can change.

import * as v from 'valibot';
import { defineAction } from './action';
import { ContentSchema, contentTarget, nameOf, noTarget } from './content-target';
import { renderLine, templateSchema } from './parameters';

const OWNED = ['page'];

export const pageOwner = defineAction({
  kind: 'page.owner',
  once: 'idempotent',
  appliesTo: OWNED,
  reads: ['page'],
  writes: ['page'],
  causes: ['updated:page'],
  scopes: ['read:page:confluence', 'write:page:confluence'],
  points: 3,
  form: {
    label: 'Change the owner',
    group: 'Pages',
    summary: 'Gives the page another owner.',
    fields: [
      {
        name: 'owner',
        label: 'Account id',
        help: '{{actor.accountId}} is whoever caused the event.',
        required: true,
        input: { type: 'text', template: true },
        initial: '',
      },
    ],
    example: { owner: '{{actor.accountId}}' },
  },
  parameters: v.strictObject({
    /** An account id, with placeholders. */
    owner: templateSchema('the account id of a user'),
  }),
  effect: v.object({ content: ContentSchema, owner: v.string() }),
  plan({ owner }, context) {
    const content = contentTarget(context, OWNED);
    if (content === undefined) return noTarget(context, 'has no owner that an app can change');
    const line = renderLine('owner', owner, context);
    if (!line.ok) return { kind: 'fail', failure: line.error };
    return { kind: 'effect', effect: { content, owner: line.value } };
  },
  async perform({ content, owner }, { confluence, as }) {
    const changed = await confluence.editContent(
      content,
      (current) => (current.ownerId === owner ? undefined : { ownerId: owner }),
      as,
    );
    return changed
      ? `Made ${owner} the owner of ${nameOf(content)}.`
      : `${owner} owned ${nameOf(content)} already.`;
  },
  preview: ({ content, owner }) => `make ${owner} the owner of ${nameOf(content)}`,
});
