// What a set of rules would do with one payload: every verdict, and the actions as they would be rendered.
// Nothing is read from outside and nothing is done.

import { ACTIONS, isActionKind } from '../actions/index';
import { explain } from '../conditions/explain';
import { parseEvent } from '../events/parse-event';
import { judgeRule } from './judge-rule';
import { startRun } from './start-run';
import type { ExplainedClause } from '../conditions/explain';
import type { Identity, Rule } from '../rules/rule';
import type { Step } from './run';
import type { RuleVerdict } from './verdict';

/** One action as it would be performed, or why it would not be. */
export interface PlannedAction {
  readonly id: string;
  readonly action: string;
  readonly as: Identity;
  /** `add the label "x" to page 12`; for an action that would not be tried, the reason. */
  readonly preview: string;
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
      actions: acts ? startRun(stored, event, nowMs, false).steps.map(toPlannedAction) : [],
      ...(reached ? { clauses: explain(rule.if, event.facts, { nowMs }).tree } : {}),
    };
  });
}

function toPlannedAction(step: Step): PlannedAction {
  const { id, action, as } = step;
  const acts = step.outcome === 'pending' && isActionKind(action);
  return { id, action, as, acts, preview: acts ? ACTIONS[action].preview(step.effect) : (step.reason ?? '') };
}
