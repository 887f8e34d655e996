// What matching must answer, written a second time: every rule in order, its condition evaluated by json-logic-js
// with our operators registered. It shares nothing with the matcher but the operators.

import { canonicalEventId } from '../../../src/core/events/find-event';
import { evaluateByReference } from '../conditions/reference';
import type { ParsedEvent } from '../../../src/core/events/event';
import type { Rule, StoredRule } from '../../../src/core/rules/rule';
import type { JudgeContext } from '../../../src/core/runs/judge-rule';

/** The outcome of an evaluation names the kind of the error before its message. */
const ERROR_NAME = /^\w*Error: /;

/** One line for each rule that matches or whose condition fails, in order: `rule-3 acts`. */
export function expectedMatches(
  rules: readonly StoredRule[],
  event: ParsedEvent,
  context: JudgeContext,
): readonly string[] {
  return [...rules]
    .sort((a, b) => a.rule.priority - b.rule.priority || (a.rule.id < b.rule.id ? -1 : 1))
    .flatMap(({ rule }) => {
      if (rule.state === 'off' || context.paused || !listens(rule, event) || !isInScope(rule, event))
        return [];
      if (context.selfCaused && rule.chain !== true) return [];
      const outcome =
        rule.if === undefined
          ? ({ kind: 'value', value: true } as const)
          : evaluateByReference(rule.if, event.facts);
      if (outcome.kind === 'error') {
        return [`${rule.id} condition-error ${outcome.error.replace(ERROR_NAME, '')}`];
      }
      return isTruthy(outcome.value) ? [`${rule.id} ${rule.state === 'live' ? 'acts' : 'shadow'}`] : [];
    });
}

function listens(rule: Rule, event: ParsedEvent): boolean {
  return rule.when.some((id) => id === '*' || canonicalEventId(id) === event.type);
}

function isInScope({ scope = {} }: Rule, { subject: { spaceKey, spaceType } }: ParsedEvent): boolean {
  if (scope.spaces !== undefined && scope.spaces.length > 0) {
    return spaceKey !== undefined && scope.spaces.includes(spaceKey);
  }
  if (spaceKey !== undefined && scope.excludeSpaces?.includes(spaceKey) === true) return false;
  return spaceType !== 'personal' || scope.personalSpaces === true;
}

function isTruthy(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
