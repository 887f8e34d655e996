// What a planned action would do, and as whom, in words: what shadow runs, trials and `explain` say alike. Pure.

import { ACTIONS, isActionKind } from '../actions/index';
import type { RuleAction } from '../rules/rule';

/**
 * `add the label "x" to page 12, as the app`; `does` is the kind's own preview. What asks nothing of Confluence is done in
 * nobody's name. `initiator` is the account that caused the event.
 */
export function plannedWords(
  action: Pick<RuleAction, 'action' | 'as' | 'fallback'>,
  does: string,
  initiator: string | undefined,
): string {
  const impersonal = isActionKind(action.action) && ACTIONS[action.action].impersonal === true;
  return impersonal ? does : `${does}, as ${whoWords(action, initiator)}`;
}

function whoWords(
  { as, fallback }: Pick<RuleAction, 'as' | 'fallback'>,
  initiator: string | undefined,
): string {
  if (as === 'app') return 'the app';
  if (typeof as === 'object') return `the user ${as.accountId}`;
  if (initiator !== undefined) return `the user ${initiator}, who caused the event`;
  return fallback === 'app'
    ? 'the app, because the event names no user'
    : 'whoever caused the event; it would fail, because the event names no user';
}
