// The table of rules. Cells hold no hooks: DynamicTable calls their components itself.

import { Button, ButtonGroup, DynamicTable, Inline, Stack, Text, Toggle } from '@forge/react';
import { actionForm } from '../../core/actions/forms';
import type { RuleSummary } from '../../core/admin/api/rules-api';
import { words } from '../wording';
import { ANY_EVENT, eventName } from '../shared/event-options';
import { checkedOf } from '../shared/input';
import { RunLozenge, StateLozenge } from '../shared/outcome-lozenge';
import { TextButton } from '../shared/text-button';
import { Wide, column } from '../shared/wide';
import { whenText } from '../shared/when-text';
import type { EventOption } from '../shared/event-options';
import type { RulesEvent, RulesState } from './state';
import type { RulesLinks } from './view';

/** More would make the rows of rules for many events very tall. */
const SHOWN_EVENTS = 3;

const { columns } = words.rules;
const HEAD = {
  cells: [
    { key: 'name', content: columns.name },
    { key: 'state', content: columns.state },
    { key: 'when', content: columns.when },
    { key: 'actions', content: columns.actions },
    { key: 'last', content: columns.lastRun },
    { key: 'on', content: columns.on },
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
            { key: 'name', content: column(nameCell(rule, links)) },
            { key: 'state', content: <StateLozenge state={rule.state} /> },
            { key: 'when', content: column(<Text>{whenNames(rule.when, events)}</Text>) },
            { key: 'actions', content: column(<Text>{actionNames(rule.actions)}</Text>) },
            { key: 'last', content: column(lastRunCell(rule)) },
            { key: 'on', content: toggleCell(rule, state, send) },
            { key: 'more', content: moreCell(rule, send, links) },
          ],
        }))}
      />
    </Wide>
  );
}

function nameCell(rule: RuleSummary, links: RulesLinks) {
  return (
    <Stack>
      <TextButton text={rule.name} onClick={() => links.onEdit(rule.id)} />
      <Text size="small" color="color.text.subtlest">
        {rule.spaces.length === 0 ? words.rules.everySpace : rule.spaces.join(', ')}
      </Text>
    </Stack>
  );
}

function lastRunCell(rule: RuleSummary) {
  if (rule.lastRun === undefined) return <Text color="color.text.subtlest">{words.rules.never}</Text>;
  return (
    <Stack space="space.050">
      <Inline>
        <RunLozenge outcome={rule.lastRun.outcome} />
      </Inline>
      <Text size="small">{whenText(rule.lastRun.at)}</Text>
    </Stack>
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

function moreCell(rule: RuleSummary, send: (event: RulesEvent) => void, links: RulesLinks) {
  const { id, name } = rule;
  return (
    <ButtonGroup>
      <Button spacing="compact" onClick={() => links.onRuns({ id, name })}>
        {words.rules.runs}
      </Button>
      <Button spacing="compact" onClick={() => links.onHistory(id)}>
        {words.rules.history}
      </Button>
      <Button spacing="compact" onClick={() => send({ type: 'delete-asked', id, name })}>
        {words.rules.delete}
      </Button>
    </ButtonGroup>
  );
}

function whenNames(when: readonly string[], events: readonly EventOption[]): string {
  if (when.includes(ANY_EVENT)) return words.common.anyEvent;
  const names = when.slice(0, SHOWN_EVENTS).map((id) => eventName(id, events));
  const rest = when.length - names.length;
  return rest > 0 ? `${names.join(', ')} ${words.rules.more(rest)}` : names.join(', ');
}

function actionNames(kinds: readonly string[]): string {
  return kinds.map((kind) => actionForm(kind)?.label ?? kind).join(', ');
}
