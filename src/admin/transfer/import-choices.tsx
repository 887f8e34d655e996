// The preview of an import: tests, warnings, a choice for each rule, the way ahead and how far it is.

import {
  Button,
  Checkbox,
  Heading,
  HelperMessage,
  Inline,
  LoadingButton,
  ProgressBar,
  SectionMessage,
  Stack,
  Text,
} from '@forge/react';
import { words } from '../wording';
import { Buttons } from '../shared/buttons';
import { Failure } from '../shared/failure';
import { checkedOf } from '../shared/input';
import { Paging } from '../shared/paging';
import { ProblemList } from '../shared/problem-list';
import type { ImportPreview } from '../../core/admin/api/exchange-api';
import type { ImportChange } from '../../core/import/plan-import';
import { PreviewCards } from './preview-cards';
import { TestResults } from '../shared/test-results';
import { importable } from './import-state';
import type { ImportEvent, ImportState } from './import-state';

/** More rows would make the page slow. */
const ROWS_PER_PAGE = 20;

/** In the order in which they want attention. */
const CHANGES: readonly ImportChange[] = ['conflicting', 'invalid', 'added', 'changed', 'unchanged'];

interface Props {
  readonly state: ImportState;
  readonly send: (event: ImportEvent) => void;
  readonly preview: ImportPreview;
}

/** What would change, and the choice. */
export function ImportChoices(props: Props) {
  const { state, send, preview } = props;
  if (preview.entries.length === 0) return <Text>{words.transfer.noRules}</Text>;
  const possible = importable(state.preview);
  return (
    <Stack space="space.200">
      {preview.warnings.length > 0 && (
        <SectionMessage appearance="warning" title={words.editor.warningsTitle}>
          <ProblemList problems={preview.warnings} withPaths />
        </SectionMessage>
      )}
      <TestResults tests={preview.tests} />
      <Entries {...props} />
      {possible.length === 0 && <Text>{words.transfer.nothingNew}</Text>}
      {possible.length > 0 && (
        <Stack space="space.150">
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
          {state.progress === undefined ? (
            <Buttons>
              <LoadingButton
                appearance="primary"
                isLoading={state.starting}
                isDisabled={state.choices.size === 0}
                onClick={() => send({ type: 'import-asked' })}
              >
                {words.transfer.import(state.choices.size)}
              </LoadingButton>
            </Buttons>
          ) : (
            <Progress progress={state.progress} />
          )}
        </Stack>
      )}
    </Stack>
  );
}

function Entries({ state, send, preview }: Props) {
  const { shown, page } = state;
  const present = CHANGES.filter((change) => preview.entries.some((entry) => entry.change === change));
  const entries = present
    .filter((change) => shown === 'all' || shown === change)
    .flatMap((change) => preview.entries.filter((entry) => entry.change === change));
  const rows = entries.slice(page * ROWS_PER_PAGE, (page + 1) * ROWS_PER_PAGE);
  const count = (change: ImportChange) => preview.entries.filter((entry) => entry.change === change).length;
  return (
    <Stack space="space.100">
      <Heading as="h3" size="small">
        {words.transfer.previewTitle}
      </Heading>
      <Inline space="space.100" rowSpace="space.100" shouldWrap>
        {(['all', ...present] as const).map((change) => (
          <Button
            key={change}
            spacing="compact"
            isSelected={shown === change}
            onClick={() => send({ type: 'entries-shown', change })}
          >
            {change === 'all'
              ? words.transfer.allOf(preview.entries.length)
              : words.transfer.countOf(words.transfer.change[change], count(change))}
          </Button>
        ))}
      </Inline>
      <PreviewCards entries={rows} choices={state.choices} send={send} />
      <Inline space="space.100" rowSpace="space.100" shouldWrap spread="space-between">
        <Paging
          hasPrevious={page > 0}
          hasNext={(page + 1) * ROWS_PER_PAGE < entries.length}
          onPrevious={() => send({ type: 'entries-turned', page: page - 1 })}
          onNext={() => send({ type: 'entries-turned', page: page + 1 })}
        />
        <Buttons>
          <Button spacing="compact" onClick={() => send({ type: 'all-chosen', on: true })}>
            {words.transfer.chooseAll}
          </Button>
          <Button spacing="compact" onClick={() => send({ type: 'all-chosen', on: false })}>
            {words.transfer.chooseNone}
          </Button>
        </Buttons>
      </Inline>
    </Stack>
  );
}

function Progress({ progress }: { readonly progress: NonNullable<ImportState['progress']> }) {
  const { rules, rulesWritten, state } = progress;
  const text = words.transfer.progress[state](rulesWritten, rules);
  return (
    <Stack space="space.050">
      <Text>{text}</Text>
      <ProgressBar ariaLabel={text} value={rules === 0 ? 1 : rulesWritten / rules} appearance="success" />
      <HelperMessage>{words.transfer.progressHelp}</HelperMessage>
    </Stack>
  );
}
