// The rules that apply to the space, with what they wait for, ask and do.

import { Heading, Label, Stack, Text, Textfield } from '@forge/react';
import { actionForm } from '../../core/actions/forms';
import type { SpaceRule } from '../../core/admin/viewer/space-api';
import { ANY_EVENT, eventName } from '../shared/event-options';
import { Card } from '../shared/card';
import { Fact } from '../shared/fact';
import { Failure } from '../shared/failure';
import { textOf } from '../shared/input';
import { Line } from '../shared/line';
import { Loading } from '../shared/loading';
import { Nothing } from '../shared/nothing';
import { StateLozenge } from '../shared/outcome-lozenge';
import { Paging } from '../shared/paging';
import { words } from '../wording';
import type { EventOption } from '../shared/event-options';
import type { InSpaceEvent, InSpaceState } from './state';

interface Props {
  readonly state: InSpaceState;
  readonly send: (event: InSpaceEvent) => void;
  readonly events: readonly EventOption[];
}

/** The tab "Rules". */
export function RulesPart(props: Props) {
  const { state, send } = props;
  return (
    <Stack space="space.200">
      <Stack>
        <Label labelFor="space-rules-search">{words.inSpace.search}</Label>
        <Textfield
          id="space-rules-search"
          defaultValue={state.search}
          onChange={(event) => send({ type: 'searched', text: textOf(event) })}
        />
      </Stack>
      <Rows {...props} />
    </Stack>
  );
}

function Rows({ state, send, events }: Props) {
  const { rules, trail, search } = state;
  if (rules.status === 'loading') return <Loading />;
  if (rules.status === 'failed') {
    return <Failure error={rules.error} onRetry={() => send({ type: 'refresh-asked' })} />;
  }
  const { items, cursor } = rules.data;
  if (items.length === 0) {
    const text = search.trim() === '' ? words.inSpace.empty : words.inSpace.nothingFound(search.trim());
    return <Nothing title={words.inSpace.emptyTitle} text={text} />;
  }
  return (
    <Stack space="space.200">
      {items.map((rule) => (
        <RuleCard key={rule.id} rule={rule} events={events} />
      ))}
      <Paging
        hasPrevious={trail.length > 0}
        hasNext={cursor !== undefined}
        onPrevious={() => send({ type: 'previous-rules' })}
        onNext={() => send({ type: 'next-rules' })}
      />
    </Stack>
  );
}

function RuleCard(props: { readonly rule: SpaceRule; readonly events: readonly EventOption[] }) {
  const { rule, events } = props;
  const { facts } = words.inSpace;
  const when = rule.when.map((id) => (id === ANY_EVENT ? words.common.anyEvent : eventName(id, events)));
  const then = rule.actions.map(({ action }) => actionForm(action)?.label ?? action);
  return (
    <Card>
      <Line>
        <Heading as="h3" size="xsmall">
          {rule.name}
        </Heading>
        <StateLozenge state={rule.state} />
        <Text color="color.text.subtle">
          {rule.named ? words.inSpace.thisSpace : words.inSpace.everySpace}
        </Text>
      </Line>
      {rule.offReason !== undefined && <Text>{rule.offReason}</Text>}
      <Stack space="space.050">
        <Fact label={facts.when}>{words.common.list(when)}</Fact>
        <Fact label={facts.condition}>{rule.condition ?? words.inSpace.always}</Fact>
        <Fact label={facts.then}>{words.common.list(then)}</Fact>
      </Stack>
    </Card>
  );
}
