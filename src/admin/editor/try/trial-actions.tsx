// What the actions would do with the event on which the rule is tried, also when the rule would not act on it.

import { List, ListItem, Stack, Text } from '@forge/react';
import { actionForm } from '../../../core/actions/forms';
import type { Trial } from '../../../core/runs/try-rule';
import { words } from '../../wording';
import { plainPreview } from '../../verdicts/plain-preview';

/** The actions in order; those that would do nothing say why. */
export function TrialActions({ trial }: { readonly trial: Trial }) {
  if (trial.actions.length === 0) return null;
  return (
    <Stack space="space.050">
      <Text weight="medium">{trial.verdict === 'acts' ? words.tryIt.would : words.tryIt.ifItActed}</Text>
      <List type="ordered">
        {trial.actions.map(({ id, action, acts, words: does }) => (
          <ListItem key={id}>
            <Text>
              {acts
                ? said(plainPreview(does))
                : words.tryIt.wouldNot(actionForm(action)?.label ?? action, does)}
            </Text>
          </ListItem>
        ))}
      </List>
    </Stack>
  );
}

function said(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
