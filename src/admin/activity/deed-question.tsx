// What is asked before failed runs are tried again or dismissed, and how far that has come. It must not hold state.

import { ProgressBar, Stack, Text } from '@forge/react';
import { Question } from '../shared/question';
import { words } from '../wording';
import { isFiltered } from './filter';
import type { ActivityEvent, ActivityState } from './state';

interface Props {
  readonly state: ActivityState;
  readonly send: (event: ActivityEvent) => void;
}

/** The question, while one is asked. */
export function DeedQuestion({ state, send }: Props) {
  const { chosen, asking, working } = state.letters;
  if (asking === undefined) return null;
  const { deed, every } = asking;
  const { replay } = words.activity;
  const everyTitle = isFiltered(state.filter?.id, state.more) ? replay.questionFitting : replay.questionEvery;
  return (
    <Question
      title={every ? everyTitle : replay.question[deed](chosen.length)}
      confirm={deed === 'replay' ? replay.again : replay.dismiss}
      tone={deed === 'replay' ? 'primary' : 'warning'}
      busy={working !== undefined}
      {...(working === undefined ? {} : { dismiss: replay.stop })}
      onConfirm={() => send({ type: 'deed-confirmed' })}
      onDismiss={() => send({ type: 'deed-cancelled' })}
    >
      <Stack space="space.150">
        <Text>{replay.explained[deed]}</Text>
        {every && working !== undefined && (
          <Stack space="space.100">
            <Text>{replay.progress(working.done, working.left)}</Text>
            <ProgressBar ariaLabel={replay.progress(working.done, working.left)} isIndeterminate />
          </Stack>
        )}
      </Stack>
    </Question>
  );
}
