// What importing would change, rule by rule, a page at a time.

import { Box, Checkbox, Code, Label, Lozenge, Select, Stack, Text, xcss } from '@forge/react';
import { words } from '../wording';
import { Card } from '../shared/card';
import { Differences } from '../shared/differences';
import { Line } from '../shared/line';
import { checkedOf, valuesOf } from '../shared/input';
import { ProblemList } from '../shared/problem-list';
import type { ImportChange } from '../../core/import/plan-import';
import type { HowChosen, ImportEntry, ImportEvent, ImportState } from './import-state';

/** Holds the longest way to settle a conflict. */
const CHOICE = xcss({ minWidth: '16rem' });

const APPEARANCE: { readonly [K in ImportChange]: 'new' | 'inprogress' | 'moved' | 'default' | 'removed' } = {
  added: 'new',
  changed: 'inprogress',
  conflicting: 'moved',
  unchanged: 'default',
  invalid: 'removed',
};

const HOW = (['skip', 'take', 'copy'] as const).map((value) => ({ value, label: words.transfer.how[value] }));

/** A card for each of these rules. */
export function PreviewCards(props: {
  readonly entries: readonly ImportEntry[];
  readonly choices: ImportState['choices'];
  readonly send: (event: ImportEvent) => void;
}) {
  const { entries, choices, send } = props;
  return (
    <Stack space="space.100">
      {entries.map((entry) => (
        <Card key={entry.id}>
          <Line>
            <Pick entry={entry} choices={choices} send={send} />
            <Lozenge appearance={APPEARANCE[entry.change]}>{words.transfer.change[entry.change]}</Lozenge>
            <Code>{entry.id}</Code>
          </Line>
          <Different entry={entry} />
        </Card>
      ))}
    </Stack>
  );
}

function Pick(props: {
  readonly entry: ImportEntry;
  readonly choices: ImportState['choices'];
  readonly send: (event: ImportEvent) => void;
}) {
  const { entry, choices, send } = props;
  const { id, name, change } = entry;
  return change === 'conflicting' ? (
    <Box xcss={CHOICE}>
      <Stack space="space.050">
        <Label labelFor={`how-${id}`}>{name}</Label>
        <Select
          inputId={`how-${id}`}
          options={HOW}
          value={HOW.find(({ value }) => value === (choices.get(id) ?? 'skip')) ?? null}
          onChange={(picked: unknown) => {
            send({ type: 'chosen', id, how: (valuesOf(picked)[0] ?? 'skip') as HowChosen });
          }}
        />
      </Stack>
    </Box>
  ) : (
    <Checkbox
      id={`pick-${id}`}
      label={name}
      isChecked={choices.has(id)}
      isDisabled={change === 'unchanged' || change === 'invalid'}
      onChange={(event) => send({ type: 'chosen', id, how: checkedOf(event) ? 'take' : 'skip' })}
    />
  );
}

function Different(props: { readonly entry: ImportEntry }) {
  const { change, differences, problems = [] } = props.entry;
  switch (change) {
    case 'added':
      return <Text>{words.transfer.newRule}</Text>;
    case 'unchanged':
      return <Text>{words.transfer.sameRule}</Text>;
    case 'invalid':
      return <ProblemList problems={problems} withPaths />;
    case 'changed':
      return <Differences differences={differences} />;
    case 'conflicting':
      return (
        <Stack space="space.050">
          <Text>{words.transfer.conflict}</Text>
          <Differences differences={differences} />
        </Stack>
      );
  }
}
