// The spaces in which a rule holds.

import { Checkbox, Stack } from '@forge/react';
import { words } from '../wording';
import { checkedOf } from '../shared/input';
import { formatListText, parseListText } from './list-text';
import { TextField } from './text-field';
import { tidyScope } from './tidy-scope';
import type { EditableScope } from './tidy-scope';
import type { PartProps } from './form';

/** The part "Where" of the form. */
export function ScopeFields(props: PartProps) {
  const { state, change, problems } = props;
  const scope: EditableScope = state.draft.rule.scope ?? {};
  const setScope = (patch: Partial<EditableScope>) =>
    change({ type: 'patched', field: 'scope', patch: { scope: tidyScope({ ...scope, ...patch }) } });
  return (
    <Stack space="space.150">
      <TextField
        id="scope-spaces"
        label={words.editor.spaces}
        help={words.editor.spacesHelp}
        value={formatListText(scope.spaces ?? [])}
        problems={problems('scope.spaces')}
        path="scope.spaces"
        onChange={(text) => setScope({ spaces: parseListText(text) })}
      />
      <TextField
        id="scope-exclude"
        label={words.editor.excludeSpaces}
        value={formatListText(scope.excludeSpaces ?? [])}
        problems={problems('scope.excludeSpaces')}
        path="scope.excludeSpaces"
        onChange={(text) => setScope({ excludeSpaces: parseListText(text) })}
      />
      <Checkbox
        id="scope-personal"
        label={words.editor.personalSpaces}
        isChecked={scope.personalSpaces === true}
        onChange={(event) => setScope({ personalSpaces: checkedOf(event) ? true : undefined })}
      />
    </Stack>
  );
}
