// "Try it": the event to try the rule on, the verdict with its clauses, and what the actions would do. Nothing is done.

import {
  Box,
  Button,
  Heading,
  HelperMessage,
  Inline,
  Label,
  LoadingButton,
  Select,
  SectionMessage,
  Stack,
  Text,
  xcss,
} from '@forge/react';
import { words } from '../../wording';
import { Failure } from '../../shared/failure';
import { valuesOf } from '../../shared/input';
import { ClauseView } from '../../verdicts/clause-view';
import { TextField } from '../text-field';
import { BacktestView } from './backtest-view';
import { sourceChoices, sourceOf } from './source-choices';
import { TrialActions } from './trial-actions';
import { TrialLozenge } from './trial-lozenge';
import { sourceFor } from './state';
import type { EventOption } from '../../shared/event-options';
import type { Trial } from '../../../core/runs/try-rule';
import type { TryEvent, TryState } from './state';

const PANEL = xcss({
  padding: 'space.200',
  backgroundColor: 'elevation.surface.sunken',
  borderRadius: 'radius.medium',
});

interface Props {
  readonly state: TryState;
  readonly when: readonly string[];
  readonly events: readonly EventOption[];
  readonly send: (event: TryEvent) => void;
  /** A rule with errors cannot be tried. */
  readonly ready: boolean;
}

/** The panel beside the form. */
export function TryPanel(props: Props) {
  const { state, send, when } = props;
  return (
    <Box xcss={PANEL}>
      <Stack space="space.200">
        <Stack space="space.050">
          <Heading as="h3" size="small">
            {words.tryIt.title}
          </Heading>
          <Text size="small" color="color.text.subtle">
            {words.tryIt.text}
          </Text>
        </Stack>
        {when.length === 0 ? <Text>{words.tryIt.noEvents}</Text> : <SourceField {...props} />}
        {state.error !== undefined && <Failure error={state.error} title={words.tryIt.failed} />}
        {state.trial !== undefined && <TrialView trial={state.trial} {...props} />}
        {state.trial === undefined && when.length > 0 && (
          <Text color="color.text.subtle">{words.tryIt.notYet}</Text>
        )}
        {when.length > 0 && <BacktestView state={state} send={send} />}
      </Stack>
    </Box>
  );
}

function SourceField({ state, send, when, events }: Props) {
  const source = sourceFor(state, when);
  const choices = sourceChoices(state, when, events);
  const loading = state.recorded?.status === 'loading';
  return (
    <Stack space="space.100">
      <Stack>
        <Label labelFor="try-source">{words.tryIt.event}</Label>
        <Select
          inputId="try-source"
          options={choices.options}
          value={choices.find(source)}
          onChange={(picked: unknown) => {
            const chosen = sourceOf(valuesOf(picked)[0]);
            if (chosen !== undefined) send({ type: 'source-chosen', source: chosen });
          }}
        />
      </Stack>
      <Inline space="space.050" shouldWrap>
        {state.recorded?.status !== 'ready' && (
          <LoadingButton
            spacing="compact"
            appearance="subtle"
            isLoading={loading}
            onClick={() => send({ type: 'recorded-asked' })}
          >
            {words.tryIt.loadRecorded}
          </LoadingButton>
        )}
        {source.kind !== 'pasted' && (
          <Button
            spacing="compact"
            appearance="subtle"
            onClick={() => send({ type: 'source-chosen', source: { kind: 'pasted' } })}
          >
            {words.tryIt.edit}
          </Button>
        )}
      </Inline>
      {state.recorded?.status === 'failed' && (
        <Failure error={state.recorded.error} onRetry={() => send({ type: 'recorded-asked' })} />
      )}
      {state.recorded?.status === 'ready' && state.recorded.data.length === 0 && (
        <HelperMessage>{words.tryIt.noRecorded}</HelperMessage>
      )}
      {source.kind === 'pasted' && (
        <TextField
          key={state.version}
          id="try-payload"
          label={words.tryIt.payload}
          help={words.tryIt.payloadHelp}
          rows={8}
          monospaced
          value={state.pasted.text}
          problems={
            state.pasted.problem === undefined
              ? []
              : [{ path: '', level: 'error', message: words.editor.notJson(state.pasted.problem) }]
          }
          path=""
          onChange={(text) => send({ type: 'payload-typed', text })}
        />
      )}
    </Stack>
  );
}

function TrialView({ trial, state, send, ready }: Props & { readonly trial: Trial }) {
  return (
    <Stack space="space.150">
      <Stack space="space.100">
        <Inline>
          <TrialLozenge verdict={trial.verdict} />
        </Inline>
        {isSaidByClauses(trial) ? null : <Text>{trial.why}</Text>}
        {trial.clauses !== undefined && <ClauseView clause={trial.clauses} />}
        {trial.change !== undefined && <Text color="color.text.subtle">{trial.change}</Text>}
      </Stack>
      {trial.open.length > 0 && (
        <SectionMessage appearance="information">
          <Stack space="space.100">
            <Text>{words.tryIt.open(words.common.list(trial.open))}</Text>
            <Inline>
              <LoadingButton
                spacing="compact"
                isLoading={state.looking}
                isDisabled={!ready}
                onClick={() => send({ type: 'lookup-asked' })}
              >
                {words.tryIt.lookUp}
              </LoadingButton>
            </Inline>
          </Stack>
        </SectionMessage>
      )}
      <TrialActions trial={trial} />
    </Stack>
  );
}

/** The reason of a condition that does not hold is what its clauses found. */
function isSaidByClauses({ verdict, clauses }: Trial): boolean {
  return clauses !== undefined && (verdict === 'condition-false' || verdict === 'depends');
}
