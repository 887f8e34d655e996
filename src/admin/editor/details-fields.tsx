// What tells admins about the rule: its id, why it exists, who answers for it, and labels to find it by.

import { HelperMessage, Stack, UserPicker } from '@forge/react';
import { words } from '../wording';
import { FieldProblems } from '../shared/problem-list';
import { userIdsOf } from '../shared/user-ids';
import { formatListText, parseListText } from './list-text';
import { TextField } from './text-field';
import type { PartProps } from './form';

/** The fields about the rule itself. */
export function DetailsFields({ state, change, problems }: PartProps) {
  const { rule, ownId } = state.draft;
  const saved = state.version !== undefined;
  return (
    <Stack space="space.150">
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
      <TextField
        // Until a person writes the id it follows the name, so the input must follow too.
        key={ownId ? 'own' : rule.id}
        id="id"
        label={words.editor.id}
        help={saved ? words.editor.idFixed : words.editor.idHelp}
        disabled={saved}
        value={rule.id}
        problems={problems('id')}
        onChange={(id) => change({ type: 'id-typed', id })}
      />
      <Stack>
        <UserPicker
          name="owner"
          label={words.editor.owner}
          {...(rule.owner === undefined ? {} : { defaultValue: rule.owner })}
          onChange={(user) =>
            change({ type: 'patched', field: 'owner', patch: { owner: userIdsOf(user)[0] } })
          }
        />
        <HelperMessage>{words.editor.ownerHelp}</HelperMessage>
        <FieldProblems problems={problems('owner')} path="owner" />
      </Stack>
      <TextField
        id="rule-labels"
        label={words.editor.ruleLabels}
        help={words.editor.ruleLabelsHelp}
        value={formatListText(rule.labels ?? [])}
        problems={problems('labels')}
        path="labels"
        onChange={(text) => {
          const labels = parseListText(text);
          change({
            type: 'patched',
            field: 'labels',
            patch: { labels: labels.length === 0 ? undefined : labels },
          });
        }}
      />
    </Stack>
  );
}
