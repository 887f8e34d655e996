// Which rules match an event: the answer of judging every rule, without judging every rule.
// It must not perform anything, and must never differ from judgeRule in a match, its order or an error.

import { canonicalEventId } from '../events/find-event';
import { ANY_EVENT, judgeRule } from '../runs/judge-rule';
import type { ParsedEvent } from '../events/event';
import type { StoredRule } from '../rules/rule';
import type { JudgeContext } from '../runs/judge-rule';
import type { RuleVerdict } from '../runs/verdict';

/** A rule with its verdict, which is `acts`, `shadow` or `condition-error`. */
export interface Match {
  readonly stored: StoredRule;
  readonly verdict: RuleVerdict;
}

export interface Matcher {
  /** The rules that match, by priority and then id, and those whose condition failed. */
  match(event: ParsedEvent, context: JudgeContext): readonly Match[];
}

/** A matcher over `rules`. The rules must not be changed while it is used. */
export function createMatcher(rules: readonly StoredRule[]): Matcher {
  const sorted = rules.filter(({ rule }) => rule.state !== 'off').sort(byPriority);
  const types = new Set(sorted.flatMap(({ rule }) => rule.when.map(canonicalEventId)));
  const bucketOf = (type: string): readonly StoredRule[] =>
    sorted.filter(({ rule }) => rule.when.some((id) => id === ANY_EVENT || canonicalEventId(id) === type));
  const buckets = new Map([...types].map((type) => [type, bucketOf(type)]));
  const anyEvent = sorted.filter(({ rule }) => rule.when.includes(ANY_EVENT));
  return {
    match: (event, context) =>
      (buckets.get(event.type) ?? anyEvent)
        .map((stored) => ({ stored, verdict: judgeRule(stored.rule, event, context) }))
        .filter(({ verdict: { verdict } }) => ['acts', 'shadow', 'condition-error'].includes(verdict)),
  };
}

/** The order of rules among those of one event. */
export function byPriority(a: StoredRule, b: StoredRule): number {
  return a.rule.priority - b.rule.priority || (a.rule.id < b.rule.id ? -1 : 1);
}
