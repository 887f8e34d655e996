// What importing would change, rule by rule, a page at a time. Cells hold no hooks: DynamicTable calls their components
// itself.

import { Checkbox, Code, DynamicTable, Label, Lozenge, Select, Stack, Text } from '@forge/react';
import { words } from '../wording';
import { Differences } from '../shared/differences';
import { Wide, column } from '../shared/wide';
import { checkedOf, valuesOf } from '../shared/input';
import { ProblemList } from '../shared/problem-list';
import type { ImportChange } from '../../core/import/plan-import';
import type { HowChosen, ImportEntry, ImportEvent, ImportState } from './import-state';

const APPEARANCE: { readonly [K in ImportChange]: 'new' | 'inprogress' | 'moved' | 'default' | 'removed' } = {
  added: 'new',
  changed: 'inprogress',
  conflicting: 'moved',
  unchanged: 'default',
  invalid: 'removed',
};

const { columns } = words.transfer;
const HEAD = {
  cells: [
    { key: 'pick', content: columns.pick },
    { key: 'change', content: columns.change },
    { key: 'differences', content: columns.differences },
  ],
};

const HOW = (['skip', 'take', 'copy'] as const).map((value) => ({ value, label: words.transfer.how[value] }));

/** One row for each of these rules. */
export function PreviewTable(props: {
  readonly entries: readonly ImportEntry[];
  readonly choices: ImportState['choices'];
  readonly send: (event: ImportEvent) => void;
}) {
  const { entries, choices, send } = props;
  return (
    <Wide>
      <DynamicTable
        label={words.transfer.previewTitle}
        head={HEAD}
        rows={entries.map((entry) => ({
          key: entry.id,
          cells: [
            { key: 'pick', content: column(pickCell(entry, choices, send)) },
            {
              key: 'change',
              content: (
                <Lozenge appearance={APPEARANCE[entry.change]}>{words.transfer.change[entry.change]}</Lozenge>
              ),
            },
            { key: 'differences', content: column(differencesCell(entry)) },
          ],
        }))}
      />
    </Wide>
  );
}

function pickCell(entry: ImportEntry, choices: ImportState['choices'], send: (event: ImportEvent) => void) {
  const { id, name, change } = entry;
  return (
    <Stack space="space.050">
      {change === 'conflicting' ? (
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
      ) : (
        <Checkbox
          id={`pick-${id}`}
          label={name}
          isChecked={choices.has(id)}
          isDisabled={change === 'unchanged' || change === 'invalid'}
          onChange={(event) => send({ type: 'chosen', id, how: checkedOf(event) ? 'take' : 'skip' })}
        />
      )}
      <Code>{id}</Code>
    </Stack>
  );
}

function differencesCell({ change, differences, problems = [] }: ImportEntry) {
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
