// comment.add: writes a footer comment on the content that the event is about. Guarded: the comment carries the
// effect key, and after an attempt whose answer was lost it is looked for before it is written again.

import * as v from 'valibot';
import { defineAction } from './action';
import { bodyField } from './comment-fields';
import { ContentSchema, contentTarget, noTarget } from './content-target';
import { effectMarker, withEffectMarker } from './effect-marker';
import { templateSchema } from './parameters';
import { render } from './render';

/** Content that takes footer comments through the REST interface. */
const COMMENTABLE = ['page', 'blogpost', 'attachment', 'custom_content'];

export const commentAdd = defineAction({
  kind: 'comment.add',
  once: 'guarded',
  appliesTo: COMMENTABLE,
  reads: [],
  writes: ['comment'],
  causes: ['created:comment'],
  scopes: ['write:comment:confluence', 'read:comment:confluence'],
  points: 1,
  form: {
    label: 'Add a comment',
    group: 'Comments',
    summary: 'Writes a comment below the page or blog post, once for each event.',
    fields: [bodyField('Comment')],
    example: { body: '<p>Thank you for "{{content.title}}", {{mention actor}}.</p>' },
  },
  parameters: v.strictObject({
    /** Storage format, with placeholders. */
    body: templateSchema('the text of the comment'),
  }),
  effect: v.object({
    content: ContentSchema,
    body: v.string(),
    marker: v.string(),
  }),
  plan({ body }, context) {
    const content = contentTarget(context, COMMENTABLE);
    if (content === undefined) return noTarget(context, 'takes no footer comments');
    const rendered = render('body', body, 'storage', context);
    if (!rendered.ok) return { kind: 'fail', failure: rendered.error };
    return {
      kind: 'effect',
      effect: {
        content,
        body: withEffectMarker(rendered.value, context.effectKey),
        marker: effectMarker(context.effectKey),
      },
    };
  },
  async perform(effect, { confluence, as, uncertain, begin }) {
    if (uncertain) {
      const found = await confluence.findFooterComment(effect.content, effect.marker, as);
      if (found !== undefined) return `Comment ${found} had been written by an earlier attempt.`;
    }
    begin();
    const { commentId } = await confluence.addFooterComment(effect.content, effect.body, as);
    return `Wrote comment ${commentId} on ${effect.content.type} ${effect.content.id}.`;
  },
  preview: (effect) => `comment on ${effect.content.type} ${effect.content.id}: ${effect.body}`,
});
