// What importing would change, rule by rule. Cells hold no hooks: DynamicTable calls their components itself.

import { Checkbox, Code, DynamicTable, List, ListItem, Lozenge, Stack, Text } from '@forge/react';
import { words } from '../wording';
import { Wide, column } from '../shared/wide';
import { checkedOf } from '../shared/input';
import type { ImportPreview } from '../../core/admin/api/exchange-api';
import type { TransferEvent } from './state';

type Entry = ImportPreview['entries'][number];

/** More rows than this would make the page slow; the table turns pages by itself. */
const ROWS_PER_PAGE = 20;

const APPEARANCE: { readonly [K in Entry['change']]: 'new' | 'moved' | 'default' } = {
  added: 'new',
  changed: 'moved',
  unchanged: 'default',
};

const { columns } = words.transfer;
const HEAD = {
  cells: [
    { key: 'pick', content: columns.pick },
    { key: 'rule', content: columns.rule },
    { key: 'change', content: columns.change },
    { key: 'differences', content: columns.differences },
  ],
};

/** One row for each rule of the text. */
export function PreviewTable(props: {
  readonly preview: ImportPreview;
  readonly chosen: readonly string[];
  readonly send: (event: TransferEvent) => void;
}) {
  const { preview, chosen, send } = props;
  return (
    <Wide>
      <DynamicTable
        label={words.transfer.previewTitle}
        head={HEAD}
        rowsPerPage={ROWS_PER_PAGE}
        rows={preview.entries.map((entry) => ({
          key: entry.id,
          cells: [
            { key: 'pick', content: column(pickCell(entry, chosen, send)) },
            { key: 'rule', content: ruleCell(entry) },
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

function pickCell(entry: Entry, chosen: readonly string[], send: (event: TransferEvent) => void) {
  return (
    <Checkbox
      id={`pick-${entry.id}`}
      label={entry.name}
      isChecked={chosen.includes(entry.id)}
      isDisabled={entry.change === 'unchanged'}
      onChange={(event) => send({ type: 'chosen', id: entry.id, on: checkedOf(event) })}
    />
  );
}

function ruleCell(entry: Entry) {
  return <Code>{entry.id}</Code>;
}

function differencesCell(entry: Entry) {
  if (entry.change === 'unchanged') return <Text>{words.transfer.sameRule}</Text>;
  if (entry.differences.length === 0) return <Text>{words.transfer.newRule}</Text>;
  return (
    <Stack>
      <List type="unordered">
        {entry.differences.map((difference, index) => (
          <ListItem key={index}>
            <Text>{difference}</Text>
          </ListItem>
        ))}
      </List>
    </Stack>
  );
}
