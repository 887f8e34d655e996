// What is different between two rule sets, rule by rule, found by id.
// It must not look inside rules; diff-rules.ts does.

import { diffRules } from './diff-rules';
import type { Rule, RuleSet } from './rule';

export interface RuleSetDiff {
  readonly added: readonly Rule[];
  readonly removed: readonly Rule[];
  readonly changed: readonly {
    readonly id: string;
    readonly name: string;
    readonly differences: readonly string[];
  }[];
  /** Ids of the rules that mean the same in both. */
  readonly unchanged: readonly string[];
}

/** From one rule set to another, in the order of the other; fields are called by their paths, as in the files. */
export function diffRuleSets(from: RuleSet, to: RuleSet): RuleSetDiff {
  const before = new Map(from.rules.map((rule) => [rule.id, rule]));
  const after = new Set(to.rules.map(({ id }) => id));
  const compared = to.rules.flatMap((rule) => {
    const old = before.get(rule.id);
    return old === undefined
      ? []
      : [{ id: rule.id, name: rule.name, differences: diffRules(old, rule, (path) => path) }];
  });
  return {
    added: to.rules.filter(({ id }) => !before.has(id)),
    removed: from.rules.filter(({ id }) => !after.has(id)),
    changed: compared.filter(({ differences }) => differences.length > 0),
    unchanged: compared.filter(({ differences }) => differences.length === 0).map(({ id }) => id),
  };
}
