// The questions of the editor: leave without saving, save in spite of warnings, and whose change shall stay.

import { Stack, Text, User } from '@forge/react';
import { words } from '../wording';
import { ProblemList } from '../shared/problem-list';
import { Question } from '../shared/question';
import { whenText } from '../shared/when-text';
import { differingFields } from './differing-fields';
import type { EditorEvent, EditorState } from './state';

/** The question that waits for an answer; nothing when none does. */
export function EditorQuestion(props: {
  readonly state: EditorState;
  readonly send: (event: EditorEvent) => void;
}) {
  const { state, send } = props;
  const dismiss = () => send({ type: 'question-dismissed' });
  switch (state.asking?.kind) {
    case undefined:
      return null;
    case 'leave':
      return (
        <Question
          title={words.editor.leaveTitle}
          confirm={words.editor.leave}
          dismiss={words.editor.stay}
          tone="warning"
          onConfirm={() => send({ type: 'leave-confirmed' })}
          onDismiss={dismiss}
        >
          <Text>{words.editor.leaveText}</Text>
        </Question>
      );
    case 'warnings':
      return (
        <Question
          title={words.editor.saveAnywayTitle}
          confirm={words.editor.saveAnyway}
          dismiss={words.editor.stay}
          tone="primary"
          onConfirm={() => send({ type: 'warnings-accepted' })}
          onDismiss={dismiss}
        >
          <Stack space="space.100">
            <Text>{words.editor.saveAnywayText}</Text>
            <ProblemList problems={state.asking.warnings} withPaths />
          </Stack>
        </Question>
      );
    case 'conflict': {
      const { theirs } = state.asking;
      const fields = differingFields(state.draft.rule, theirs.rule);
      return (
        <Question
          title={words.editor.conflictTitle}
          confirm={words.editor.keepMine}
          dismiss={words.editor.stay}
          tone="warning"
          alternative={{ label: words.editor.takeTheirs, onChoose: () => send({ type: 'theirs-taken' }) }}
          onConfirm={() => send({ type: 'mine-kept' })}
          onDismiss={dismiss}
        >
          <Stack space="space.100">
            <Text>{words.editor.conflictText(theirs.version, state.version ?? 0)}</Text>
            <User accountId={theirs.updatedBy} />
            <Text>{words.editor.conflictWhen(whenText(theirs.updatedAt))}</Text>
            <Text>
              {fields.length === 0
                ? words.editor.conflictSame
                : words.editor.conflictDiffers(fields.join(', '))}
            </Text>
          </Stack>
        </Question>
      );
    }
  }
}
