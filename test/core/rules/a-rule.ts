// Rules for tests: small and valid, with what a test is about put over it.

import type { Rule, RuleAction, RuleSet } from '../../../src/core/rules/rule';

export function anAction(over: Partial<RuleAction> = {}): RuleAction {
  return {
    id: 'label',
    action: 'label.add',
    as: 'app',
    with: { labels: ['notes'] },
    onError: 'stop',
    ...over,
  };
}

export function aRule(over: Partial<Rule> = {}): Rule {
  return {
    id: 'label-notes',
    name: 'Label notes',
    state: 'live',
    priority: 100,
    when: ['avi:confluence:created:page'],
    then: [anAction()],
    ...over,
  };
}

export function aRuleSet(...rules: readonly Rule[]): RuleSet {
  return { format: 'rulewright', version: 1, rules: [...rules] };
}
