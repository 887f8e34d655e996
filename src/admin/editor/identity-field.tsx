// Who an action acts as: the app, the person who caused the event, or a person of the admin's choice.

import { Checkbox, HelperMessage, Label, Select, Stack, UserPicker } from '@forge/react';
import { words } from '../wording';
import { checkedOf, valuesOf } from '../shared/input';
import { userIdsOf } from '../shared/user-ids';
import { FieldProblems } from '../shared/problem-list';
import type { Identity } from '../../core/rules/rule';
import type { ActionProps } from './action-card';

const CHOICES = [
  { label: words.editor.asApp, value: 'app' },
  { label: words.editor.asInitiator, value: 'initiator' },
  { label: words.editor.asNamed, value: 'named' },
];

/** The choice of identity, with the picker of a person and the way out when that person cannot be used. */
export function IdentityField(props: ActionProps) {
  const { change, problems, action, actionKey: key, index } = props;
  const identity = action.as ?? 'app';
  const kind = typeof identity === 'object' ? 'named' : identity;
  const path = `then[${index}].as`;
  const setIdentity = (as: Identity) => change({ type: 'action-patched', key, patch: { as } });
  return (
    <Stack space="space.100">
      <Stack>
        <Label labelFor={`as-${key}`}>{words.editor.as}</Label>
        <Select
          inputId={`as-${key}`}
          options={CHOICES}
          value={CHOICES.find((choice) => choice.value === kind) ?? null}
          onChange={(picked: unknown) => {
            const [value] = valuesOf(picked);
            if (value === 'app' || value === 'initiator') setIdentity(value);
            if (value === 'named') setIdentity({ accountId: '' });
          }}
        />
      </Stack>
      {typeof identity === 'object' && (
        <Stack>
          <UserPicker
            name={`person-${key}`}
            label={words.editor.person}
            isRequired
            {...(identity.accountId === '' ? {} : { defaultValue: identity.accountId })}
            onChange={(user) => setIdentity({ accountId: userIdsOf(user)[0] ?? '' })}
          />
          <HelperMessage>{words.editor.personHelp}</HelperMessage>
        </Stack>
      )}
      <FieldProblems problems={problems(path)} path={path} />
      {kind !== 'app' && (
        <Checkbox
          id={`fallback-${key}`}
          label={words.editor.fallback}
          isChecked={action.fallback === 'app'}
          onChange={(event) =>
            change({
              type: 'action-patched',
              key,
              patch: { fallback: checkedOf(event) ? 'app' : undefined },
            })
          }
        />
      )}
    </Stack>
  );
}
