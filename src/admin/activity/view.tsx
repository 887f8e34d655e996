// Recent runs with their filter and paging, or one run opened. It must not hold state: activity/state.ts does.

import { Button, Heading, Inline, Label, Select, Stack, Text } from '@forge/react';
import { isRunFinal } from '../../core/runs/run';
import { words } from '../wording';
import { Failure } from '../shared/failure';
import { valuesOf } from '../shared/input';
import { Loading } from '../shared/loading';
import { Nothing } from '../shared/nothing';
import { Paging } from '../shared/paging';
import type { EventOption } from '../shared/event-options';
import { RunsTable } from './table';
import { RunView } from './run-view';
import type { ActivityEvent, ActivityState } from './state';

interface Props {
  readonly state: ActivityState;
  readonly send: (event: ActivityEvent) => void;
  readonly onEditRule: (id: string) => void;
  readonly events: readonly EventOption[];
}

/** The tab "Activity". */
export function ActivityView(props: Props) {
  const { state, send } = props;
  if (state.open !== undefined) return <RunView {...props} run={state.open.run} />;
  return (
    <Stack space="space.200">
      <Inline spread="space-between" alignBlock="center" space="space.200">
        <Heading as="h2" size="medium">
          {words.activity.title}
        </Heading>
        <Button iconBefore="refresh" onClick={() => send({ type: 'refresh-asked' })}>
          {words.common.refresh}
        </Button>
      </Inline>
      <Filter state={state} send={send} />
      <Runs {...props} />
    </Stack>
  );
}

function Filter(props: Pick<Props, 'state' | 'send'>) {
  const { state, send } = props;
  const { filter, choices } = state;
  const known =
    filter === undefined || choices.some((rule) => rule.id === filter.id) ? choices : [filter, ...choices];
  const options = known.map((rule) => ({ label: rule.name, value: rule.id }));
  return (
    <Stack>
      <Label labelFor="activity-filter">{words.activity.filter}</Label>
      <Select
        inputId="activity-filter"
        isClearable
        placeholder={words.activity.filterPlaceholder}
        options={options}
        value={options.find((option) => option.value === filter?.id) ?? null}
        onInputChange={(text: string) => send({ type: 'choices-searched', text })}
        onChange={(picked: unknown) => {
          const [id] = valuesOf(picked);
          send({ type: 'filtered', rule: known.find((rule) => rule.id === id) });
        }}
      />
    </Stack>
  );
}

function Runs(props: Props) {
  const { state, send, events } = props;
  if (state.list.status === 'loading') return <Loading />;
  if (state.list.status === 'failed') {
    return <Failure error={state.list.error} onRetry={() => send({ type: 'refresh-asked' })} />;
  }
  const { items, cursor } = state.list.data;
  const paging = (
    <Paging
      hasPrevious={state.trail.length > 0}
      hasNext={cursor !== undefined}
      onPrevious={() => send({ type: 'previous-page' })}
      onNext={() => send({ type: 'next-page' })}
    />
  );
  if (items.length === 0) {
    return (
      <Stack space="space.200">
        <NoRuns state={state} />
        {paging}
      </Stack>
    );
  }
  return (
    <Stack space="space.200">
      <RunsTable runs={items} send={send} events={events} />
      {items.every(isRunFinal) ? null : (
        <Text size="small" color="color.text.subtlest">
          {words.activity.live}
        </Text>
      )}
      {paging}
    </Stack>
  );
}

function NoRuns(props: { readonly state: ActivityState }) {
  const { state } = props;
  if (state.trail.length > 0) return <Nothing title={words.activity.endOfList} />;
  const text = state.filter === undefined ? words.activity.empty : words.activity.emptyFiltered;
  return <Nothing title={words.activity.emptyTitle} text={text} />;
}
