// The fields that narrow the list of rules: search, and one choice each for state, event, action, space and label.

import { Box, Inline, Label, Select, Stack, Textfield, xcss } from '@forge/react';
import { ACTION_FORMS } from '../../core/actions/forms';
import type { RuleList } from '../../core/admin/api/rules-api';
import { RULE_STATES } from '../../core/rules/rule';
import { words } from '../wording';
import { textOf, valuesOf } from '../shared/input';
import type { EventOption } from '../shared/event-options';
import type { RulesEvent, RulesState } from './state';

const SEARCH = xcss({ width: '16rem', maxWidth: '100%' });
const CHOICE = xcss({ width: '11rem', maxWidth: '100%' });

type Member = keyof RulesState['filter'];

interface Props {
  readonly state: RulesState;
  readonly send: (event: RulesEvent) => void;
  readonly events: readonly EventOption[];
}

/** Search and filters; those for spaces and labels only where rules have any. */
export function Filters({ state, send, events }: Props) {
  const list: RuleList | undefined = state.list.status === 'ready' ? state.list.data : undefined;
  const options: { readonly [K in Member]-?: readonly { value: string; label: string }[] } = {
    state: RULE_STATES.map((value) => ({ value, label: words.state[value] })),
    event: events.map(({ id, name }) => ({ value: id, label: name })),
    action: ACTION_FORMS.map(({ kind, label }) => ({ value: kind, label })),
    space: (list?.spaces ?? []).map((key) => ({ value: key, label: key })),
    label: (list?.labels ?? []).map((label) => ({ value: label, label })),
  };
  const shown = (Object.keys(options) as Member[]).filter(
    (member) => options[member].length > 0 || state.filter[member] !== undefined,
  );
  return (
    <Inline space="space.150" rowSpace="space.100" shouldWrap alignBlock="end">
      <Box xcss={SEARCH}>
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
      </Box>
      {shown.map((member) => (
        <Box key={member} xcss={CHOICE}>
          <Stack>
            <Label labelFor={`rules-${member}`}>{words.rules.filters[member]}</Label>
            <Select
              inputId={`rules-${member}`}
              isClearable
              placeholder={words.rules.any}
              options={[...options[member]]}
              value={options[member].find(({ value }) => value === state.filter[member]) ?? null}
              onChange={(picked: unknown) => {
                const { [member]: _old, ...rest } = state.filter;
                const [value] = valuesOf(picked);
                send({ type: 'filtered', filter: value === undefined ? rest : { ...rest, [member]: value } });
              }}
            />
          </Stack>
        </Box>
      ))}
    </Inline>
  );
}
