// The tab "Changes": who did what, newest first. It must not hold state: state.ts does.

import { Heading, Stack, Text } from '@forge/react';
import type { ChangeRecord } from '../../core/history/change-record';
import { words } from '../wording';
import { Card } from '../shared/card';
import { Differences } from '../shared/differences';
import { Failure } from '../shared/failure';
import { Line } from '../shared/line';
import { Loading } from '../shared/loading';
import { Nothing } from '../shared/nothing';
import { Paging } from '../shared/paging';
import { TextButton } from '../shared/text-button';
import { whenText } from '../shared/when-text';
import { Who } from '../shared/who';
import type { ChangesEvent, ChangesState } from './state';

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
      {list.status === 'ready' &&
        list.data.items.map((change) => <ChangeCard key={change.id} change={change} onHistory={onHistory} />)}
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

function ChangeCard(props: { readonly change: ChangeRecord; readonly onHistory: (rule: string) => void }) {
  const { change, onHistory } = props;
  const { kind, rule, by, at, words: differences } = change;
  return (
    <Card>
      <Line>
        <Text weight="medium">{words.changes.kind[kind]}</Text>
        {rule !== undefined && <TextButton text={rule.name} onClick={() => onHistory(rule.id)} />}
        <Who id={by} />
        <Text color="color.text.subtle">{whenText(at)}</Text>
      </Line>
      {differences.length > 0 && <Differences differences={differences} />}
    </Card>
  );
}
