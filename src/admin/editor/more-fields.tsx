// What few rules need: their order, how much they may do, and how they meet changes that rules made.

import { Checkbox, Stack } from '@forge/react';
import { words } from '../wording';
import { checkedOf } from '../shared/input';
import { FieldProblems } from '../shared/problem-list';
import { numberOrText } from './parameter-values';
import { TextField } from './text-field';
import type { PartProps } from './form';

const FLAGS = [
  { name: 'chain', label: words.editor.chain },
  { name: 'onlyIfStill', label: words.editor.onlyIfStill },
  { name: 'serial', label: words.editor.serial },
] as const;

/** The part "More" of the form. */
export function MoreFields(props: PartProps) {
  const { state, change, problems } = props;
  const { rule } = state.draft;
  return (
    <Stack space="space.150">
      <TextField
        id="priority"
        label={words.editor.priority}
        help={words.editor.priorityHelp}
        type="number"
        value={String(rule.priority ?? '')}
        problems={problems('priority')}
        onChange={(text) =>
          change({ type: 'patched', field: 'priority', patch: { priority: numberOrText(text) } })
        }
      />
      <TextField
        id="runs-per-hour"
        label={words.editor.runsPerHour}
        help={words.editor.runsPerHourHelp}
        type="number"
        value={String(rule.limits?.runsPerHour ?? '')}
        problems={problems('limits')}
        path="limits.runsPerHour"
        onChange={(text) => {
          const runsPerHour = numberOrText(text);
          change({
            type: 'patched',
            field: 'limits',
            patch: { limits: runsPerHour === undefined ? undefined : { ...rule.limits, runsPerHour } },
          });
        }}
      />
      {FLAGS.map(({ name, label }) => (
        <Stack key={name}>
          <Checkbox
            id={name}
            label={label}
            isChecked={rule[name] === true}
            onChange={(event) =>
              change({ type: 'patched', field: name, patch: { [name]: checkedOf(event) ? true : undefined } })
            }
          />
          <FieldProblems problems={problems(name)} path={name} />
        </Stack>
      ))}
    </Stack>
  );
}
