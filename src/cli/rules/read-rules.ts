// Reads rule set files for the commands that need a good one.

import { parseRuleSet } from '../../core/rules/parse-rule-set';
import { UsageError, readText } from '../command';
import type { Problem } from '../../core/result';
import type { RuleSet } from '../../core/rules/rule';

/** The rule set in `file`; a file with problems is a `UsageError` that lists them. */
export async function readRuleSet(file: string): Promise<RuleSet> {
  const parsed = parseRuleSet(await readText(file));
  if (parsed.ok) return parsed.value;
  throw new UsageError(
    `Failed to read "${file}": it has problems.\n${parsed.error.map(describeProblem).join('\n')}`,
  );
}

/** `  rules[0].when: expected … (did you mean "…"?)`; many messages make their suggestion themselves. */
export function describeProblem({ path, level, message, suggestion }: Problem): string {
  const isSaid = suggestion === undefined || /did you mean/i.test(message);
  const hint = isSaid ? '' : ` (did you mean "${suggestion}"?)`;
  return `  ${level === 'warning' ? 'warning: ' : ''}${path === '' ? '' : `${path}: `}${message}${hint}`;
}
