// What may be done with failed runs: chosen ones, or all that the list's filters fit, are tried again or dismissed.
// It must not hold state.

import { Button, Inline, Text } from '@forge/react';
import { words } from '../wording';
import { isFiltered } from './filter';
import type { ActivityEvent, ActivityState } from './state';

interface Props {
  readonly state: ActivityState;
  readonly send: (event: ActivityEvent) => void;
}

/** The row of buttons above failed runs. */
export function ReplayPart({ state, send }: Props) {
  const { chosen, working } = state.letters;
  const isWorking = working !== undefined;
  const { replay } = words.activity;
  const failed =
    state.list.status === 'ready' ? state.list.data.items.filter(({ outcome }) => outcome === 'failed') : [];
  if (failed.length === 0) return null;
  const all = failed.map(({ id }) => id);
  return (
    <Inline space="space.150" alignBlock="center" shouldWrap rowSpace="space.100">
      <Text>{replay.chosen(chosen.length)}</Text>
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
        {isFiltered(state.filter?.id, state.more) ? replay.everyFitting : replay.everyOne}
      </Button>
    </Inline>
  );
}
