// The ordered list of actions, and the way to add one.

import { Label, Select, Stack, Text } from '@forge/react';
import { words } from '../wording';
import { valuesOf } from '../shared/input';
import { FieldProblems } from '../shared/problem-list';
import { ActionCard } from './action-card';
import { KIND_CHOICES } from './kind-choices';
import { isWithin } from './problems';
import type { PartProps } from './form';

/** The part "Then" of the form. */
export function ActionsFields(props: PartProps) {
  const { state, change, problems } = props;
  const { rule, keys, nextKey } = state.draft;
  const atList = problems('then').filter(
    (problem) => !rule.then.some((_action, index) => isWithin(problem.path, `then[${index}]`)),
  );
  return (
    <Stack space="space.150">
      {rule.then.length === 0 && <Text color="color.text.subtlest">{words.editor.noActions}</Text>}
      {rule.then.map((action, index) => {
        const key = keys[index] ?? index;
        return <ActionCard key={key} {...props} action={action} actionKey={key} index={index} />;
      })}
      <Stack>
        <Label labelFor="add-action">{words.editor.addAction}</Label>
        <Select
          // Made anew after each choice, so that it is empty again.
          key={nextKey}
          inputId="add-action"
          placeholder={words.editor.actionPlaceholder}
          options={KIND_CHOICES}
          onChange={(picked: unknown) => {
            const [kind] = valuesOf(picked);
            if (kind !== undefined) change({ type: 'action-added', kind });
          }}
        />
        <FieldProblems problems={atList} path="then" />
      </Stack>
    </Stack>
  );
}
