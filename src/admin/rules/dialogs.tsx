// The dialogs over the list of rules that ask before something is done: turning off, owner, priority, deleting.

import { DatePicker, HelperMessage, Label, Stack, Text, TextArea, Textfield, UserPicker } from '@forge/react';
import { words } from '../wording';
import { Failure } from '../shared/failure';
import { textOf } from '../shared/input';
import { Question } from '../shared/question';
import { userIdsOf } from '../shared/user-ids';
import type { Dialog } from './dialog';
import type { RulesEvent } from './state';

interface Props {
  readonly dialog: Dialog;
  readonly send: (event: RulesEvent) => void;
}

/** The question of a dialog, with what went wrong if it could not be done. */
export function RulesDialog({ dialog, send }: Props) {
  const { kind, rules, busy, error } = dialog;
  if (kind === 'more') return null;
  const names = rules.map(({ name }) => name);
  const asked = words.rules.dialogs[kind];
  return (
    <Question
      title={asked.title(names)}
      confirm={asked.confirm(names.length)}
      tone={kind === 'delete' ? 'danger' : 'primary'}
      busy={busy}
      onConfirm={() => send({ type: 'dialog-confirmed' })}
      onDismiss={() => send({ type: 'dialog-closed' })}
    >
      <Stack space="space.150">
        <Text>{asked.text}</Text>
        <Fields dialog={dialog} send={send} />
        {error !== undefined && <Failure error={error} title={words.rules.changeFailed} />}
      </Stack>
    </Question>
  );
}

function Fields({ dialog, send }: Props) {
  switch (dialog.kind) {
    case 'off':
      return (
        <Stack space="space.100">
          <Stack>
            <Label labelFor="off-reason">{words.rules.reason}</Label>
            <TextArea
              id="off-reason"
              name="off-reason"
              defaultValue={dialog.reason}
              onChange={(event) => send({ type: 'dialog-typed', fields: { reason: textOf(event) } })}
            />
          </Stack>
          <Stack>
            <Label labelFor="off-until">{words.rules.untilLabel}</Label>
            <DatePicker
              id="off-until"
              onChange={(date: unknown) => {
                send({ type: 'dialog-typed', fields: { until: typeof date === 'string' ? date : '' } });
              }}
            />
            <HelperMessage>{words.rules.untilHelp}</HelperMessage>
          </Stack>
        </Stack>
      );
    case 'owner':
      return (
        <UserPicker
          name="owner"
          label={words.rules.owner}
          placeholder={words.rules.ownerPlaceholder}
          {...(dialog.owner === undefined ? {} : { defaultValue: dialog.owner })}
          onChange={(user: unknown) => {
            send({ type: 'dialog-typed', fields: { owner: userIdsOf(user)[0] } });
          }}
        />
      );
    case 'priority':
      return (
        <Stack>
          <Label labelFor="rule-priority">{words.rules.priority}</Label>
          <Textfield
            id="rule-priority"
            name="rule-priority"
            type="number"
            defaultValue={dialog.priority}
            onChange={(event) => send({ type: 'dialog-typed', fields: { priority: textOf(event) } })}
          />
        </Stack>
      );
    default:
      return null;
  }
}
