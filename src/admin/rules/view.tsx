// The list of rules with its search, filters, paging and states. It must not hold state: rules/state.ts does.

import { Button, ButtonGroup, Heading, Inline, Stack, Text } from '@forge/react';
import { words } from '../wording';
import { Failure } from '../shared/failure';
import { Loading } from '../shared/loading';
import { Nothing } from '../shared/nothing';
import { Paging } from '../shared/paging';
import type { EventOption } from '../shared/event-options';
import { BulkBar } from './bulk-bar';
import { RulesDialog } from './dialogs';
import { Filters } from './filters';
import { MoreDialog } from './more-dialog';
import { RulesTable } from './table';
import { isFiltered } from './state';
import type { Target } from './dialog';
import type { RulesEvent, RulesState } from './state';

/** What the list offers besides its own events. */
export interface RulesLinks {
  readonly onCreate: () => void;
  readonly onImport: () => void;
  readonly onPacks: () => void;
  readonly onEdit: (id: string) => void;
  readonly onHistory: (id: string) => void;
  readonly onRuns: (rule: Target) => void;
  readonly onExport: (rules: readonly Target[]) => void;
}

interface Props {
  readonly state: RulesState;
  readonly send: (event: RulesEvent) => void;
  readonly links: RulesLinks;
  readonly events: readonly EventOption[];
}

/** The tab "Rules". */
export function RulesView(props: Props) {
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
      {!isEmpty(state) && <Filters state={state} send={send} events={props.events} />}
      <Rows {...props} />
      <OpenDialog {...props} />
    </Stack>
  );
}

/** Whether there is no rule at all: then there is nothing to search either. */
function isEmpty({ list }: RulesState): boolean {
  return list.status === 'ready' && list.data.total === 0;
}

function OpenDialog({ state, send, links }: Props) {
  const { dialog, list } = state;
  if (dialog === undefined) return null;
  if (dialog.kind !== 'more') return <RulesDialog dialog={dialog} send={send} />;
  const rule =
    list.status === 'ready' ? list.data.items.find(({ id }) => id === dialog.rules[0]?.id) : undefined;
  return rule === undefined ? null : <MoreDialog rule={rule} state={state} send={send} links={links} />;
}

function Rows(props: Props) {
  const { state, send, links, events } = props;
  if (state.list.status === 'loading') return <Loading />;
  if (state.list.status === 'failed') {
    return <Failure error={state.list.error} onRetry={() => send({ type: 'refresh-asked' })} />;
  }
  const { items, cursor, matching, total } = state.list.data;
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
      {state.choosing ? (
        <BulkBar rules={items} selected={state.selected} send={send} links={links} />
      ) : (
        <Inline space="space.200" alignBlock="center" shouldWrap>
          <Text color="color.text.subtle">{words.rules.counted(matching, total)}</Text>
          <Button
            spacing="compact"
            appearance="subtle"
            onClick={() => send({ type: 'choosing-set', on: true })}
          >
            {words.rules.choose}
          </Button>
        </Inline>
      )}
      <RulesTable rules={items} state={state} send={send} links={links} events={events} />
      {paging}
    </Stack>
  );
}

/** Why the list is empty, and what to do next. */
function NoRules(props: Omit<Props, 'events'>) {
  const { state, send, links } = props;
  if (isFiltered(state)) {
    return (
      <Nothing title={words.rules.nothingFoundTitle} text={words.rules.nothingFound}>
        <Button
          onClick={() => {
            send({ type: 'filtered', filter: {} });
            send({ type: 'searched', text: '' });
          }}
        >
          {words.rules.clearSearch}
        </Button>
      </Nothing>
    );
  }
  if (state.trail.length > 0) return <Nothing title={words.rules.endOfList} />;
  return (
    <Nothing title={words.rules.emptyTitle} text={words.rules.empty}>
      <Button appearance="primary" onClick={links.onPacks}>
        {words.rules.choosePack}
      </Button>
      <Button onClick={links.onCreate}>{words.rules.create}</Button>
      <Button onClick={links.onImport}>{words.rules.import}</Button>
    </Nothing>
  );
}
