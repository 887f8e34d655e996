// The rules that apply to the space, with what they wait for, ask and do. Cells hold no hooks: DynamicTable calls their
// components itself.

import { DynamicTable, Inline, Label, Stack, Text, Textfield } from '@forge/react';
import { actionForm } from '../../core/actions/forms';
import type { SpaceRule } from '../../core/admin/viewer/space-api';
import { ANY_EVENT, eventName } from '../shared/event-options';
import { Failure } from '../shared/failure';
import { textOf } from '../shared/input';
import { Loading } from '../shared/loading';
import { Nothing } from '../shared/nothing';
import { StateLozenge } from '../shared/outcome-lozenge';
import { Paging } from '../shared/paging';
import { Wide, column } from '../shared/wide';
import { words } from '../wording';
import type { EventOption } from '../shared/event-options';
import type { InSpaceEvent, InSpaceState } from './state';

const { columns } = words.inSpace;
const HEAD = {
  cells: [
    { key: 'rule', content: columns.rule },
    { key: 'state', content: columns.state },
    { key: 'when', content: columns.when },
    { key: 'condition', content: columns.condition },
    { key: 'then', content: columns.then },
    { key: 'scope', content: columns.scope },
  ],
};

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
      <Wide>
        <DynamicTable
          label={words.inSpace.title}
          head={HEAD}
          rows={items.map((rule) => ({ key: rule.id, cells: cellsOf(rule, events) }))}
        />
      </Wide>
      <Paging
        hasPrevious={trail.length > 0}
        hasNext={cursor !== undefined}
        onPrevious={() => send({ type: 'previous-rules' })}
        onNext={() => send({ type: 'next-rules' })}
      />
    </Stack>
  );
}

function cellsOf(rule: SpaceRule, events: readonly EventOption[]) {
  const when = rule.when.map((id) => (id === ANY_EVENT ? words.common.anyEvent : eventName(id, events)));
  const then = rule.actions.map(({ action }) => actionForm(action)?.label ?? action);
  const scope = rule.named ? words.inSpace.thisSpace : words.inSpace.everySpace;
  return [
    { key: 'rule', content: column(<Text weight="medium">{rule.name}</Text>) },
    { key: 'state', content: column(stateCell(rule)) },
    { key: 'when', content: column(<Text>{words.common.list(when)}</Text>) },
    { key: 'condition', content: column(<Text>{rule.condition ?? words.inSpace.always}</Text>) },
    { key: 'then', content: column(<Text>{words.common.list(then)}</Text>) },
    { key: 'scope', content: column(<Text>{scope}</Text>) },
  ];
}

function stateCell({ state, offReason }: SpaceRule) {
  return (
    <Stack space="space.050">
      <Inline>
        <StateLozenge state={state} />
      </Inline>
      {offReason !== undefined && <Text size="small">{offReason}</Text>}
    </Stack>
  );
}
