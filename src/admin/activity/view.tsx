// Recent runs with their filter and paging, or one run opened. It must not hold state: activity/state.ts does.

import { Fragment } from 'react';
import { Button, Heading, Inline, Stack, Text } from '@forge/react';
import { isRunFinal } from '../../core/runs/run';
import { words } from '../wording';
import { Failure } from '../shared/failure';
import { Loading } from '../shared/loading';
import { Nothing } from '../shared/nothing';
import { Paging } from '../shared/paging';
import type { EventOption } from '../shared/event-options';
import { ChartPart } from './chart-part';
import { DeedQuestion } from './deed-question';
import { isNarrowed } from './filter';
import { Filters } from './filters';
import { ReplayPart } from './replay-part';
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
  return (
    <Fragment>
      {state.open === undefined ? <RunList {...props} /> : <RunView {...props} run={state.open.run} />}
      <DeedQuestion state={state} send={send} />
    </Fragment>
  );
}

function RunList(props: Props) {
  const { state, send } = props;
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
      <ChartPart hours={state.hours} />
      <Filters state={state} send={send} events={props.events} />
      <ReplayPart state={state} send={send} />
      <Runs {...props} />
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
      <RunsTable runs={items} chosen={state.letters.chosen} send={send} events={events} />
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
  if (isNarrowed(state.more)) {
    return <Nothing title={words.activity.emptyNarrowedTitle} text={words.activity.emptyNarrowed} />;
  }
  const text = state.filter === undefined ? words.activity.empty : words.activity.emptyFiltered;
  return <Nothing title={words.activity.emptyTitle} text={text} />;
}
