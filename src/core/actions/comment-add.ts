// comment.add: writes a footer comment on the content that the event is about. Guarded: the comment carries the
// effect key, and after an attempt whose answer was lost it is looked for before it is written again.

import * as v from 'valibot';
import { RULE_LIMITS } from '../rules/rule';
import { defineAction } from './action';
import { effectMarker, withEffectMarker } from './effect-marker';
import { render } from './render';

/** Content that takes footer comments through the REST interface. */
const COMMENTABLE = new Set(['page', 'blogpost', 'attachment', 'custom_content']);

export const commentAdd = defineAction({
  kind: 'comment.add',
  once: 'guarded',
  writes: ['comment'],
  scopes: ['write:comment:confluence', 'read:comment:confluence'],
  parameters: v.strictObject({
    /** Storage format, with placeholders. */
    body: v.pipe(
      v.string(),
      v.nonEmpty('expected the text of the comment, got an empty text'),
      v.maxLength(RULE_LIMITS.MAX_TEMPLATE_LENGTH),
    ),
  }),
  effect: v.object({
    content: v.object({ id: v.string(), type: v.string() }),
    body: v.string(),
    marker: v.string(),
  }),
  plan({ body }, context) {
    const { subject } = context;
    if (subject.contentId === undefined || !COMMENTABLE.has(subject.contentType ?? 'page')) {
      return { kind: 'skip', reason: `A ${subject.contentType ?? subject.kind} takes no footer comments.` };
    }
    const rendered = render('body', body, 'storage', context);
    if (!rendered.ok) return { kind: 'fail', failure: rendered.error };
    return {
      kind: 'effect',
      effect: {
        content: { id: subject.contentId, type: subject.contentType ?? 'page' },
        body: withEffectMarker(rendered.value, context.effectKey),
        marker: effectMarker(context.effectKey),
      },
    };
  },
  async perform(effect, { confluence, as, uncertain }) {
    if (uncertain) {
      const found = await confluence.findFooterComment(effect.content, effect.marker, as);
      if (found !== undefined) return `Comment ${found} had been written by an earlier attempt.`;
    }
    const { commentId } = await confluence.addFooterComment(effect.content, effect.body, as);
    return `Wrote comment ${commentId} on ${effect.content.type} ${effect.content.id}.`;
  },
  preview: (effect) => `comment on ${effect.content.type} ${effect.content.id}: ${effect.body}`,
});
