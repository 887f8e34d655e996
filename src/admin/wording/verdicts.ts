// What the engine decided about a rule, in words, and how the reasons are shown. The map is total: a new verdict does not
// build without its words.

import type { Verdict } from '../../core/runs/verdict';

export const verdict: { readonly [K in Verdict]: string } = {
  acts: 'Acts',
  shadow: 'Would act (shadow)',
  'wrong-event': 'Other event',
  'out-of-scope': 'Out of scope',
  off: 'Off',
  'condition-false': 'Condition not met',
  'condition-error': 'Condition failed',
  duplicate: 'Handled already',
  'self-caused': 'Caused by the app',
  'loop-stopped': 'Loop stopped',
  'budget-exhausted': 'Budget used up',
  paused: 'Paused',
};

export const verdicts = {
  why: 'Show the condition',
  hide: 'Hide the condition',
  planned: 'What it would do',
  plannedAs: (what: string, identity: string) => `${what}, as ${identity}`,
  notPlanned: (action: string, reason: string) => `Not: ${action}. ${reason}`,
  holds: 'Holds',
  fails: 'Does not hold',
  unknown: 'Not known',
  notReached: '(not looked at: it was decided before)',
  allOf: 'All of these:',
  anyOf: 'Any of these:',
  noneOf: 'Not this:',
  choice: 'Depending on:',
  empty: 'No rule to show',
  emptyText: 'No rule is on for this.',
  count: (count: number, name: string) => `${count} × ${name}`,
} as const;
