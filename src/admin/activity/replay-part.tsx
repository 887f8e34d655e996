// What may be done with failed runs: chosen ones, or all that the list's filters fit, are tried again or dismissed. Both
// ask first. It must not hold state.

import { Button, Inline, ProgressBar, Stack, Text } from '@forge/react';
import { Buttons } from '../shared/buttons';
import { Question } from '../shared/question';
import { words } from '../wording';
import { isNarrowed } from './filter';
import type { ActivityEvent, ActivityState } from './state';

interface Props {
  readonly state: ActivityState;
  readonly send: (event: ActivityEvent) => void;
}

type Asking = NonNullable<ActivityState['letters']['asking']>;

/** The row of buttons above failed runs, and the question. */
export function ReplayPart({ state, send }: Props) {
  const { chosen, asking, working } = state.letters;
  const isWorking = working !== undefined;
  const { replay } = words.activity;
  const failed =
    state.list.status === 'ready' ? state.list.data.items.filter(({ outcome }) => outcome === 'failed') : [];
  if (failed.length === 0 && asking === undefined) return null;
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
            isDisabled={chosen.length === 0 || isWorking}
            onClick={() => send({ type: 'deed-asked', deed: 'replay' })}
          >
            {replay.again}
          </Button>
          <Button
            isDisabled={chosen.length === 0 || isWorking}
            onClick={() => send({ type: 'deed-asked', deed: 'dismiss' })}
          >
            {replay.dismiss}
          </Button>
          <Button
            appearance="subtle"
            isDisabled={isWorking}
            onClick={() => send({ type: 'deed-asked', deed: 'replay', every: true })}
          >
            {isFiltered(state) ? replay.everyFitting : replay.everyOne}
          </Button>
        </Buttons>
      </Inline>
      {asking !== undefined && <DeedQuestion state={state} send={send} asking={asking} />}
    </Stack>
  );
}

function DeedQuestion({ state, send, asking }: Props & { readonly asking: Asking }) {
  const { chosen, working } = state.letters;
  const { deed, every } = asking;
  const { replay } = words.activity;
  const everyTitle = isFiltered(state) ? replay.questionFitting : replay.questionEvery;
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

function isFiltered({ filter, more }: ActivityState): boolean {
  return filter !== undefined || isNarrowed({ ...more, outcome: undefined });
}
