// The rules of one event type, in order, with what all ways of matching them share: the match of each, ready made, and
// what judging them one by one answers. It must not choose among the ways.

import { ANY_EVENT } from '../runs/judge-rule';
import { canonicalEventId } from '../events/find-event';
import { evaluateNode } from './evaluate-node';
import { toRuleNode } from './rule-node';
import type { ParsedEvent } from '../events/event';
import type { StoredRule } from '../rules/rule';
import type { JudgeContext } from '../runs/judge-rule';
import type { RuleVerdict } from '../runs/verdict';
import type { LeafTable } from './leaf';
import type { HoldsFor } from './evaluate-node';
import type { RuleNode } from './rule-node';

/** A rule with its verdict, which is `acts`, `shadow` or `condition-error`. */
export interface Match {
  readonly stored: StoredRule;
  readonly verdict: RuleVerdict;
}

/** One rule, prepared once for all buckets that it is in. */
export interface PreparedRule {
  readonly stored: StoredRule;
  /** What it adds to an answer when it matches; the same object every time. */
  readonly match: Match;
  /** Whether it sees events that the app caused. */
  readonly chain: boolean;
  readonly node: RuleNode;
  readonly holds: HoldsFor;
  /** The ids that it listens to, in their canonical spelling. */
  readonly types: ReadonlySet<string>;
  readonly anyEvent: boolean;
}

/** Finds what matches an event of the bucket's type. Not asked while rules are paused. */
export type MatchBucket = (event: ParsedEvent, context: JudgeContext) => readonly Match[];

export function prepareRule(stored: StoredRule, leaves: LeafTable): PreparedRule {
  const { rule } = stored;
  const node = toRuleNode(rule, leaves);
  const verdict: RuleVerdict =
    rule.state === 'shadow'
      ? {
          rule: rule.id,
          verdict: 'shadow',
          why: 'The rule would act, but is in shadow: it records and does nothing.',
        }
      : {
          rule: rule.id,
          verdict: 'acts',
          why: rule.if === undefined ? 'The rule has no condition.' : 'The condition holds.',
        };
  return {
    stored,
    match: { stored, verdict },
    chain: rule.chain === true,
    node,
    holds: evaluateNode(node),
    types: new Set(rule.when.map(canonicalEventId)),
    anyEvent: rule.when.includes(ANY_EVENT),
  };
}

/** The match of a rule whose condition threw. */
export function failedMatch({ stored }: PreparedRule, error: unknown): Match {
  const cause = error instanceof Error ? error.message : String(error);
  const why = `The condition could not be evaluated: ${cause}`;
  return { stored, verdict: { rule: stored.rule.id, verdict: 'condition-error', why } };
}

/** Adds what `rule` answers for the event. */
export function judgeInto(
  matches: Match[],
  rule: PreparedRule,
  event: ParsedEvent,
  context: JudgeContext,
): void {
  if (context.selfCaused && !rule.chain) return;
  try {
    if (rule.holds(event, context)) matches.push(rule.match);
  } catch (error) {
    matches.push(failedMatch(rule, error));
  }
}

/** Judges every rule, one after another. */
export function judgeEach(rules: readonly PreparedRule[]): MatchBucket {
  return (event, context) => {
    const matches: Match[] = [];
    for (const rule of rules) judgeInto(matches, rule, event, context);
    return matches;
  };
}
