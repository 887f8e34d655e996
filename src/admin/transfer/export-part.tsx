// Export: which rules, the text to copy, and the way to a file.

import { Button, CodeBlock, Label, Select, Stack, Text } from '@forge/react';
import { words } from '../wording';
import { Buttons } from '../shared/buttons';
import { Failure } from '../shared/failure';
import { valuesOf } from '../shared/input';
import { Loading } from '../shared/loading';
import type { TransferEvent, TransferState } from './state';

/** A longer text would make the page slow; the file holds all of it. */
const SHOWN_CHARACTERS = 20_000;

const SCOPES = [
  { value: 'all', label: words.transfer.all },
  { value: 'chosen', label: words.transfer.some },
];

/** Everything about export. */
export function ExportPart(props: {
  readonly state: TransferState;
  readonly send: (event: TransferEvent) => void;
}) {
  const { state, send } = props;
  const { exported } = state;
  return (
    <Stack space="space.150">
      <Stack>
        <Label labelFor="export-scope">{words.transfer.scope}</Label>
        <Select
          inputId="export-scope"
          options={SCOPES}
          value={SCOPES.find((scope) => scope.value === state.scope) ?? null}
          onChange={(picked: unknown) =>
            send({ type: 'scope-chosen', scope: valuesOf(picked).includes('chosen') ? 'chosen' : 'all' })
          }
        />
      </Stack>
      {state.scope === 'chosen' && <RulePicker state={state} send={send} />}
      <Buttons>
        <Button
          isDisabled={
            exported?.status === 'loading' || (state.scope === 'chosen' && state.exportIds.length === 0)
          }
          onClick={() => send({ type: 'export-asked' })}
        >
          {words.transfer.export}
        </Button>
        {exported?.status === 'ready' && (
          <Button appearance="primary" iconBefore="download" onClick={() => send({ type: 'download-asked' })}>
            {words.transfer.download}
          </Button>
        )}
      </Buttons>
      {exported?.status === 'loading' && <Loading />}
      {exported?.status === 'failed' && (
        <Failure error={exported.error} title={words.transfer.exportFailed} />
      )}
      {exported?.status === 'ready' && (
        <Stack space="space.100">
          <Text>{`${words.transfer.exported(exported.data.count)}. ${words.transfer.copyHelp}`}</Text>
          {exported.data.text.length > SHOWN_CHARACTERS && <Text>{words.transfer.shortened}</Text>}
          <CodeBlock language="json" text={exported.data.text.slice(0, SHOWN_CHARACTERS)} />
        </Stack>
      )}
    </Stack>
  );
}

function RulePicker(props: { readonly state: TransferState; readonly send: (event: TransferEvent) => void }) {
  const { state, send } = props;
  const known = [
    ...state.exportIds,
    ...state.exportChoices.filter((rule) => !state.exportIds.some((chosen) => chosen.id === rule.id)),
  ];
  const toOption = (rule: { readonly id: string; readonly name: string }) => ({
    label: rule.name,
    value: rule.id,
  });
  return (
    <Stack>
      <Label labelFor="export-rules">{words.transfer.choose}</Label>
      <Select
        inputId="export-rules"
        isMulti
        placeholder={words.transfer.choosePlaceholder}
        options={known.map(toOption)}
        value={state.exportIds.map(toOption)}
        onInputChange={(text: string) => send({ type: 'choices-searched', text })}
        onChange={(picked: unknown) => {
          const ids = valuesOf(picked);
          send({ type: 'export-chosen', rules: known.filter((rule) => ids.includes(rule.id)) });
        }}
      />
    </Stack>
  );
}
