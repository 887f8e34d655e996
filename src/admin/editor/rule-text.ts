// The rule that is being edited as JSON text, with its keys in the order of every other rule file.

import { canonicalRule } from '../../core/rules/canonical-rule-set';
import type { Rule } from '../../core/rules/rule';
import type { EditableRule } from './draft';

/** Canonical JSON of a rule that may still have problems. */
export function ruleText(rule: EditableRule): string {
  // It orders keys of any JSON value; that numbers may still be texts here does not matter to it.
  return canonicalRule(rule as Rule);
}
