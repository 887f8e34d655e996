// One run: what it was about, and its actions with every attempt. It must not hold state.

import { Button, Heading, Inline, SectionMessage, Stack, Text, User } from '@forge/react';
import { isRunFinal } from '../../core/runs/run';
import type { OpenedRun } from '../../core/admin/activity/open-run';
import { words } from '../wording';
import { Buttons } from '../shared/buttons';
import { Fact } from '../shared/fact';
import { eventName } from '../shared/event-options';
import { Failure } from '../shared/failure';
import { Loading } from '../shared/loading';
import { RunLozenge } from '../shared/outcome-lozenge';
import { whenText } from '../shared/when-text';
import type { EventOption } from '../shared/event-options';
import type { Loadable } from '../shared/loadable';
import { ChainText } from './chain-text';
import { RuleThenPart } from './rule-then-part';
import { StepView } from './step-view';
import { subjectText } from './subject-text';
import type { ActivityEvent } from './state';

interface Props {
  readonly run: Loadable<OpenedRun>;
  readonly send: (event: ActivityEvent) => void;
  readonly onEditRule: (id: string) => void;
  readonly events: readonly EventOption[];
}

/** The run that was opened from the list. */
export function RunView(props: Props) {
  const { run, send } = props;
  return (
    <Stack space="space.200">
      <Inline spread="space-between" alignBlock="center">
        <Button appearance="subtle" iconBefore="arrow-left" onClick={() => send({ type: 'closed' })}>
          {words.activity.back}
        </Button>
        <Button iconBefore="refresh" onClick={() => send({ type: 'refresh-asked' })}>
          {words.common.refresh}
        </Button>
      </Inline>
      {run.status === 'loading' && <Loading />}
      {run.status === 'failed' && (
        <Failure error={run.error} onRetry={() => send({ type: 'refresh-asked' })} />
      )}
      {run.status === 'ready' && <RunDetails {...props} opened={run.data} />}
    </Stack>
  );
}

function RunDetails(props: Omit<Props, 'run'> & { readonly opened: OpenedRun }) {
  const { opened, events, onEditRule, send } = props;
  const { run } = opened;
  return (
    <Stack space="space.300">
      <Stack space="space.100">
        <Inline space="space.100" alignBlock="center">
          <Heading as="h2" size="medium">
            {run.ruleName}
          </Heading>
          <RunLozenge outcome={run.outcome} />
        </Inline>
        {run.reason !== undefined && (
          <SectionMessage appearance={run.outcome === 'failed' ? 'error' : 'information'}>
            <Text>{run.reason}</Text>
          </SectionMessage>
        )}
        <Text>{subjectText(run.subject)}</Text>
        <Fact label={words.activity.event}>{eventName(run.eventType, events)}</Fact>
        <Fact label={words.activity.startedAt}>{whenText(run.startedAt)}</Fact>
        <Fact label={words.activity.updatedAt}>{whenText(run.updatedAt)}</Fact>
        <Fact label={words.activity.ruleVersion}>
          {words.activity.ruleAndVersion(run.ruleName, run.ruleVersion)}
        </Fact>
        <ChainText opened={opened} />
        {run.actorAccountId !== undefined && (
          <Inline space="space.100" alignBlock="center">
            <Text weight="medium">{words.common.lead(words.activity.causedBy)}</Text>
            <User accountId={run.actorAccountId} />
          </Inline>
        )}
        <Buttons>
          <Button spacing="compact" onClick={() => onEditRule(run.rule)}>
            {words.activity.openRule}
          </Button>
          {run.outcome === 'failed' && (
            <Button
              spacing="compact"
              onClick={() => send({ type: 'deed-asked', deed: 'replay', ids: [run.id] })}
            >
              {words.activity.replay.again}
            </Button>
          )}
        </Buttons>
      </Stack>
      <Stack space="space.150">
        <Heading as="h3" size="small">
          {words.activity.steps}
        </Heading>
        {run.steps.map((step) => (
          <StepView key={step.id} step={step} line={opened.lines[step.id]} startedAt={run.startedAt} />
        ))}
        {isRunFinal(run) ? null : (
          <Text size="small" color="color.text.subtlest">
            {words.activity.live}
          </Text>
        )}
      </Stack>
      <RuleThenPart opened={opened} />
    </Stack>
  );
}
