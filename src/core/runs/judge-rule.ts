// One rule's verdict for one event, with the reason in words. It must not act, read a store or know the time
// other than through its arguments.

import { compileCondition } from '../conditions/compile-condition';
import { sayWhy } from '../conditions/explain';
import { canonicalEventId } from '../events/find-event';
import type { ParsedEvent } from '../events/event';
import type { Rule, Scope } from '../rules/rule';
import type { RuleVerdict, Verdict } from './verdict';

export interface JudgeContext {
  readonly nowMs: number;
  readonly paused: boolean;
  /** The event was caused by this app. */
  readonly selfCaused: boolean;
}

/** A rule that names this sees every event. */
export const ANY_EVENT = '*';

/** Compiled conditions by the object they came from; an entry lives as long as the rule's copy in memory. */
const compiled = new WeakMap<object, ReturnType<typeof compileCondition>>();

/** The verdict of `rule` for `event`. */
export function judgeRule(rule: Rule, event: ParsedEvent, context: JudgeContext): RuleVerdict {
  const [verdict, why] = judge(rule, event, context);
  return { rule: rule.id, verdict, why };
}

function judge(rule: Rule, event: ParsedEvent, context: JudgeContext): [Verdict, string] {
  if (!isForEvent(rule, event.type)) return ['wrong-event', `The rule does not listen to ${event.type}.`];
  if (rule.state === 'off') return ['off', rule.offReason ?? 'The rule is turned off.'];
  const outside = whyOutOfScope(rule.scope, event);
  if (outside !== undefined) return ['out-of-scope', outside];
  if (context.selfCaused && rule.chain !== true) {
    return [
      'self-caused',
      'The app itself caused this event, and the rule does not opt in to such events (chain).',
    ];
  }
  if (context.paused) return ['paused', 'An admin has paused all rules.'];
  return judgeCondition(rule, event, context);
}

function judgeCondition(rule: Rule, event: ParsedEvent, context: JudgeContext): [Verdict, string] {
  if (rule.if !== undefined) {
    try {
      const condition: unknown = rule.if;
      const evaluation = { nowMs: context.nowMs };
      if (!compiledOf(condition).holds(event.facts, evaluation)) {
        return ['condition-false', sayWhy(condition, event.facts, evaluation)];
      }
    } catch (error) {
      return [
        'condition-error',
        `The condition could not be evaluated: ${error instanceof Error ? error.message : String(error)}`,
      ];
    }
  }
  if (rule.state === 'shadow')
    return ['shadow', 'The rule would act, but is in shadow: it records and does nothing.'];
  return ['acts', rule.if === undefined ? 'The rule has no condition.' : 'The condition holds.'];
}

function compiledOf(condition: unknown): ReturnType<typeof compileCondition> {
  if (typeof condition !== 'object' || condition === null) return compileCondition(condition);
  const known = compiled.get(condition);
  if (known !== undefined) return known;
  const fresh = compileCondition(condition);
  compiled.set(condition, fresh);
  return fresh;
}

/** Whether the rule listens to this event id, older and newer spellings included. */
function isForEvent(rule: Rule, eventType: string): boolean {
  return rule.when.some((id) => id === ANY_EVENT || canonicalEventId(id) === eventType);
}

/** Why the event lies outside the rule's scope; undefined when it is inside. No scope: every space but personal ones. */
export function whyOutOfScope(
  scope: Scope = {},
  { subject }: { readonly subject: Pick<ParsedEvent['subject'], 'spaceKey' | 'spaceType'> },
): string | undefined {
  const { spaceKey, spaceType } = subject;
  if (scope.spaces !== undefined && scope.spaces.length > 0) {
    if (spaceKey === undefined) return 'The rule is for certain spaces, and the event names none.';
    if (!scope.spaces.includes(spaceKey))
      return `The event is in space ${spaceKey}; the rule is for ${scope.spaces.join(', ')}.`;
    return undefined;
  }
  if (spaceKey !== undefined && scope.excludeSpaces?.includes(spaceKey) === true) {
    return `The rule excludes space ${spaceKey}.`;
  }
  if (spaceType === 'personal' && scope.personalSpaces !== true) {
    return 'The event is in a personal space, which the rule does not include.';
  }
  return undefined;
}
