// The tab "Why not?": recorded events, or one question with every rule's verdict. It must not hold state: state.ts does.

import { Button, Heading, Inline, Stack, Text } from '@forge/react';
import { subjectText } from '../activity/subject-text';
import { eventName } from '../shared/event-options';
import { Failure } from '../shared/failure';
import { Loading } from '../shared/loading';
import { Nothing } from '../shared/nothing';
import { Paging } from '../shared/paging';
import { whenText } from '../shared/when-text';
import { VerdictList } from '../verdicts/verdict-list';
import { words } from '../wording';
import { Filters } from './filters';
import { EventsTable } from './table';
import type { EventOption } from '../shared/event-options';
import type { Question, WhyNotEvent, WhyNotState } from './state';

interface Props {
  readonly state: WhyNotState;
  readonly send: (event: WhyNotEvent) => void;
  readonly events: readonly EventOption[];
}

/** The tab. */
export function WhyNotView(props: Props) {
  const { state, send } = props;
  if (state.open !== undefined) return <Opened {...props} open={state.open} />;
  return (
    <Stack space="space.200">
      <Inline spread="space-between" alignBlock="center" space="space.200" shouldWrap rowSpace="space.100">
        <Stack space="space.050">
          <Heading as="h2" size="medium">
            {words.whyNot.title}
          </Heading>
          <Text color="color.text.subtle">{words.whyNot.intro}</Text>
        </Stack>
        <Button iconBefore="refresh" onClick={() => send({ type: 'refresh-asked' })}>
          {words.common.refresh}
        </Button>
      </Inline>
      <Filters {...props} />
      {state.page !== undefined && <AskNext page={state.page} send={send} />}
      <Events {...props} />
    </Stack>
  );
}

function AskNext(props: { readonly page: NonNullable<WhyNotState['page']>; readonly send: Props['send'] }) {
  const { page, send } = props;
  return (
    <Inline>
      <Button onClick={() => send({ type: 'opened', question: { about: 'page', page } })}>
        {words.whyNot.nextChange}
      </Button>
    </Inline>
  );
}

function Events({ state, send, events }: Props) {
  const { list, trail } = state;
  if (list.status === 'loading') return <Loading />;
  if (list.status === 'failed') {
    return <Failure error={list.error} onRetry={() => send({ type: 'refresh-asked' })} />;
  }
  const { items, cursor } = list.data;
  return (
    <Stack space="space.200">
      {items.length === 0 ? (
        <NoEvents state={state} />
      ) : (
        <EventsTable items={items} send={send} events={events} />
      )}
      <Paging
        hasPrevious={trail.length > 0}
        hasNext={cursor !== undefined}
        onPrevious={() => send({ type: 'previous-page' })}
        onNext={() => send({ type: 'next-page' })}
      />
    </Stack>
  );
}

function NoEvents({ state }: Pick<Props, 'state'>) {
  if (state.trail.length > 0) return <Nothing title={words.whyNot.endOfList} />;
  const isFiltered = state.page !== undefined || state.eventType !== undefined;
  return (
    <Nothing
      title={words.whyNot.emptyTitle}
      text={isFiltered ? words.whyNot.emptyFiltered : words.whyNot.empty}
    />
  );
}

function Opened(props: Props & { readonly open: NonNullable<WhyNotState['open']> }) {
  const { open, send, events } = props;
  return (
    <Stack space="space.200">
      <Inline>
        <Button appearance="subtle" iconBefore="arrow-left" onClick={() => send({ type: 'closed' })}>
          {words.whyNot.back}
        </Button>
      </Inline>
      <Stack space="space.050">
        <Heading as="h2" size="medium">
          {titleOf(open.question, events)}
        </Heading>
        <Text color="color.text.subtle">{helpOf(open.question)}</Text>
      </Stack>
      <VerdictList state={open.verdicts} send={send} />
    </Stack>
  );
}

function titleOf(question: Question, events: readonly EventOption[]): string {
  if (question.about === 'page') return words.whyNot.nextChangeOf(question.page.title);
  const { eventType, subject } = question.event;
  return words.whyNot.verdictsOf(eventName(eventType, events), subjectText(subject));
}

function helpOf(question: Question): string {
  return question.about === 'page'
    ? words.whyNot.nextChangeHelp
    : words.whyNot.asOf(whenText(question.event.seenAt));
}
