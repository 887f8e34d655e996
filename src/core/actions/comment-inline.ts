// comment.inline: comments on a passage of the page's text. Guarded like comment.add; a passage that is not there is
// a failure in words, because the author of the rule counted on it.

import * as v from 'valibot';
import { defineAction } from './action';
import { bodyField } from './comment-fields';
import { ContentSchema, contentTarget, nameOf, noTarget, PUBLISHED } from './content-target';
import { effectMarker, withEffectMarker } from './effect-marker';
import { badParameter, renderLine, templateSchema } from './parameters';
import { render } from './render';
import { countPassages } from './page-text';
import { FailureError } from '../failure';

export const commentInline = defineAction({
  kind: 'comment.inline',
  once: 'guarded',
  appliesTo: PUBLISHED,
  reads: ['page'],
  writes: ['comment'],
  causes: ['created:comment'],
  scopes: [
    'read:page:confluence',
    'read:blogpost:confluence',
    'write:comment:confluence',
    'read:comment:confluence',
  ],
  points: 3,
  form: {
    label: 'Comment on a passage',
    group: 'Comments',
    summary: 'Comments on the first place where a passage stands in the text. Fails when it is not there.',
    fields: [
      {
        name: 'passage',
        label: 'Passage',
        help: 'Exactly as it stands in the page, within one paragraph.',
        required: true,
        input: { type: 'text', template: true },
        initial: '',
      },
      bodyField('Comment'),
    ],
    example: { passage: 'TBD', body: '<p>{{mention actor}}, this is still open.</p>' },
  },
  parameters: v.strictObject({
    /** The passage, exactly as it stands in the page; with placeholders. */
    passage: templateSchema('the passage to comment on'),
    /** Storage format, with placeholders. */
    body: templateSchema('the text of the comment'),
  }),
  effect: v.object({ content: ContentSchema, passage: v.string(), body: v.string(), marker: v.string() }),
  plan({ passage, body }, context) {
    const content = contentTarget(context, PUBLISHED);
    if (content === undefined) return noTarget(context, 'takes no comments on its text');
    const line = renderLine('passage', passage, context);
    if (!line.ok) return { kind: 'fail', failure: line.error };
    const rendered = render('body', body, 'storage', context);
    if (!rendered.ok) return { kind: 'fail', failure: rendered.error };
    return {
      kind: 'effect',
      effect: {
        content,
        passage: line.value,
        body: withEffectMarker(rendered.value, context.effectKey),
        marker: effectMarker(context.effectKey),
      },
    };
  },
  async perform({ content, passage, body, marker }, { confluence, as, uncertain, begin }) {
    if (uncertain) {
      const found = await confluence.findInlineComment(content, marker, as);
      if (found !== undefined) return `Comment ${found} had been written by an earlier attempt.`;
    }
    const count = countPassages((await confluence.readContent(content, as)).body, passage);
    if (count === 0) {
      throw new FailureError(badParameter('passage', `${nameOf(content)} does not contain "${passage}"`));
    }
    begin();
    const { commentId } = await confluence.addInlineComment(content, { passage, count }, body, as);
    return `Wrote comment ${commentId} on "${passage}" in ${nameOf(content)}.`;
  },
  preview: ({ content, passage, body }) => `comment on "${passage}" in ${nameOf(content)}: ${body}`,
});
