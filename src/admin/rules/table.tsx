// The table of rules. Cells hold no hooks: DynamicTable calls their components itself.

import { Button, Checkbox, DynamicTable, Inline, Lozenge, Stack, Text, Toggle } from '@forge/react';
import { actionForm } from '../../core/actions/forms';
import type { RuleSummary } from '../../core/admin/api/rules-api';
import { words } from '../wording';
import { ANY_EVENT, eventName } from '../shared/event-options';
import { checkedOf } from '../shared/input';
import { RunLozenge, StateLozenge } from '../shared/outcome-lozenge';
import { TextButton } from '../shared/text-button';
import { Wide, column } from '../shared/wide';
import { dayText, whenText } from '../shared/when-text';
import { Who } from '../shared/who';
import type { EventOption } from '../shared/event-options';
import { daysChart } from './days-chart';
import type { RulesEvent, RulesState } from './state';
import type { RulesLinks } from './view';

/** More would make the rows of rules for many events very tall. */
const SHOWN_EVENTS = 3;

const { columns } = words.rules;
const HEAD = {
  cells: [
    { key: 'name', content: columns.name },
    { key: 'on', content: columns.on },
    { key: 'state', content: columns.state },
    { key: 'when', content: columns.when },
    { key: 'actions', content: columns.actions },
    { key: 'last', content: columns.lastRun },
    { key: 'days', content: columns.days },
    { key: 'more', content: columns.more },
  ],
};

/** One page of rules. */
export function RulesTable(props: {
  readonly rules: readonly RuleSummary[];
  readonly state: RulesState;
  readonly send: (event: RulesEvent) => void;
  readonly links: RulesLinks;
  readonly events: readonly EventOption[];
}) {
  const { rules, state, send, links, events } = props;
  return (
    <Wide>
      <DynamicTable
        label={words.rules.title}
        head={HEAD}
        isLoading={state.refreshing}
        rows={rules.map((rule) => ({
          key: rule.id,
          cells: [
            { key: 'name', content: column(nameCell(rule, state, send, links)) },
            { key: 'on', content: toggleCell(rule, state, send) },
            { key: 'state', content: stateCell(rule) },
            { key: 'when', content: column(<Text>{whenNames(rule.when, events)}</Text>) },
            { key: 'actions', content: column(<Text>{actionNames(rule.actions)}</Text>) },
            { key: 'last', content: lastRunCell(rule, state) },
            { key: 'days', content: daysCell(rule, state) },
            { key: 'more', content: moreCell(rule, send) },
          ],
        }))}
      />
    </Wide>
  );
}

function nameCell(
  { id, name, spaces, labels, owner, priority }: RuleSummary,
  state: RulesState,
  send: (event: RulesEvent) => void,
  links: RulesLinks,
) {
  const where = spaces.length === 0 ? words.rules.everySpace : words.common.list(spaces);
  return (
    <Stack space="space.025">
      {state.choosing ? (
        <Checkbox
          id={`tick-${id}`}
          label={name}
          isChecked={state.selected.includes(id)}
          onChange={(event) => send({ type: 'ticked', ids: [id], on: checkedOf(event) })}
        />
      ) : (
        <TextButton text={name} onClick={() => links.onEdit(id)} />
      )}
      <Text size="small" color="color.text.subtlest">
        {words.rules.place(where, priority)}
      </Text>
      {labels.length > 0 && (
        <Inline space="space.050" shouldWrap>
          {labels.map((label) => (
            <Lozenge key={label}>{label}</Lozenge>
          ))}
        </Inline>
      )}
      {owner !== undefined && <Who id={owner} />}
    </Stack>
  );
}

function stateCell({ state, offReason, offUntil }: RuleSummary) {
  return (
    <Stack space="space.050">
      <Inline>
        <StateLozenge state={state} />
      </Inline>
      {offUntil !== undefined && <Text size="small">{words.rules.until(dayText(offUntil))}</Text>}
      {offReason !== undefined && (
        <Text size="small" maxLines={2}>
          {offReason}
        </Text>
      )}
    </Stack>
  );
}

function lastRunCell({ id }: RuleSummary, { statistics }: RulesState) {
  const known = statistics[id];
  if (known === undefined) return <Text color="color.text.subtlest">{words.common.waiting}</Text>;
  if (known.lastRun === undefined) return <Text color="color.text.subtlest">{words.rules.never}</Text>;
  return (
    <Stack space="space.050">
      <Inline>
        <RunLozenge outcome={known.lastRun.outcome} />
      </Inline>
      <Text size="small">{whenText(known.lastRun.at)}</Text>
    </Stack>
  );
}

function daysCell({ id }: RuleSummary, { statistics }: RulesState) {
  const known = statistics[id];
  return known === undefined ? (
    <Text color="color.text.subtlest">{words.common.waiting}</Text>
  ) : (
    daysChart(known)
  );
}

function toggleCell(rule: RuleSummary, state: RulesState, send: (event: RulesEvent) => void) {
  const on = rule.state === 'live';
  return (
    <Toggle
      id={`on-${rule.id}`}
      label={words.rules.turn(rule.name, on)}
      isChecked={on}
      isDisabled={state.busy.includes(rule.id)}
      onChange={(event) => send({ type: 'toggled', id: rule.id, on: checkedOf(event) })}
    />
  );
}

function moreCell({ id, name }: RuleSummary, send: (event: RulesEvent) => void) {
  return (
    <Button
      spacing="compact"
      onClick={() => send({ type: 'dialog-opened', kind: 'more', rules: [{ id, name }] })}
    >
      {words.rules.more}
    </Button>
  );
}

function whenNames(when: readonly string[], events: readonly EventOption[]): string {
  if (when.includes(ANY_EVENT)) return words.common.anyEvent;
  const names = when.slice(0, SHOWN_EVENTS).map((id) => eventName(id, events));
  const rest = when.length - names.length;
  return rest > 0 ? `${words.common.list(names)} ${words.rules.andMore(rest)}` : words.common.list(names);
}

function actionNames(kinds: readonly string[]): string {
  return words.common.list(kinds.map((kind) => actionForm(kind)?.label ?? kind));
}
