// The questions of the editor: leave without saving, save in spite of warnings, and whose change shall stay.

import { Stack, Text } from '@forge/react';
import { words } from '../wording';
import { ProblemList } from '../shared/problem-list';
import { Question } from '../shared/question';
import { ConflictQuestion } from './conflict-question';
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
    case 'conflict':
      return <ConflictQuestion state={state} send={send} theirs={state.asking.theirs} />;
  }
}
