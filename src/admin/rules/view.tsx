// The list of rules with its search, paging and states. It must not hold state: rules/state.ts does.

import { Button, ButtonGroup, Heading, Inline, Label, Stack, Textfield } from '@forge/react';
import { words } from '../wording';
import { Failure } from '../shared/failure';
import { textOf } from '../shared/input';
import { Loading } from '../shared/loading';
import { Nothing } from '../shared/nothing';
import { Paging } from '../shared/paging';
import type { EventOption } from '../shared/event-options';
import { DeleteQuestion } from './delete-question';
import { RulesTable } from './table';
import type { RulesEvent, RulesState } from './state';

/** What the list offers besides its own events. */
export interface RulesLinks {
  readonly onCreate: () => void;
  readonly onImport: () => void;
  readonly onEdit: (id: string) => void;
  readonly onHistory: (id: string) => void;
  readonly onRuns: (rule: { readonly id: string; readonly name: string }) => void;
}

/** The tab "Rules". */
export function RulesView(props: {
  readonly state: RulesState;
  readonly send: (event: RulesEvent) => void;
  readonly links: RulesLinks;
  readonly events: readonly EventOption[];
}) {
  const { state, send, links } = props;
  return (
    <Stack space="space.200">
      <Inline spread="space-between" alignBlock="center" space="space.200" shouldWrap rowSpace="space.100">
        <Heading as="h2" size="medium">
          {words.rules.title}
        </Heading>
        <ButtonGroup>
          <Button onClick={links.onImport}>{words.rules.import}</Button>
          <Button appearance="primary" iconBefore="add" onClick={links.onCreate}>
            {words.rules.create}
          </Button>
        </ButtonGroup>
      </Inline>
      <Stack>
        <Label labelFor="rules-search">{words.rules.search}</Label>
        <Textfield
          id="rules-search"
          name="rules-search"
          key={state.search === '' ? 'empty' : 'typed'}
          defaultValue={state.search}
          onChange={(event) => send({ type: 'searched', text: textOf(event) })}
        />
      </Stack>
      <Rows {...props} />
      {state.deleting !== undefined && <DeleteQuestion deleting={state.deleting} send={send} />}
    </Stack>
  );
}

function Rows(props: Parameters<typeof RulesView>[0]) {
  const { state, send, links, events } = props;
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
        <NoRules state={state} send={send} links={links} />
        {paging}
      </Stack>
    );
  }
  return (
    <Stack space="space.200">
      <RulesTable rules={items} state={state} send={send} links={links} events={events} />
      {paging}
    </Stack>
  );
}

/** Why the list is empty, and what to do next. */
function NoRules(props: {
  readonly state: RulesState;
  readonly send: (event: RulesEvent) => void;
  readonly links: RulesLinks;
}) {
  const { state, send, links } = props;
  if (state.search.trim() !== '') {
    return (
      <Nothing title={words.rules.nothingFoundTitle} text={words.rules.nothingFound(state.search.trim())}>
        <Button onClick={() => send({ type: 'searched', text: '' })}>{words.rules.clearSearch}</Button>
      </Nothing>
    );
  }
  if (state.trail.length > 0) return <Nothing title={words.rules.endOfList} />;
  return (
    <Nothing title={words.rules.emptyTitle} text={words.rules.empty}>
      <Button onClick={links.onImport}>{words.rules.import}</Button>
      <Button appearance="primary" onClick={links.onCreate}>
        {words.rules.create}
      </Button>
    </Nothing>
  );
}
