// One rule's verdict: its reason, what it would do, what would turn it round, and on demand the clauses of its condition.

import { Button, Heading, Inline, Lozenge, Stack, Text } from '@forge/react';
import type { LozengeProps } from '@forge/react';
import type { ExplainedVerdict } from '../../core/admin/explain-verdicts';
import type { Verdict } from '../../core/runs/verdict';
import { Card } from '../shared/card';
import { Line } from '../shared/line';
import { words } from '../wording';
import { ClauseView } from './clause-view';
import { PlannedView } from './planned-view';

const APPEARANCES: { readonly [K in Verdict]: NonNullable<LozengeProps['appearance']> } = {
  acts: 'success',
  shadow: 'new',
  'wrong-event': 'default',
  'out-of-scope': 'default',
  off: 'default',
  'condition-false': 'default',
  'condition-error': 'removed',
  duplicate: 'default',
  'self-caused': 'inprogress',
  'loop-stopped': 'removed',
  'budget-exhausted': 'moved',
  paused: 'moved',
};

/** A verdict as a coloured word. */
export function VerdictLozenge(props: { readonly verdict: Verdict }) {
  return <Lozenge appearance={APPEARANCES[props.verdict]}>{words.verdict[props.verdict]}</Lozenge>;
}

/** The verdict of one rule. */
export function VerdictCard(props: {
  readonly verdict: ExplainedVerdict;
  readonly opened: boolean;
  readonly onToggle: () => void;
}) {
  const { verdict, opened, onToggle } = props;
  return (
    <Card>
      <Line>
        <Heading as="h4" size="xsmall">
          {verdict.name}
        </Heading>
        <VerdictLozenge verdict={verdict.verdict} />
      </Line>
      <Text>{verdict.why}</Text>
      {verdict.change !== undefined && <Text color="color.text.subtle">{verdict.change}</Text>}
      {verdict.actions.length > 0 && <PlannedView actions={verdict.actions} />}
      {verdict.clauses !== undefined && (
        <Stack space="space.100">
          <Inline>
            <Button spacing="compact" onClick={onToggle}>
              {opened ? words.verdicts.hide : words.verdicts.why}
            </Button>
          </Inline>
          {opened && <ClauseView clause={verdict.clauses} />}
        </Stack>
      )}
    </Card>
  );
}
