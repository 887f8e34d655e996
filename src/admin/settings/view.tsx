// The tab "Settings": pausing everything, the people whom rules may act as, and what rules may take away. It must not hold state.

import {
  Heading,
  HelperMessage,
  Inline,
  Label,
  LoadingButton,
  SectionMessage,
  Stack,
  Text,
  Toggle,
  UserPicker,
} from '@forge/react';
import type { Settings } from '../../core/admin/settings';
import { words } from '../wording';
import { Buttons } from '../shared/buttons';
import { Failure } from '../shared/failure';
import { checkedOf } from '../shared/input';
import { Loading } from '../shared/loading';
import { userIdsOf } from '../shared/user-ids';
import { hasChanges } from './state';
import type { SettingsEvent, SettingsState } from './state';

interface Props {
  readonly state: SettingsState;
  readonly send: (event: SettingsEvent) => void;
}

/** What holds for the whole installation. */
export function SettingsView(props: Props) {
  const { state, send } = props;
  return (
    <Stack space="space.200">
      <Heading as="h2" size="medium">
        {words.settings.title}
      </Heading>
      {state.stored.status === 'loading' && <Loading />}
      {state.stored.status === 'failed' && (
        <Failure error={state.stored.error} onRetry={() => send({ type: 'shown' })} />
      )}
      {state.stored.status === 'ready' && state.draft !== undefined && (
        <SettingsForm {...props} draft={state.draft} />
      )}
    </Stack>
  );
}

function SettingsForm(props: Props & { readonly draft: Settings }) {
  const { state, send, draft } = props;
  const { impersonation } = draft;
  return (
    <Stack space="space.300">
      {state.stored.status === 'ready' && state.stored.data.paused && (
        <SectionMessage appearance="warning">
          <Text>{words.settings.pausedNow}</Text>
        </SectionMessage>
      )}
      <Stack space="space.100">
        <Heading as="h3" size="small">
          {words.settings.pauseTitle}
        </Heading>
        <Inline space="space.100" alignBlock="center">
          <Toggle
            id="paused"
            isChecked={draft.paused}
            onChange={(event) => send({ type: 'changed', patch: { paused: checkedOf(event) } })}
          />
          <Label labelFor="paused">{words.settings.paused}</Label>
        </Inline>
        <HelperMessage>{words.settings.pausedHelp}</HelperMessage>
      </Stack>
      <Stack space="space.100">
        <Heading as="h3" size="small">
          {words.settings.peopleTitle}
        </Heading>
        <UserPicker
          isMulti
          name="impersonation"
          label={words.settings.people}
          placeholder={words.settings.peoplePlaceholder}
          {...(impersonation.length === 0 ? {} : { defaultValue: impersonation })}
          onChange={(people) => send({ type: 'changed', patch: { impersonation: [...userIdsOf(people)] } })}
        />
        <HelperMessage>{words.settings.peopleHelp}</HelperMessage>
      </Stack>
      <Stack space="space.100">
        <Heading as="h3" size="small">
          {words.settings.destructiveTitle}
        </Heading>
        <Inline space="space.100" alignBlock="center">
          <Toggle
            id="destructive"
            isChecked={draft.destructive}
            onChange={(event) => send({ type: 'changed', patch: { destructive: checkedOf(event) } })}
          />
          <Label labelFor="destructive">{words.settings.destructive}</Label>
        </Inline>
        <HelperMessage>{words.settings.destructiveHelp}</HelperMessage>
      </Stack>
      {state.error !== undefined && <Failure error={state.error} title={words.settings.saveFailed} />}
      <Buttons>
        <LoadingButton
          appearance="primary"
          isLoading={state.saving}
          isDisabled={!hasChanges(state)}
          onClick={() => send({ type: 'save-asked' })}
        >
          {words.settings.save}
        </LoadingButton>
      </Buttons>
    </Stack>
  );
}
