// Whether a rule acts belongs to the site and not to the text of the rule: what is imported or restored arrives in the
// state that the rule has there. It must not look at anything else of a rule.

import type { Rule } from './rule';

const STATE_MEMBERS: readonly string[] = ['state', 'offReason', 'offUntil'];

/** `rule` in the state of `present`, with its reason and date; off when there is none. */
export function inStateOf(rule: Rule, present: Rule | undefined): Rule {
  const rest = Object.entries(rule).filter(([key]) => !STATE_MEMBERS.includes(key));
  const state = Object.entries(present ?? {}).filter(([key]) => STATE_MEMBERS.includes(key));
  // The members of two rules, each taken once: a rule again.
  return Object.fromEntries([...rest, ['state', 'off'], ...state]) as Rule;
}
