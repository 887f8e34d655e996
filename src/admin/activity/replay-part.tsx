// What may be done with failed runs: chosen ones, or all that the list's filters fit, are tried again or dismissed. Both
// ask first. It must not hold state.

import { Button, Inline, Stack, Text } from '@forge/react';
import { Buttons } from '../shared/buttons';
import { Question } from '../shared/question';
import { words } from '../wording';
import type { ActivityEvent, ActivityState } from './state';

interface Props {
  readonly state: ActivityState;
  readonly send: (event: ActivityEvent) => void;
}

/** The row of buttons above failed runs, and the question. */
export function ReplayPart({ state, send }: Props) {
  const { chosen, asking, working } = state.letters;
  const { replay } = words.activity;
  const failed =
    state.list.status === 'ready' ? state.list.data.items.filter(({ outcome }) => outcome === 'failed') : [];
  if (failed.length === 0) return null;
  const all = failed.map(({ id }) => id);
  return (
    <Stack space="space.100">
      <Inline space="space.150" alignBlock="center" shouldWrap rowSpace="space.100">
        <Text>{replay.chosen(chosen.length)}</Text>
        <Buttons label={replay.group}>
          <Button onClick={() => send({ type: 'runs-chosen', ids: chosen.length === all.length ? [] : all })}>
            {chosen.length === all.length ? replay.none : replay.all(all.length)}
          </Button>
          <Button
            isDisabled={chosen.length === 0 || working}
            onClick={() => send({ type: 'deed-asked', deed: 'replay' })}
          >
            {replay.again}
          </Button>
          <Button
            isDisabled={chosen.length === 0 || working}
            onClick={() => send({ type: 'deed-asked', deed: 'dismiss' })}
          >
            {replay.dismiss}
          </Button>
        </Buttons>
      </Inline>
      {asking !== undefined && (
        <Question
          title={replay.question[asking](chosen.length)}
          confirm={asking === 'replay' ? replay.again : replay.dismiss}
          tone={asking === 'replay' ? 'primary' : 'warning'}
          busy={working}
          onConfirm={() => send({ type: 'deed-confirmed' })}
          onDismiss={() => send({ type: 'deed-cancelled' })}
        >
          <Text>{replay.explained[asking]}</Text>
        </Question>
      )}
    </Stack>
  );
}
