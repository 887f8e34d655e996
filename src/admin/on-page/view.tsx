// The view "Automation" on a page. It must not hold state: on-page/state.ts does.

import { Button, Heading, Inline, SectionMessage, Stack, Text } from '@forge/react';
import { Failure } from '../shared/failure';
import { Loading } from '../shared/loading';
import { Nothing } from '../shared/nothing';
import { VerdictCard } from '../verdicts/verdict-card';
import { VerdictList } from '../verdicts/verdict-list';
import { words } from '../wording';
import { RunsPart } from './runs-part';
import type { EventOption } from '../shared/event-options';
import type { OnPageEvent, OnPageState } from './state';

interface Props {
  readonly state: OnPageState;
  readonly send: (event: OnPageEvent) => void;
  readonly events: readonly EventOption[];
}

/** Everything in the dialog. */
export function OnPageView(props: Props) {
  const { state, send } = props;
  const { outlook } = state;
  if (outlook.status === 'failed' && outlook.error.code === 'forbidden') {
    return <Nothing title={words.onPage.noPermissionTitle} text={outlook.error.message} />;
  }
  return (
    <Stack space="space.300">
      <Section title={words.onPage.next} help={words.onPage.nextHelp}>
        <OutlookPart state={state} send={send} />
        <Others state={state} send={send} />
      </Section>
      <Section title={words.onPage.past} help={words.onPage.pastHelp}>
        <RunsPart {...props} />
      </Section>
    </Stack>
  );
}

function Section(props: {
  readonly title: string;
  readonly help: string;
  readonly children: React.ReactNode;
}) {
  return (
    <Stack space="space.150">
      <Stack space="space.050">
        <Heading as="h3" size="small">
          {props.title}
        </Heading>
        <Text color="color.text.subtle">{props.help}</Text>
      </Stack>
      {props.children}
    </Stack>
  );
}

function OutlookPart({ state, send }: Pick<Props, 'state' | 'send'>) {
  const { outlook } = state;
  if (outlook.status === 'loading') return <Loading />;
  if (outlook.status === 'failed') {
    return <Failure error={outlook.error} onRetry={() => send({ type: 'refresh-asked' })} />;
  }
  const { rules, paused } = outlook.data;
  return (
    <Stack space="space.150">
      {paused && (
        <SectionMessage appearance="warning">
          <Text>{words.onPage.paused}</Text>
        </SectionMessage>
      )}
      {rules.length === 0 && (
        <Nothing title={words.onPage.nothingNextTitle} text={words.onPage.nothingNext} />
      )}
      {rules.map((verdict) => (
        <VerdictCard
          key={verdict.rule}
          verdict={verdict}
          opened={state.opened.includes(verdict.rule)}
          onToggle={() => send({ type: 'toggled', rule: verdict.rule })}
        />
      ))}
    </Stack>
  );
}

function Others({ state, send }: Pick<Props, 'state' | 'send'>) {
  if (state.outlook.status !== 'ready') return null;
  if (state.verdicts === undefined) {
    return (
      <Inline>
        <Button onClick={() => send({ type: 'others-asked' })}>{words.onPage.whyNot}</Button>
      </Inline>
    );
  }
  return (
    <Stack space="space.150">
      <Inline space="space.200" alignBlock="center" spread="space-between" shouldWrap rowSpace="space.100">
        <Heading as="h3" size="small">
          {words.onPage.whyNotTitle}
        </Heading>
        <Button onClick={() => send({ type: 'others-hidden' })}>{words.onPage.hideWhyNot}</Button>
      </Inline>
      <VerdictList state={state.verdicts} send={send} />
    </Stack>
  );
}
