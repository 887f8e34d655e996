// Asks before a rule is deleted.

import { Stack, Text } from '@forge/react';
import { words } from '../wording';
import { Failure } from '../shared/failure';
import { Question } from '../shared/question';
import type { RulesEvent, RulesState } from './state';

/** The question, with what went wrong if deleting failed. */
export function DeleteQuestion(props: {
  readonly deleting: NonNullable<RulesState['deleting']>;
  readonly send: (event: RulesEvent) => void;
}) {
  const { deleting, send } = props;
  return (
    <Question
      title={words.rules.deleteTitle(deleting.name)}
      confirm={words.rules.deleteConfirm}
      tone="danger"
      busy={deleting.busy}
      onConfirm={() => send({ type: 'delete-confirmed' })}
      onDismiss={() => send({ type: 'delete-cancelled' })}
    >
      <Stack space="space.100">
        <Text>{words.rules.deleteText}</Text>
        {deleting.error !== undefined && <Failure error={deleting.error} />}
      </Stack>
    </Question>
  );
}
