// The verdicts of many rules, a page at a time, with how many there are of each. It must not hold state.

import { Inline, Stack, Text } from '@forge/react';
import { VERDICTS } from '../../core/runs/verdict';
import type { ExplainedVerdicts } from '../../core/admin/explain-verdicts';
import { words } from '../wording';
import { Failure } from '../shared/failure';
import { Loading } from '../shared/loading';
import { Nothing } from '../shared/nothing';
import { Paging } from '../shared/paging';
import { VerdictCard } from './verdict-card';
import type { VerdictsEvent, VerdictsState } from './state';

/** A page of verdicts. */
export function VerdictList(props: {
  readonly state: VerdictsState;
  readonly send: (event: VerdictsEvent) => void;
}) {
  const { state, send } = props;
  if (state.list.status === 'loading') return <Loading />;
  if (state.list.status === 'failed') {
    return <Failure error={state.list.error} onRetry={() => send({ type: 'verdicts-asked' })} />;
  }
  const { items, cursor, counts } = state.list.data;
  if (items.length === 0) return <Nothing title={words.verdicts.empty} text={words.verdicts.emptyText} />;
  return (
    <Stack space="space.150">
      <Text color="color.text.subtle">{countsText(counts)}</Text>
      {items.map((verdict) => (
        <VerdictCard
          key={verdict.rule}
          verdict={verdict}
          opened={state.opened.includes(verdict.rule)}
          onToggle={() => send({ type: 'verdict-toggled', rule: verdict.rule })}
        />
      ))}
      <Inline>
        <Paging
          hasPrevious={state.trail.length > 0}
          hasNext={cursor !== undefined}
          onPrevious={() => send({ type: 'verdicts-previous' })}
          onNext={() => send({ type: 'verdicts-next' })}
        />
      </Inline>
    </Stack>
  );
}

function countsText(counts: ExplainedVerdicts['counts']): string {
  const texts = VERDICTS.flatMap((name) => {
    const count = counts[name];
    return count === undefined ? [] : [words.verdicts.count(count, words.verdict[name])];
  });
  return words.common.list(texts);
}
