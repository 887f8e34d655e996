// States and outcomes in words. The maps are total: a new state does not build without its words.

import type { RunOutcome, StepOutcome } from '../../core/runs/run';
import type { RuleState } from '../../core/rules/rule';

export const state: { readonly [K in RuleState]: string } = { live: 'Live', shadow: 'Shadow', off: 'Off' };

export const stateHelp: { readonly [K in RuleState]: string } = {
  live: 'Live: acts on every event that matches',
  shadow: 'Shadow: records what it would do, and does nothing',
  off: 'Off: does nothing',
};

export const runOutcome: { readonly [K in RunOutcome]: string } = {
  running: 'Running',
  waiting: 'Waiting to retry',
  succeeded: 'Succeeded',
  failed: 'Failed',
  shadow: 'Would have acted',
  cancelled: 'Cancelled',
};

export const stepOutcome: { readonly [K in StepOutcome]: string } = {
  pending: 'Not started',
  waiting: 'Waiting to retry',
  done: 'Done',
  skipped: 'Skipped',
  failed: 'Failed',
};
