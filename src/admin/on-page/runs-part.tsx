// What rules did about the page: when, as whom, because of which event and by whom.

import { Heading, Inline, List, ListItem, Stack, Text, User } from '@forge/react';
import { actionForm } from '../../core/actions/forms';
import type { SeenRun, SeenStep } from '../../core/admin/viewer/page-api';
import { Card } from '../shared/card';
import { eventName } from '../shared/event-options';
import { Failure } from '../shared/failure';
import { Line } from '../shared/line';
import { Loading } from '../shared/loading';
import { Nothing } from '../shared/nothing';
import { RunLozenge } from '../shared/outcome-lozenge';
import { Paging } from '../shared/paging';
import { whenText } from '../shared/when-text';
import { identityText } from '../verdicts/identity-text';
import { words } from '../wording';
import type { EventOption } from '../shared/event-options';
import type { OnPageEvent, OnPageState } from './state';

interface Props {
  readonly state: OnPageState;
  readonly send: (event: OnPageEvent) => void;
  readonly events: readonly EventOption[];
}

/** The runs about the page, a page of them at a time. */
export function RunsPart(props: Props) {
  const { state, send, events } = props;
  const { runs, trail } = state;
  if (runs.status === 'loading') return <Loading />;
  if (runs.status === 'failed') {
    return <Failure error={runs.error} onRetry={() => send({ type: 'refresh-asked' })} />;
  }
  const { items, cursor } = runs.data;
  if (items.length === 0 && trail.length === 0) {
    return <Nothing title={words.onPage.noRunsTitle} text={words.onPage.noRuns} />;
  }
  return (
    <Stack space="space.150">
      {items.length === 0 && <Nothing title={words.onPage.endOfRuns} />}
      {items.map((run) => (
        <RunCard key={run.id} run={run} events={events} />
      ))}
      <Paging
        hasPrevious={trail.length > 0}
        hasNext={cursor !== undefined}
        onPrevious={() => send({ type: 'previous-runs' })}
        onNext={() => send({ type: 'next-runs' })}
      />
    </Stack>
  );
}

function RunCard(props: { readonly run: SeenRun; readonly events: readonly EventOption[] }) {
  const { run, events } = props;
  return (
    <Card>
      <Line>
        <Heading as="h4" size="xsmall">
          {run.ruleName}
        </Heading>
        <RunLozenge outcome={run.outcome} />
        <Text color="color.text.subtle">{whenText(run.startedAt)}</Text>
      </Line>
      <Inline space="space.075" alignBlock="center" shouldWrap rowSpace="space.050">
        <Text>{words.onPage.because(eventName(run.eventType, events))}</Text>
        {run.actorAccountId !== undefined && <Text>{words.onPage.by}</Text>}
        {run.actorAccountId !== undefined && <User accountId={run.actorAccountId} />}
      </Inline>
      <List type="ordered">
        {run.steps.map((step) => (
          <ListItem key={step.id}>
            <Text>{stepText(step)}</Text>
          </ListItem>
        ))}
      </List>
    </Card>
  );
}

function stepText({ action, as, outcome, at }: SeenStep): string {
  const done = words.onPage.step(actionForm(action)?.label ?? action, words.stepOutcome[outcome]);
  const who = words.verdicts.plannedAs(done, identityText(as));
  return at === undefined ? who : words.common.list([who, whenText(at)]);
}
