// What the actions of a rule would do, as a list.

import { List, ListItem, Stack, Text } from '@forge/react';
import { actionForm } from '../../core/actions/forms';
import type { PlannedAction } from '../../core/runs/judge-payload';
import { words } from '../wording';
import { plainPreview } from './plain-preview';

/** Planned actions; those that would not be tried say why. */
export function PlannedView(props: { readonly actions: readonly PlannedAction[] }) {
  return (
    <Stack space="space.050">
      <Text weight="medium">{words.verdicts.planned}</Text>
      <List type="ordered">
        {props.actions.map((action) => (
          <ListItem key={action.id}>
            <Text>{plannedText(action)}</Text>
          </ListItem>
        ))}
      </List>
    </Stack>
  );
}

function plannedText({ action, words: does, acts }: PlannedAction): string {
  if (!acts) return words.verdicts.notPlanned(actionForm(action)?.label ?? action, does);
  const plain = plainPreview(does);
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
