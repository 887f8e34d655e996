// The tab "Settings". It must not hold state: state.ts does.

import {
  Button,
  Heading,
  HelperMessage,
  Label,
  LoadingButton,
  SectionMessage,
  Stack,
  Text,
  Textfield,
  UserPicker,
} from '@forge/react';
import type { Settings } from '../../core/admin/settings';
import { ConnectionsView } from '../connections/view';
import { words } from '../wording';
import { formatListText, parseListText } from '../editor/list-text';
import { Buttons } from '../shared/buttons';
import { Failure } from '../shared/failure';
import { textOf } from '../shared/input';
import { Loading } from '../shared/loading';
import { userIdsOf } from '../shared/user-ids';
import { PeopleChecks } from './people-checks';
import { NumberField, Section, SwitchField } from './section';
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
        <Stack space="space.400">
          <SettingsForm {...props} draft={state.draft} />
          <ConnectionsView state={state.connections} send={(event) => send({ type: 'connections', event })} />
        </Stack>
      )}
    </Stack>
  );
}

function SettingsForm(props: Props & { readonly draft: Settings }) {
  const { state, send, draft } = props;
  const change = (patch: Partial<Settings>) => send({ type: 'changed', patch });
  return (
    <Stack space="space.300">
      {state.stored.status === 'ready' && state.stored.data.paused && (
        <SectionMessage appearance="warning">
          <Text>{words.settings.pausedNow}</Text>
        </SectionMessage>
      )}
      <Section title={words.settings.pauseTitle}>
        <SwitchField
          id="paused"
          label={words.settings.paused}
          help={words.settings.pausedHelp}
          on={draft.paused}
          onChange={(paused) => change({ paused })}
        />
      </Section>
      <Section title={words.settings.peopleTitle}>
        <People {...props} />
      </Section>
      <Section title={words.settings.destructiveTitle}>
        <SwitchField
          id="destructive"
          label={words.settings.destructive}
          help={words.settings.destructiveHelp}
          on={draft.destructive}
          onChange={(destructive) => change({ destructive })}
        />
      </Section>
      <Records draft={draft} change={change} />
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

function People({ state, send, draft }: Props & { readonly draft: Settings }) {
  const { impersonation } = draft;
  return (
    <Stack space="space.100">
      <UserPicker
        isMulti
        name="impersonation"
        label={words.settings.people}
        placeholder={words.settings.peoplePlaceholder}
        {...(impersonation.length === 0 ? {} : { defaultValue: impersonation })}
        onChange={(people) => {
          send({ type: 'changed', patch: { impersonation: [...userIdsOf(people)] } });
        }}
      />
      <HelperMessage>{words.settings.peopleHelp}</HelperMessage>
      {impersonation.length > 0 && (
        <Buttons>
          <Button
            isDisabled={state.people?.status === 'loading'}
            onClick={() => send({ type: 'people-asked' })}
          >
            {words.settings.checkPeople}
          </Button>
        </Buttons>
      )}
      {state.people?.status === 'loading' && <Loading />}
      {state.people?.status === 'failed' && <Failure error={state.people.error} />}
      {state.people?.status === 'ready' && <PeopleChecks people={state.people.data} />}
    </Stack>
  );
}

function Records(props: { readonly draft: Settings; readonly change: (patch: Partial<Settings>) => void }) {
  const { draft, change } = props;
  const { record, retentionDays, budget, editors, editorGroups } = draft;
  return (
    <Stack space="space.300">
      <Section title={words.settings.recordTitle}>
        <SwitchField
          id="record-events"
          label={words.settings.recordEvents}
          help={words.settings.recordEventsHelp}
          on={record.events}
          onChange={(events) => change({ record: { ...record, events } })}
        />
        <SwitchField
          id="record-viewed"
          label={words.settings.recordViewed}
          help={words.settings.recordViewedHelp}
          on={record.viewed}
          onChange={(viewed) => change({ record: { ...record, viewed } })}
        />
        <NumberField
          id="keep-runs"
          label={words.settings.keepRuns}
          help={words.settings.keepHelp}
          value={retentionDays.runs}
          onChange={(runs = 0) => change({ retentionDays: { ...retentionDays, runs } })}
        />
        <NumberField
          id="keep-events"
          label={words.settings.keepEvents}
          help={words.settings.keepHelp}
          value={retentionDays.events}
          onChange={(events = 0) => change({ retentionDays: { ...retentionDays, events } })}
        />
      </Section>
      <Section title={words.settings.budgetTitle}>
        <NumberField
          id="points"
          label={words.settings.points}
          help={words.settings.pointsHelp}
          value={budget.pointsPerHour}
          onChange={(pointsPerHour) =>
            change({ budget: pointsPerHour === undefined ? {} : { ...budget, pointsPerHour } })
          }
        />
      </Section>
      <Section title={words.settings.editorsTitle}>
        <UserPicker
          isMulti
          name="editors"
          label={words.settings.editors}
          placeholder={words.settings.peoplePlaceholder}
          {...(editors.length === 0 ? {} : { defaultValue: editors })}
          onChange={(people) => change({ editors: [...userIdsOf(people)] })}
        />
        <Label labelFor="editor-groups">{words.settings.editorGroups}</Label>
        <Textfield
          id="editor-groups"
          name="editor-groups"
          defaultValue={formatListText(editorGroups)}
          onChange={(event) => change({ editorGroups: [...parseListText(textOf(event))] })}
        />
        <HelperMessage>{words.settings.editorsHelp}</HelperMessage>
      </Section>
    </Stack>
  );
}
