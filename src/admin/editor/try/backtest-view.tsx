// The backtest: how many of the last recorded events the edit changes something for, and which.

import { Heading, Inline, List, ListItem, LoadingButton, Stack, Text } from '@forge/react';
import { BACKTEST_CHANGES } from '../../../core/rules/backtest';
import { words } from '../../wording';
import { Failure } from '../../shared/failure';
import { TextButton } from '../../shared/text-button';
import { whenText } from '../../shared/when-text';
import type { TryEvent, TryState } from './state';

/** Events named for each change; the rest are counted. */
const MAX_NAMED = 5;

/** The button and what came of it. */
export function BacktestView(props: { readonly state: TryState; readonly send: (event: TryEvent) => void }) {
  const { state, send } = props;
  const { backtest } = state;
  return (
    <Stack space="space.100">
      <Stack space="space.050">
        <Heading as="h4" size="xsmall">
          {words.tryIt.backtest}
        </Heading>
        <Text size="small" color="color.text.subtle">
          {words.tryIt.backtestText}
        </Text>
      </Stack>
      <Inline>
        <LoadingButton
          spacing="compact"
          isLoading={backtest?.status === 'running'}
          onClick={() => send({ type: 'backtest-asked' })}
        >
          {words.tryIt.runBacktest}
        </LoadingButton>
      </Inline>
      {backtest !== undefined && <Text>{words.tryIt.lookedAt(backtest.events)}</Text>}
      {backtest?.error !== undefined && <Failure error={backtest.error} />}
      {backtest?.status === 'done' && backtest.error === undefined && <Findings {...props} />}
    </Stack>
  );
}

function Findings({ state, send }: { readonly state: TryState; readonly send: (event: TryEvent) => void }) {
  const findings = state.backtest?.findings ?? [];
  if (findings.length === 0) return <Text>{words.tryIt.noChange}</Text>;
  return (
    <Stack space="space.100">
      {BACKTEST_CHANGES.map((change) => {
        const own = findings.filter((finding) => finding.change === change);
        return (
          <Stack key={change} space="space.050">
            <Text weight="medium">{words.tryIt.change[change](own.length)}</Text>
            <List type="unordered">
              {own.slice(0, MAX_NAMED).map(({ event: { eventKey, eventType, title, seenAt } }) => (
                <ListItem key={eventKey}>
                  <TextButton
                    text={words.common.list([title ?? eventType, whenText(seenAt)])}
                    onClick={() => send({ type: 'source-chosen', source: { kind: 'recorded', eventKey } })}
                  />
                </ListItem>
              ))}
            </List>
          </Stack>
        );
      })}
    </Stack>
  );
}
