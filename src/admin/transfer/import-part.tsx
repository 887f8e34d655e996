// Import: the text, its preview with a choice for each rule, and what became of it.

import {
  Button,
  Checkbox,
  Heading,
  HelperMessage,
  Label,
  LoadingButton,
  SectionMessage,
  Stack,
  Text,
  TextArea,
} from '@forge/react';
import { words } from '../wording';
import { Buttons } from '../shared/buttons';
import { Failure } from '../shared/failure';
import { checkedOf, textOf } from '../shared/input';
import { Loading } from '../shared/loading';
import { ProblemList } from '../shared/problem-list';
import type { ImportPreview } from '../../core/admin/api/exchange-api';
import { PreviewTable } from './preview-table';
import { importable } from './state';
import type { TransferEvent, TransferState } from './state';

interface Props {
  readonly state: TransferState;
  readonly send: (event: TransferEvent) => void;
  readonly onSeeRules: () => void;
}

/** Everything about import but the Frame. */
export function ImportPart(props: Props) {
  const { state, send, onSeeRules } = props;
  return (
    <Stack space="space.150">
      {state.refused !== undefined && (
        <SectionMessage appearance="error" title={words.transfer.refusedTitle(state.refused.name)}>
          <Text>{state.refused.reason}</Text>
        </SectionMessage>
      )}
      {state.imported !== undefined && (
        <SectionMessage appearance="success" title={words.transfer.importedTitle}>
          <Stack space="space.100">
            <Text>{words.transfer.imported(state.imported)}</Text>
            <Buttons>
              <Button onClick={onSeeRules}>{words.transfer.seeRules}</Button>
            </Buttons>
          </Stack>
        </SectionMessage>
      )}
      <Stack>
        <Label labelFor="import-text">{words.transfer.text}</Label>
        <TextArea
          key={state.revision}
          id="import-text"
          name="import-text"
          isMonospaced
          minimumRows={6}
          maxHeight="40vh"
          spellCheck={false}
          defaultValue={state.text}
          onChange={(event) => send({ type: 'pasted', text: textOf(event) })}
        />
        <HelperMessage>
          {state.fileName === undefined ? words.transfer.textHelp : words.transfer.fromFile(state.fileName)}
        </HelperMessage>
      </Stack>
      <Buttons>
        <Button
          isDisabled={state.text.trim() === '' || state.preview?.status === 'loading'}
          onClick={() => send({ type: 'preview-asked' })}
        >
          {words.transfer.check}
        </Button>
        {state.text !== '' && (
          <Button appearance="subtle" onClick={() => send({ type: 'import-reset' })}>
            {words.transfer.startOver}
          </Button>
        )}
      </Buttons>
      {state.preview?.status === 'loading' && <Loading />}
      {state.preview?.status === 'failed' && (
        <Failure error={state.preview.error} title={words.transfer.invalidTitle} />
      )}
      {state.preview?.status === 'ready' && <Preview {...props} preview={state.preview.data} />}
    </Stack>
  );
}

function Preview(props: Props & { readonly preview: ImportPreview }) {
  const { state, send, preview } = props;
  const possible = importable(state.preview);
  return (
    <Stack space="space.150">
      {preview.warnings.length > 0 && (
        <SectionMessage appearance="warning" title={words.editor.warningsTitle}>
          <ProblemList problems={preview.warnings} withPaths />
        </SectionMessage>
      )}
      {preview.entries.length === 0 ? (
        <Text>{words.transfer.noRules}</Text>
      ) : (
        <Stack space="space.100">
          <Heading as="h3" size="small">
            {words.transfer.previewTitle}
          </Heading>
          <PreviewTable preview={preview} chosen={state.chosen} send={send} />
        </Stack>
      )}
      {preview.entries.length > 0 && possible.length === 0 && <Text>{words.transfer.nothingNew}</Text>}
      {possible.length > 0 && (
        <Stack space="space.150">
          <Buttons>
            <Button spacing="compact" onClick={() => send({ type: 'all-chosen', on: true })}>
              {words.transfer.chooseAll}
            </Button>
            <Button spacing="compact" onClick={() => send({ type: 'all-chosen', on: false })}>
              {words.transfer.chooseNone}
            </Button>
          </Buttons>
          <Stack>
            <Checkbox
              id="keep-state"
              label={words.transfer.keepState}
              isChecked={state.keepState}
              onChange={(event) => send({ type: 'keep-state-set', on: checkedOf(event) })}
            />
            <HelperMessage>{words.transfer.keepStateHelp}</HelperMessage>
          </Stack>
          {state.importError !== undefined && (
            <Failure error={state.importError} title={words.transfer.importFailed} />
          )}
          <Buttons>
            <LoadingButton
              appearance="primary"
              isLoading={state.importing}
              isDisabled={state.chosen.length === 0}
              onClick={() => send({ type: 'import-asked' })}
            >
              {words.transfer.import(state.chosen.length)}
            </LoadingButton>
          </Buttons>
        </Stack>
      )}
    </Stack>
  );
}
