// Every problem of a rule as somebody wrote it: what refuses it and what it means. For the page, which asks as one
// types, and for saving, which asks again.

import { checkRule } from './check-rule';
import { parseRule } from './parse-rule-set';
import type { Problem } from '../result';
import type { Rule } from './rule';

/** The problems, with paths relative to the rule; `rule` is there when it could be read. */
export function problemsOf(input: unknown): { readonly rule?: Rule; readonly problems: readonly Problem[] } {
  const parsed = parseRule(input);
  if (!parsed.ok) return { problems: parsed.error };
  return { rule: parsed.value, problems: checkRule(parsed.value) };
}
