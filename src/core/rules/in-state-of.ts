// Whether a rule acts belongs to the site and not to the text of the rule: what is imported or restored arrives in the
// state that the rule has there. It must not look at anything else of a rule.

import type { Rule } from './rule';

/** `rule` in the state of `present`, with its reason and date; off when there is none. */
export function inStateOf(rule: Rule, present: Rule | undefined): Rule {
  const { state: _state, offReason: _reason, offUntil: _until, ...rest } = rule;
  if (present === undefined) return { ...rest, state: 'off' };
  const { state, offReason, offUntil } = present;
  return {
    ...rest,
    state,
    ...(offReason === undefined ? {} : { offReason }),
    ...(offUntil === undefined ? {} : { offUntil }),
  };
}
