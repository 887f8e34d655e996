// Name, id, description and state of the rule.

import { Label, Select, Stack } from '@forge/react';
import { RULE_STATES } from '../../core/rules/rule';
import { words } from '../wording';
import { valuesOf } from '../shared/input';
import { TextField } from './text-field';
import type { PartProps } from './form';

const STATE_CHOICES = RULE_STATES.map((state) => ({ label: words.stateHelp[state], value: state }));

/** The first part of the form. */
export function AboutFields(props: PartProps) {
  const { state, change, problems } = props;
  const { rule } = state.draft;
  const saved = state.version !== undefined;
  return (
    <Stack space="space.150">
      <TextField
        id="name"
        label={words.editor.name}
        help={words.editor.nameHelp}
        required
        value={rule.name}
        problems={problems('name')}
        onChange={(name) => change({ type: 'named', name })}
      />
      <TextField
        // Until a person writes the id it follows the name, so the input must follow too.
        key={state.draft.ownId ? 'own' : rule.id}
        id="id"
        label={words.editor.id}
        help={saved ? words.editor.idFixed : words.editor.idHelp}
        disabled={saved}
        value={rule.id}
        problems={problems('id')}
        onChange={(id) => change({ type: 'id-typed', id })}
      />
      <TextField
        id="description"
        label={words.editor.description}
        help={words.editor.descriptionHelp}
        rows={2}
        value={rule.description ?? ''}
        problems={problems('description')}
        onChange={(text) =>
          change({
            type: 'patched',
            field: 'description',
            patch: { description: text === '' ? undefined : text },
          })
        }
      />
      <Stack>
        <Label labelFor="state">{words.editor.state}</Label>
        <Select
          inputId="state"
          options={STATE_CHOICES}
          value={STATE_CHOICES.find((choice) => choice.value === (rule.state ?? 'off')) ?? null}
          onChange={(picked: unknown) => {
            const [value] = valuesOf(picked);
            const chosen = RULE_STATES.find((known) => known === value);
            if (chosen !== undefined) change({ type: 'patched', field: 'state', patch: { state: chosen } });
          }}
        />
      </Stack>
    </Stack>
  );
}
