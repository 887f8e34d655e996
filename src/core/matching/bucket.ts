// The rules of one event type, in order, with what all ways of matching them share: the match of each, ready made, and
// what judging them one by one answers. It must not choose among the ways.

import { evaluateNode } from './evaluate-node';
import { createLeafTable } from './leaf';
import { toRuleNode } from './rule-node';
import type { ParsedEvent } from '../events/event';
import type { StoredRule } from '../rules/rule';
import type { JudgeContext } from '../runs/judge-rule';
import type { RuleVerdict } from '../runs/verdict';
import type { HoldsFor, LeafTable } from './leaf';
import type { RuleNode } from './rule-node';

const IN_SHADOW = 'The rule would act, but is in shadow: it records and does nothing.';
const NO_CONDITION = 'The rule has no condition.';
const HOLDS = 'The condition holds.';

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
  /** Its tree, made once for all buckets, for a rule that is in all of them. */
  readonly node: RuleNode | undefined;
}

/** Finds what matches an event of the bucket's type. Not asked while rules are paused. */
export type MatchBucket = (event: ParsedEvent, context: JudgeContext) => readonly Match[];

/** Makes the match of a rule, once and for all. `node` where it is shared by buckets. */
export function prepareRule(stored: StoredRule, node?: RuleNode): PreparedRule {
  const { rule } = stored;
  const verdict: RuleVerdict =
    rule.state === 'shadow'
      ? { rule: rule.id, verdict: 'shadow', why: IN_SHADOW }
      : { rule: rule.id, verdict: 'acts', why: rule.if === undefined ? NO_CONDITION : HOLDS };
  return { stored, match: { stored, verdict }, chain: rule.chain === true, node };
}

/** The tree of a rule with the leaves of a bucket's table, which goes on where the shared one ends. */
export function nodeOf({ stored, node }: PreparedRule, leaves: LeafTable): RuleNode {
  return node ?? toRuleNode(stored.rule, leaves);
}

/** The match of a rule whose condition threw. */
export function failedMatch({ stored }: PreparedRule, error: unknown): Match {
  const cause = error instanceof Error ? error.message : String(error);
  const why = `The condition could not be evaluated: ${cause}`;
  return { stored, verdict: { rule: stored.rule.id, verdict: 'condition-error', why } };
}

/** A rule with the closure that decides it. */
export interface JudgedRule {
  readonly rule: PreparedRule;
  readonly holds: HoldsFor;
}

/** Most events match nothing; they share this answer. */
export const NOTHING: readonly Match[] = [];

/** What each of `rules` answers for the event, in order. */
function judgeList(
  rules: readonly JudgedRule[],
  event: ParsedEvent,
  context: JudgeContext,
): readonly Match[] {
  let matches: Match[] | undefined;
  for (const { rule, holds } of rules) {
    if (context.selfCaused && !rule.chain) continue;
    try {
      if (holds(event, context)) (matches ??= []).push(rule.match);
    } catch (error) {
      (matches ??= []).push(failedMatch(rule, error));
    }
  }
  return matches ?? NOTHING;
}

/** Judges every rule, one after another. Nothing is made ready before the first event. */
export function judgeEach(rules: readonly PreparedRule[]): MatchBucket {
  let judged: readonly JudgedRule[] | undefined;
  return (event, context) => {
    judged ??= rules.map((rule) => {
      return { rule, holds: evaluateNode(toRuleNode(rule.stored.rule, createLeafTable())) };
    });
    return judgeList(judged, event, context);
  };
}
