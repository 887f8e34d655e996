// Verdicts that may need fields which the event does not carry: the payload decides what it can, then what is still open
// for any of the rules is fetched together. It must not fetch for a rule whose verdict is settled.

import { decide } from '../conditions/decide';
import { fieldsOf } from '../conditions/fields-of';
import { judgeRule } from '../runs/judge-rule';
import { fieldsNeeded } from './fetchable-fields';
import { openFields } from './open-fields';
import type { Rule, StoredRule } from '../rules/rule';
import type { JudgeContext } from '../runs/judge-rule';
import type { RuleVerdict } from '../runs/verdict';
import type { EventReader } from './event-reader';

export interface JudgedRule {
  readonly stored: StoredRule;
  readonly verdict: RuleVerdict;
}

/** The verdict of each rule, in the order of `rules`. A field that could not be read makes a `condition-error`. */
export async function judgeRules(
  rules: readonly StoredRule[],
  reader: EventReader,
  context: JudgeContext,
): Promise<readonly JudgedRule[]> {
  await reader.read(rules.flatMap(({ rule }) => openOf(rule, reader, context)));
  return rules.map((stored) => ({ stored, verdict: judge(stored.rule, reader, context) }));
}

function openOf(rule: Rule, { event, unread }: EventReader, context: JudgeContext): readonly string[] {
  if (fieldsNeeded(fieldsOf(rule.if), unread).length === 0) return [];
  if (!isWilling(judgeRule(withoutCondition(rule), event, context))) return [];
  return openFields(rule.if, event.facts, unread, context);
}

function judge(rule: Rule, reader: EventReader, context: JudgeContext): RuleVerdict {
  const { event, failures } = reader;
  const unknown = fieldsNeeded(fieldsOf(rule.if), [...failures.keys(), ...reader.unread]);
  if (unknown.length === 0) return judgeRule(rule, event, context);
  const verdict = judgeRule(withoutCondition(rule), event, context);
  if (!isWilling(verdict)) return verdict;
  const truth = decide(rule.if, event.facts, unknown, context);
  if (truth === true)
    return verdict.verdict === 'acts' ? { ...verdict, why: 'The condition holds.' } : verdict;
  const [failure] = openFields(rule.if, event.facts, unknown, context).flatMap(
    (path) => failures.get(path) ?? [],
  );
  if (truth === false || failure === undefined) return judgeRule(rule, event, context);
  const why = `The condition could not be evaluated: ${failure.message}`;
  return { rule: rule.id, verdict: 'condition-error', why };
}

function withoutCondition(rule: Rule): Rule {
  const bare: { if?: unknown } & Rule = { ...rule };
  delete bare.if;
  return bare;
}

function isWilling({ verdict }: RuleVerdict): boolean {
  return verdict === 'acts' || verdict === 'shadow';
}
