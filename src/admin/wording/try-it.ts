// Texts of "Try it" and the backtest.

import type { BacktestChange } from '../../core/rules/backtest';

const change: { readonly [K in BacktestChange]: (count: number) => string } = {
  'newly-acts': (count) => `Newly acts: ${count}`,
  'stops-acting': (count) => `Stops acting: ${count}`,
  'acts-differently': (count) => `Acts differently: ${count}`,
};

export const tryIt = {
  title: 'Try it',
  text: 'See what the rule would do, as you write it. Nothing is done.',
  noEvents: 'Choose an event first, under When.',
  event: 'Try it on',
  samples: 'Samples',
  sample: (event: string) => `Sample: ${event}`,
  recorded: 'Recorded events',
  own: 'Your own',
  pasted: 'A payload that you edit or paste',
  loadRecorded: 'Offer recorded events',
  noRecorded: 'No such event has been recorded yet. Recording is set on the Settings tab.',
  edit: 'Edit this event',
  payload: 'Payload of the event',
  payloadHelp: 'JSON, as Confluence delivers it.',
  failed: 'The rule could not be tried',
  notYet: 'The verdict appears here as soon as the rule is complete.',
  depends: 'It depends',
  would: 'It would:',
  ifItActed: 'If it acted, it would:',
  wouldNot: (action: string, reason: string) => `Not: ${action}. ${reason}`,
  open: (fields: string) => `Not part of the event, and looked up when the rule runs: ${fields}.`,
  lookUp: 'Look up now',
  backtest: 'Backtest',
  backtestText: 'What would have been different on the last recorded events, compared with the saved rule.',
  runBacktest: 'Run the backtest',
  lookedAt: (events: number) => `${events} recorded ${events === 1 ? 'event' : 'events'} looked at.`,
  noChange: 'The edit changes nothing for them.',
  change,
} as const;
