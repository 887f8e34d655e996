// What one rule would do with one event, for somebody who is writing it: as if it were live, with the clauses that
// decided and the actions as they would be rendered. Nothing is done, and nothing is read from outside.

import { decide } from '../conditions/decide';
import { explain } from '../conditions/explain';
import { fieldsOf } from '../conditions/fields-of';
import { fieldsOfActions } from '../fields/action-fields';
import { fieldsNeeded } from '../fields/fetchable-fields';
import { judgeRule } from './judge-rule';
import { plannedActions } from './judge-payload';
import type { ExplainedClause } from '../conditions/explain';
import type { NameOf } from '../conditions/words/phrase';
import type { ParsedEvent } from '../events/event';
import type { Failure } from '../failure';
import type { Rule } from '../rules/rule';
import type { PlannedAction } from './judge-payload';
import type { Verdict } from './verdict';

/** What a trial may know beside the event. */
export interface TrialContext {
  readonly nowMs: number;
  /** Fields that can be looked up and have not been. */
  readonly unread: readonly string[];
  /** Plain names of fields. @default the path itself */
  readonly nameOf?: NameOf;
}

/** What would come of it. */
export interface Trial {
  readonly eventType: string;
  /** `depends`: on fields that have not been looked up. */
  readonly verdict: Verdict | 'depends';
  readonly why: string;
  /** Absent without a condition, or when it was not reached. */
  readonly clauses?: ExplainedClause;
  /** For a condition that does not hold: the fewest changes that would make it, as a sentence. */
  readonly change?: string;
  /** As they would be performed if the rule acted; also what would be skipped, with the reason. */
  readonly actions: readonly PlannedAction[];
  /** Fields that the rule reads and that have not been looked up. */
  readonly open: readonly string[];
}

/** Tries `rule` on `event`, whatever its state. */
export function tryRule(rule: Rule, event: ParsedEvent, context: TrialContext): Trial {
  const { nowMs, unread } = context;
  const live: Rule = { ...rule, state: 'live' };
  const judging = { nowMs, paused: false, selfCaused: event.selfGenerated === true };
  const bare = judgeRule(withoutCondition(live), event, judging);
  const eventType = event.type;
  if (bare.verdict !== 'acts') {
    return { eventType, verdict: bare.verdict, why: bare.why, actions: [], open: [] };
  }
  const unknown = fieldsNeeded(fieldsOf(rule.if), unread);
  const truth = unknown.length === 0 ? undefined : decide(rule.if, event.facts, unknown, { nowMs });
  const judged = judgeRule(live, event, judging);
  const verdict = truth === 'unknown' ? 'depends' : truth === true ? 'acts' : judged.verdict;
  const explanation =
    rule.if === undefined ? undefined : explain(rule.if, event.facts, explainContext(context, unknown));
  const change = verdict === 'condition-false' ? explanation?.smallestChange?.words : undefined;
  return {
    eventType,
    verdict,
    why: verdict === 'condition-false' && explanation !== undefined ? explanation.words : judged.why,
    ...(explanation === undefined ? {} : { clauses: explanation.tree }),
    ...(change === undefined ? {} : { change }),
    actions: plan(live, event, context),
    open: fieldsNeeded([...fieldsOf(rule.if), ...fieldsOfActions(rule.then)], unread),
  };
}

function explainContext({ nowMs, nameOf }: TrialContext, unknownPaths: readonly string[]) {
  return { nowMs, unknownPaths, ...(nameOf === undefined ? {} : { nameOf }) };
}

function plan(rule: Rule, event: ParsedEvent, { nowMs, unread }: TrialContext): readonly PlannedAction[] {
  const failures = new Map(unread.map((path) => [path, notLookedUp(path)]));
  const stored = { v: 1, rule, version: 1, updatedAt: '', updatedBy: '' } as const;
  return plannedActions(stored, event, nowMs, failures);
}

function notLookedUp(path: string): Failure {
  const message = `It needs ${path}, which is looked up when the rule runs.`;
  return { kind: 'platform', message, retryable: false };
}

function withoutCondition(rule: Rule): Rule {
  const bare: { if?: unknown } & Rule = { ...rule };
  delete bare.if;
  return bare;
}
