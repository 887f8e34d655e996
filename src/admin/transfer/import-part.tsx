// Import: the text, its preview with a choice for each rule, and what became of it.

import { Button, HelperMessage, Label, SectionMessage, Stack, Text, TextArea } from '@forge/react';
import { words } from '../wording';
import { Buttons } from '../shared/buttons';
import { Failure } from '../shared/failure';
import { textOf } from '../shared/input';
import { Loading } from '../shared/loading';
import { ImportChoices } from './import-choices';
import type { ImportEvent, ImportState } from './import-state';

interface Props {
  readonly state: ImportState;
  readonly send: (event: ImportEvent) => void;
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
          defaultValue={shortened(state.text)}
          onChange={(event) => send({ type: 'pasted', text: textOf(event) })}
        />
        <HelperMessage>
          {state.fileName === undefined ? words.transfer.textHelp : words.transfer.fromFile(state.fileName)}
        </HelperMessage>
      </Stack>
      <Buttons>
        <Button
          isDisabled={
            state.text.trim() === '' || state.preview?.status === 'loading' || state.progress !== undefined
          }
          onClick={() => send({ type: 'preview-asked' })}
        >
          {words.transfer.check}
        </Button>
        {state.text !== '' && state.progress === undefined && (
          <Button appearance="subtle" onClick={() => send({ type: 'import-reset' })}>
            {words.transfer.startOver}
          </Button>
        )}
      </Buttons>
      {state.preview?.status === 'loading' && <Loading />}
      {state.preview?.status === 'failed' && (
        <Failure error={state.preview.error} title={words.transfer.invalidTitle} />
      )}
      {state.preview?.status === 'ready' && (
        <ImportChoices state={state} send={send} preview={state.preview.data} />
      )}
    </Stack>
  );
}

/** A long text in a text area would make the page slow; what is imported is all of it. */
function shortened(text: string): string {
  const SHOWN_CHARACTERS = 100_000;
  return text.length > SHOWN_CHARACTERS ? '' : text;
}
