// comment.reply: answers the comment that the event is about. Guarded like comment.add.

import * as v from 'valibot';
import { defineAction } from './action';
import { bodyField } from './comment-fields';
import { effectMarker, withEffectMarker } from './effect-marker';
import { templateSchema } from './parameters';
import { render } from './render';
import { commentOf, CommentSchema } from './comment-target';

export const commentReply = defineAction({
  kind: 'comment.reply',
  once: 'guarded',
  appliesTo: ['comment'],
  reads: [],
  writes: ['comment'],
  causes: ['created:comment'],
  scopes: ['write:comment:confluence', 'read:comment:confluence'],
  points: 1,
  form: {
    label: 'Reply to the comment',
    group: 'Comments',
    summary: 'Answers the comment that the event is about, once for each event.',
    fields: [bodyField('Reply')],
    example: { body: '<p>{{mention actor}}, somebody will look at it today.</p>' },
  },
  parameters: v.strictObject({
    /** Storage format, with placeholders. */
    body: templateSchema('the text of the reply'),
  }),
  effect: v.object({ comment: CommentSchema, body: v.string(), marker: v.string() }),
  plan({ body }, context) {
    const comment = commentOf(context);
    if (comment === undefined) {
      return { kind: 'skip', reason: `A ${context.subject.kind} is no comment that could be answered.` };
    }
    const rendered = render('body', body, 'storage', context);
    if (!rendered.ok) return { kind: 'fail', failure: rendered.error };
    return {
      kind: 'effect',
      effect: {
        comment,
        body: withEffectMarker(rendered.value, context.effectKey),
        marker: effectMarker(context.effectKey),
      },
    };
  },
  async perform({ comment, body, marker }, { confluence, as, uncertain, begin }) {
    if (uncertain) {
      const found = await confluence.findReply(comment, marker, as);
      if (found !== undefined) return `Reply ${found} had been written by an earlier attempt.`;
    }
    begin();
    const { commentId } = await confluence.addReply(comment, body, as);
    return `Wrote reply ${commentId} to comment ${comment.id}.`;
  },
  preview: ({ comment, body }) => `reply to comment ${comment.id}: ${body}`,
});
