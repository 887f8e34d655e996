// The history of one rule: its versions with what each changed. It must not hold state: state.ts does.

import { Button, Heading, Inline, Lozenge, Stack, Text } from '@forge/react';
import type { RuleHistory, VersionSummary } from '../../core/admin/api/history-api';
import { words } from '../wording';
import { Card } from '../shared/card';
import { Differences } from '../shared/differences';
import { Failure } from '../shared/failure';
import { Line } from '../shared/line';
import { Loading } from '../shared/loading';
import { StateLozenge } from '../shared/outcome-lozenge';
import { Paging } from '../shared/paging';
import { whenText } from '../shared/when-text';
import { Who } from '../shared/who';
import { VersionDialog } from './version-dialog';
import type { HistoryEvent, HistoryState } from './state';

interface Props {
  readonly state: HistoryState;
  readonly send: (event: HistoryEvent) => void;
}

/** The history of a rule, in the place of the tabs. */
export function HistoryView({ state, send }: Props) {
  const { list } = state;
  return (
    <Stack space="space.200">
      <Inline>
        <Button iconBefore="arrow-left" appearance="subtle" onClick={() => send({ type: 'close-asked' })}>
          {words.history.back}
        </Button>
      </Inline>
      <Heading as="h2" size="medium">
        {words.history.title(list.status === 'ready' ? list.data.name : state.rule)}
      </Heading>
      <Text>{words.history.help}</Text>
      {list.status === 'loading' && <Loading />}
      {list.status === 'failed' && (
        <Failure error={list.error} onRetry={() => send({ type: 'refresh-asked' })} />
      )}
      {list.status === 'ready' && <Versions history={list.data} state={state} send={send} />}
      {state.comparing !== undefined && <VersionDialog comparing={state.comparing} send={send} />}
    </Stack>
  );
}

function Versions({ history, state, send }: Props & { readonly history: RuleHistory }) {
  const { items, present, cursor } = history;
  return (
    <Stack space="space.200">
      {present === undefined && <Text>{words.history.isDeleted}</Text>}
      {items.map((version) => (
        <VersionCard key={version.version} version={version} present={present} send={send} />
      ))}
      <Paging
        hasPrevious={state.trail.length > 0}
        hasNext={cursor !== undefined}
        onPrevious={() => send({ type: 'previous-page' })}
        onNext={() => send({ type: 'next-page' })}
      />
    </Stack>
  );
}

function VersionCard(props: {
  readonly version: VersionSummary;
  readonly present: number | undefined;
  readonly send: (event: HistoryEvent) => void;
}) {
  const { version, present, send } = props;
  const { version: number, state, by, at } = version;
  return (
    <Card>
      <Line>
        <Heading as="h3" size="xsmall">
          {words.history.version(number)}
        </Heading>
        {number === present && <Lozenge appearance="inprogress">{words.history.now}</Lozenge>}
        <StateLozenge state={state} />
        <Who id={by} />
        <Text color="color.text.subtle">{whenText(at)}</Text>
      </Line>
      <Changed version={version} />
      {number !== present && (
        <Inline>
          <Button spacing="compact" onClick={() => send({ type: 'compare-asked', version: number })}>
            {words.history.compare(number)}
          </Button>
        </Inline>
      )}
    </Card>
  );
}

function Changed(props: { readonly version: VersionSummary }) {
  const { version, differences } = props.version;
  if (differences === undefined)
    return <Text>{version === 1 ? words.history.first : words.history.unknown}</Text>;
  if (differences.length === 0) return <Text>{words.history.noDifference}</Text>;
  return <Differences differences={differences} />;
}
