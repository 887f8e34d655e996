// The history of one rule: its versions with what each changed. It must not hold state: state.ts does.

import { Button, DynamicTable, Heading, Inline, Lozenge, Stack, Text } from '@forge/react';
import type { RuleHistory, VersionSummary } from '../../core/admin/api/history-api';
import { words } from '../wording';
import { Differences } from '../shared/differences';
import { Failure } from '../shared/failure';
import { Loading } from '../shared/loading';
import { StateLozenge } from '../shared/outcome-lozenge';
import { Paging } from '../shared/paging';
import { Wide, column } from '../shared/wide';
import { whenText } from '../shared/when-text';
import { Who } from '../shared/who';
import { VersionDialog } from './version-dialog';
import type { HistoryEvent, HistoryState } from './state';

const { columns } = words.history;
const HEAD = {
  cells: [
    { key: 'version', content: columns.version },
    { key: 'what', content: columns.what },
    { key: 'who', content: columns.who },
    { key: 'do', content: columns.do },
  ],
};

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
      <Wide>
        <DynamicTable
          label={words.history.title(history.name)}
          head={HEAD}
          rows={items.map((version) => ({
            key: String(version.version),
            cells: [
              { key: 'version', content: column(versionCell(version, present)) },
              { key: 'what', content: column(whatCell(version)) },
              {
                key: 'who',
                content: column(
                  <Stack space="space.050">
                    <Who id={version.by} />
                    <Text size="small">{whenText(version.at)}</Text>
                  </Stack>,
                ),
              },
              { key: 'do', content: version.version === present ? null : compareCell(version, send) },
            ],
          }))}
        />
      </Wide>
      <Paging
        hasPrevious={state.trail.length > 0}
        hasNext={cursor !== undefined}
        onPrevious={() => send({ type: 'previous-page' })}
        onNext={() => send({ type: 'next-page' })}
      />
    </Stack>
  );
}

function versionCell({ version, state }: VersionSummary, present: number | undefined) {
  return (
    <Stack space="space.050">
      <Text weight="medium">{words.history.version(version)}</Text>
      <Inline space="space.050">
        {version === present && <Lozenge appearance="inprogress">{words.history.now}</Lozenge>}
        <StateLozenge state={state} />
      </Inline>
    </Stack>
  );
}

function whatCell({ version, differences }: VersionSummary) {
  if (differences === undefined)
    return <Text>{version === 1 ? words.history.first : words.history.unknown}</Text>;
  if (differences.length === 0) return <Text>{words.history.noDifference}</Text>;
  return <Differences differences={differences} />;
}

function compareCell({ version }: VersionSummary, send: (event: HistoryEvent) => void) {
  return (
    <Button spacing="compact" onClick={() => send({ type: 'compare-asked', version })}>
      {words.history.compare(version)}
    </Button>
  );
}
