// Every text that the admin page shows of its own, in plain English, ready for translation: one file for each view
// in wording/, all of them here. Texts that come with data (action forms, event names, the app's messages) are not.

import { activity } from './wording/activity';
import { changes } from './wording/changes';
import { common } from './wording/common';
import { condition } from './wording/condition';
import { connections } from './wording/connections';
import { editor } from './wording/editor';
import { health } from './wording/health';
import { history } from './wording/history';
import { inSpace } from './wording/in-space';
import { onPage } from './wording/on-page';
import { runOutcome, state, stateHelp, stepOutcome } from './wording/outcomes';
import { packs } from './wording/packs';
import { rules } from './wording/rules';
import { settings } from './wording/settings';
import { transfer } from './wording/transfer';
import { tryIt } from './wording/try-it';
import { verdict, verdicts } from './wording/verdicts';
import { whyNot } from './wording/why-not';

const viewNames = {
  rules: 'Rules',
  activity: 'Activity',
  whyNot: 'Why not?',
  transfer: 'Import and export',
  packs: 'Packs',
  changes: 'Changes',
  health: 'Health',
  settings: 'Settings',
} as const;

export const words = {
  common,
  /** Five of them stand side by side, also where there are 400 pixels. */
  tabs: { ...viewNames, transfer: 'Transfer' },
  viewNames,
  views: 'Views',
  state,
  stateHelp,
  runOutcome,
  stepOutcome,
  rules,
  editor,
  condition,
  activity,
  transfer,
  packs,
  health,
  history,
  changes,
  tryIt,
  settings,
  connections,
  verdict,
  verdicts,
  onPage,
  inSpace,
  whyNot,
} as const;
