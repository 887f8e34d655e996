// comment.resolve: resolves the inline comment that the event is about. Footer comments cannot be resolved.

import * as v from 'valibot';
import { defineAction } from './action';
import { commentOf } from './comment-target';

export const commentResolve = defineAction({
  kind: 'comment.resolve',
  once: 'idempotent',
  appliesTo: ['comment'],
  reads: ['comment'],
  writes: ['comment'],
  causes: ['updated:comment'],
  scopes: ['write:comment:confluence', 'read:comment:confluence'],
  points: 3,
  form: {
    label: 'Resolve the comment',
    group: 'Comments',
    summary:
      'Resolves the comment on a passage that the event is about. Comments below the page have no such state.',
    fields: [],
    example: {},
  },
  parameters: v.strictObject({}),
  effect: v.object({ commentId: v.string() }),
  plan(_parameters, context) {
    const comment = commentOf(context);
    if (comment === undefined) {
      return { kind: 'skip', reason: `A ${context.subject.kind} is no comment that could be resolved.` };
    }
    if (comment.location !== 'inline') {
      const message = `Failed to resolve comment ${comment.id}: it stands below the page, and only comments on a passage can be resolved. Let the rule ask for \`content.extensions.location\` to be "inline".`;
      return { kind: 'fail', failure: { kind: 'bad-request', message, retryable: false } };
    }
    return { kind: 'effect', effect: { commentId: comment.id } };
  },
  async perform({ commentId }, { confluence, as }) {
    const resolved = await confluence.resolveComment(commentId, as);
    return resolved ? `Resolved comment ${commentId}.` : `Comment ${commentId} was resolved already.`;
  },
  preview: ({ commentId }) => `resolve comment ${commentId}`,
});
