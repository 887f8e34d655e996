// What importing a rule set would do to the rules that are present, and the changes that do it.
// It must not read or write a store.

import { diffRules } from '../rules/diff-rules';
import { inStateOf } from '../rules/in-state-of';
import type { Rule, StoredRule } from '../rules/rule';

/** `conflicting`: the rule was written or edited here, and the import would replace that. */
export type ImportChange = 'added' | 'changed' | 'unchanged' | 'conflicting' | 'invalid';

/** What is done with one rule of the text; a rule without a choice is left out. */
export interface ImportChoice {
  readonly id: string;
  /** `copy`: beside the rule of its id, under a new one. */
  readonly how: 'take' | 'copy';
}

/** What importing `rule` would change of `current`. */
export function compareImport(
  rule: Rule,
  current: StoredRule | undefined,
): { readonly change: Exclude<ImportChange, 'invalid'>; readonly differences: readonly string[] } {
  if (current === undefined) return { change: 'added', differences: [] };
  if (diffRules(current.rule, rule).length === 0) return { change: 'unchanged', differences: [] };
  const [there, here] = [rule.state, current.rule.state];
  const differences = [
    ...diffRules(current.rule, inStateOf(rule, current.rule)),
    ...(there === here ? [] : [`is ${there} in the text, and ${here} here`]),
  ];
  return { change: current.asImported === true ? 'changed' : 'conflicting', differences };
}

/** The rule as it arrives: in the state of the one it replaces, else off, unless the text's own state is kept. */
export function arriving(rule: Rule, current: Rule | undefined, keepState: boolean): Rule {
  return keepState ? rule : inStateOf(rule, current);
}

/** The rule under an id that nothing uses, with a name that says so. */
export function copyOf(rule: Rule, isTaken: (id: string) => boolean): Rule {
  const MAX_STEM = 50;
  const stem = rule.id.slice(0, MAX_STEM).replace(/-+$/, '');
  let count = 2;
  while (isTaken(`${stem}-${count}`)) count++;
  return { ...rule, id: `${stem}-${count}`, name: `${rule.name} (copy)` };
}
