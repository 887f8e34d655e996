// Whether the rule acts, only records, or does nothing.

import { Box, Label, Select, xcss } from '@forge/react';
import { RULE_STATES } from '../../core/rules/rule';
import { words } from '../wording';
import { valuesOf } from '../shared/input';
import type { PartProps } from './form';

const FIELD = xcss({ maxWidth: '30rem' });

const CHOICES = RULE_STATES.map((state) => ({ label: words.stateHelp[state], value: state }));

/** The choice of state, above the button that saves. */
export function StateField({ state, change }: PartProps) {
  const { rule } = state.draft;
  return (
    <Box xcss={FIELD}>
      <Label labelFor="state">{words.editor.state}</Label>
      <Select
        inputId="state"
        isSearchable={false}
        options={CHOICES}
        value={CHOICES.find((choice) => choice.value === (rule.state ?? 'off')) ?? null}
        onChange={(picked: unknown) => {
          const chosen = RULE_STATES.find((known) => known === valuesOf(picked)[0]);
          if (chosen !== undefined) change({ type: 'patched', field: 'state', patch: { state: chosen } });
        }}
      />
    </Box>
  );
}
