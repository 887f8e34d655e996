// The rule's name, the first thing that is asked; the id follows from it and is edited under "More".

import { words } from '../wording';
import { TextField } from './text-field';
import type { PartProps } from './form';

/** The field of the name. */
export function NameField({ state, change, problems }: PartProps) {
  return (
    <TextField
      id="name"
      label={words.editor.name}
      help={words.editor.nameHelp}
      required
      value={state.draft.rule.name}
      problems={problems('name')}
      onChange={(name) => change({ type: 'named', name })}
    />
  );
}
