// REST v2 for creating inline comments: the selected text must be found on the published page.

import * as v from 'valibot';

import type { Operation } from '../http/operation';
import { created } from '../http/operation';
import { parseBody } from '../http/parse-body';
import { badRequest } from '../http/refusal';
import type { ContentRecord, InlineMarker } from '../model/content';
import { newUuid } from '../session';
import type { Session } from '../session';
import { toBody } from '../storage-format/body';
import { parseStorage, textOf } from '../storage-format/parse';
import { commentSingleJson } from './json';
import { CreateCommentEntries, findTarget } from './routes';
import { createComment } from './store';

const SelectionSchema = v.object({
  textSelection: v.pipe(v.string(), v.nonEmpty()),
  textSelectionMatchCount: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
  textSelectionMatchIndex: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
});

const CreateSchema = v.object({
  ...CreateCommentEntries,
  inlineCommentProperties: v.optional(SelectionSchema),
});

export const createInlineComment: Operation = {
  id: 'createInlineComment',
  method: 'POST',
  path: '/wiki/api/v2/inline-comments',
  version: 2,
  scopes: [['write:comment:confluence']],
  perform: (input, session) => {
    const written = parseBody(input, CreateSchema);
    const { container, parent } = findTarget(session, written, 'inline');
    const comment = createComment(session, {
      location: 'inline',
      container,
      body: toBody(written.body),
      ...(parent === undefined
        ? { marker: findSelection(session, container, written.inlineCommentProperties) }
        : { parent }),
    });
    return created(commentSingleJson(input, session, comment, 'storage'));
  },
};

function findSelection(
  session: Session,
  container: ContentRecord,
  selection: v.InferOutput<typeof SelectionSchema> | undefined,
): InlineMarker {
  if (selection === undefined) {
    throw badRequest('inlineCommentProperties is required for the first comment of a thread');
  }
  const { textSelection, textSelectionMatchCount, textSelectionMatchIndex } = selection;
  const text =
    container.type === 'page' || container.type === 'blogpost'
      ? textOf(parseStorage(container.body.storage))
      : '';
  const found = text.split(textSelection).length - 1;
  if (found !== textSelectionMatchCount || textSelectionMatchIndex >= found) {
    throw badRequest(
      `Could not find the text selection: expected ${textSelectionMatchCount} matches of "${textSelection}", found ${found}`,
    );
  }
  return { ref: newUuid(session.tables), selection: textSelection };
}
