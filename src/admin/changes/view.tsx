// The tab "Changes": who did what, newest first. It must not hold state: state.ts does.

import { DynamicTable, Heading, Stack, Text } from '@forge/react';
import type { ChangeRecord } from '../../core/history/change-record';
import { words } from '../wording';
import { Differences } from '../shared/differences';
import { Failure } from '../shared/failure';
import { Loading } from '../shared/loading';
import { Nothing } from '../shared/nothing';
import { Paging } from '../shared/paging';
import { TextButton } from '../shared/text-button';
import { Wide, column } from '../shared/wide';
import { whenText } from '../shared/when-text';
import { Who } from '../shared/who';
import type { ChangesEvent, ChangesState } from './state';

const { columns } = words.changes;
const HEAD = {
  cells: [
    { key: 'when', content: columns.when },
    { key: 'who', content: columns.who },
    { key: 'what', content: columns.what },
  ],
};

/** The change log. */
export function ChangesView(props: {
  readonly state: ChangesState;
  readonly send: (event: ChangesEvent) => void;
  readonly onHistory: (rule: string) => void;
}) {
  const { state, send, onHistory } = props;
  const { list } = state;
  return (
    <Stack space="space.200">
      <Heading as="h2" size="medium">
        {words.changes.title}
      </Heading>
      {list.status === 'loading' && <Loading />}
      {list.status === 'failed' && <Failure error={list.error} onRetry={() => send({ type: 'shown' })} />}
      {list.status === 'ready' && list.data.items.length === 0 && (
        <Nothing title={words.changes.emptyTitle} text={words.changes.empty} />
      )}
      {list.status === 'ready' && list.data.items.length > 0 && (
        <Wide>
          <DynamicTable
            label={words.changes.title}
            head={HEAD}
            rows={list.data.items.map((change) => ({
              key: change.id,
              cells: [
                { key: 'when', content: column(<Text>{whenText(change.at)}</Text>) },
                { key: 'who', content: column(<Who id={change.by} />) },
                { key: 'what', content: column(whatCell(change, onHistory)) },
              ],
            }))}
          />
        </Wide>
      )}
      {list.status === 'ready' && (
        <Paging
          hasPrevious={state.trail.length > 0}
          hasNext={list.data.cursor !== undefined}
          onPrevious={() => send({ type: 'previous-page' })}
          onNext={() => send({ type: 'next-page' })}
        />
      )}
    </Stack>
  );
}

function whatCell({ kind, rule, words: differences }: ChangeRecord, onHistory: (rule: string) => void) {
  return (
    <Stack space="space.050">
      <Text weight="medium">{words.changes.kind[kind]}</Text>
      {rule !== undefined && <TextButton text={rule.name} onClick={() => onHistory(rule.id)} />}
      {differences.length > 0 && <Differences differences={differences} />}
    </Stack>
  );
}
