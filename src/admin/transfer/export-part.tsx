// Export: which rules, the text to copy, and the way to a file.

import { Button, CodeBlock, HelperMessage, Label, Select, Stack, Text, Textfield } from '@forge/react';
import { words } from '../wording';
import { Buttons } from '../shared/buttons';
import { parseListText } from '../editor/list-text';
import { Failure } from '../shared/failure';
import { textOf, valuesOf } from '../shared/input';
import { Loading } from '../shared/loading';
import { choiceOf, EXPORT_SCOPES } from './export-state';
import type { ExportEvent, ExportScope, ExportState } from './export-state';

/** A longer text would make the page slow; the file holds all of it. */
const SHOWN_CHARACTERS = 20_000;

const SCOPE_NAMES: { readonly [K in ExportScope]: string } = {
  all: words.transfer.all,
  chosen: words.transfer.some,
  label: words.transfer.byLabel,
};
const SCOPES = EXPORT_SCOPES.map((value) => ({ value, label: SCOPE_NAMES[value] }));

/** Everything about export. */
export function ExportPart(props: {
  readonly state: ExportState;
  readonly send: (event: ExportEvent) => void;
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
            send({ type: 'scope-chosen', scope: (valuesOf(picked)[0] ?? 'all') as ExportScope })
          }
        />
      </Stack>
      {state.scope === 'chosen' && <RulePicker state={state} send={send} />}
      {state.scope === 'label' && <LabelsField send={send} />}
      <Buttons>
        <Button
          isDisabled={exported?.status === 'loading' || choiceOf(state) === undefined}
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
          <Text>{words.transfer.exported(exported.data.count)}</Text>
          {exported.data.text.length > SHOWN_CHARACTERS && <Text>{words.transfer.shortened}</Text>}
          <CodeBlock language="json" text={exported.data.text.slice(0, SHOWN_CHARACTERS)} />
        </Stack>
      )}
    </Stack>
  );
}

function RulePicker(props: { readonly state: ExportState; readonly send: (event: ExportEvent) => void }) {
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

function LabelsField(props: { readonly send: (event: ExportEvent) => void }) {
  return (
    <Stack>
      <Label labelFor="export-labels">{words.transfer.labels}</Label>
      <Textfield
        id="export-labels"
        name="export-labels"
        onChange={(event) => props.send({ type: 'labels-typed', labels: parseListText(textOf(event)) })}
      />
      <HelperMessage>{words.transfer.labelsHelp}</HelperMessage>
    </Stack>
  );
}
