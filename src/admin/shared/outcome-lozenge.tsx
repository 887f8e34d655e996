// The state of a rule and the outcome of a run or step as coloured words.

import { Lozenge } from '@forge/react';
import type { LozengeProps } from '@forge/react';
import type { RunOutcome, StepOutcome } from '../../core/runs/run';
import type { RuleState } from '../../core/rules/rule';
import { words } from '../wording';

type Appearance = NonNullable<LozengeProps['appearance']>;

const STATE: { readonly [K in RuleState]: Appearance } = { live: 'success', shadow: 'new', off: 'default' };

const RUN: { readonly [K in RunOutcome]: Appearance } = {
  running: 'inprogress',
  waiting: 'moved',
  succeeded: 'success',
  failed: 'removed',
  shadow: 'new',
  cancelled: 'default',
};

const STEP: { readonly [K in StepOutcome]: Appearance } = {
  pending: 'default',
  waiting: 'moved',
  done: 'success',
  skipped: 'default',
  failed: 'removed',
};

/** The state of a rule. */
export function StateLozenge(props: { readonly state: RuleState }) {
  return <Lozenge appearance={STATE[props.state]}>{words.state[props.state]}</Lozenge>;
}

/** How a run stands. An outcome that this version does not know is shown as it is. */
export function RunLozenge(props: { readonly outcome: string }) {
  const { outcome } = props;
  if (!isRunOutcome(outcome)) return <Lozenge>{outcome}</Lozenge>;
  return <Lozenge appearance={RUN[outcome]}>{words.runOutcome[outcome]}</Lozenge>;
}

/** How a step stands. */
export function StepLozenge(props: { readonly outcome: StepOutcome }) {
  return <Lozenge appearance={STEP[props.outcome]}>{words.stepOutcome[props.outcome]}</Lozenge>;
}

function isRunOutcome(outcome: string): outcome is RunOutcome {
  return Object.hasOwn(RUN, outcome);
}
