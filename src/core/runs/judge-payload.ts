// What a set of rules would do with one payload: every verdict, and the actions as they would be rendered.
// Nothing is read from outside and nothing is done.

import { ACTIONS, isActionKind } from '../actions/index';
import { explain } from '../conditions/explain';
import { parseEvent } from '../events/parse-event';
import { judgeRule } from './judge-rule';
import { plannedWords } from './planned-words';
import { previewSteps } from './search-for-plan';
import type { ExplainedClause } from '../conditions/explain';
import type { ParsedEvent } from '../events/event';
import type { Failure } from '../failure';
import type { Identity, Rule, StoredRule } from '../rules/rule';
import type { Step } from './run';
import type { RuleVerdict } from './verdict';

/** One action as it would be performed, or why it would not be. */
export interface PlannedAction {
  readonly id: string;
  readonly action: string;
  readonly as: Identity;
  /** `add the label "x" to page 12`; for an action that would not be tried, the reason. */
  readonly preview: string;
  /** The preview with as whom, where it acts: `add the label "x" to page 12, as the app`. */
  readonly words: string;
  /** False when it would be skipped or would fail before it does anything. */
  readonly acts: boolean;
}

export interface JudgedRule extends RuleVerdict {
  /** Present for the verdicts `acts` and `shadow`. */
  readonly actions: readonly PlannedAction[];
  /** The clauses of the condition with what they found; absent without a condition or when it was not reached. */
  readonly clauses?: ExplainedClause;
}

/** Every rule's verdict for `payload`, in the order of `rules`. */
export function judgePayload(rules: readonly Rule[], payload: unknown, nowMs: number): readonly JudgedRule[] {
  const event = parseEvent(payload);
  const context = { nowMs, paused: false, selfCaused: event.selfGenerated === true };
  return rules.map((rule): JudgedRule => {
    const verdict = judgeRule(rule, event, context);
    const reached = ['acts', 'shadow', 'condition-false'].includes(verdict.verdict) && rule.if !== undefined;
    const stored = { v: 1, rule, version: 1, updatedAt: '', updatedBy: '' } as const;
    const acts = verdict.verdict === 'acts' || verdict.verdict === 'shadow';
    return {
      ...verdict,
      actions: acts ? plannedActions(stored, event, nowMs) : [],
      ...(reached ? { clauses: explain(rule.if, event.facts, { nowMs }).tree } : {}),
    };
  });
}

/** What the actions of a rule would do on `event`. One whose templates read a field among the `unread` ones would not. */
export function plannedActions(
  stored: StoredRule,
  event: ParsedEvent,
  nowMs: number,
  unread: ReadonlyMap<string, Failure> = new Map(),
): readonly PlannedAction[] {
  return previewSteps(stored, event, { nowMs, shadow: false, unread }).map((step) =>
    toPlannedAction(step, event.actorAccountId),
  );
}

function toPlannedAction(step: Step, initiator: string | undefined): PlannedAction {
  const { id, action, as, reason = '' } = step;
  const acts = (step.outcome === 'pending' || step.outcome === 'done') && isActionKind(action);
  if (!acts) return { id, action, as, acts, preview: reason, words: reason };
  const preview = ACTIONS[action].preview(step.effect);
  return { id, action, as, acts, preview, words: plannedWords(step, preview, initiator) };
}
