// Reads a condition from outside: JSON within the limits, known operators only, nothing that would run data
// as logic or reach past the facts. It reports every problem with its path. What is merely unwise is
// lintCondition's affair.

import { RULE_LIMITS } from '../rules/rule';
import { err, ok } from '../result';
import type { Problem, Result } from '../result';
import { CONDITION_LIMITS } from './condition';
import type { Condition } from './condition';
import { findRefusals } from './find-refusals';

/** How a problem's path names the condition within its rule. */
export const CONDITION_ROOT = 'if';

/**
 * Reads `value` as a condition, or says what is wrong with it. Paths start with `root`:
 * `if.and[0].startsWith[1]`; a single argument that is not in a list has no index: `if.!.var`.
 */
export function parseCondition(value: unknown, root: string = CONDITION_ROOT): Result<Condition> {
  const problems: Problem[] = [];
  const size = { nodes: 0 };
  checkJson(value, root, 1, size, problems);
  if (size.nodes > CONDITION_LIMITS.MAX_NODES) {
    problems.push({
      path: root,
      level: 'error',
      message: `expected at most ${CONDITION_LIMITS.MAX_NODES} values in a condition, got more. Split the rule.`,
    });
  }
  // The checks of meaning recurse, so they are for conditions within the limits only.
  if (problems.length > 0) return err(problems);
  const refusals = findRefusals(value, root);
  return refusals.length > 0 ? err(refusals) : ok(value as Condition);
}

function checkJson(
  value: unknown,
  path: string,
  depth: number,
  size: { nodes: number },
  problems: Problem[],
): void {
  if (++size.nodes > CONDITION_LIMITS.MAX_NODES) return;
  if (typeof value !== 'object' || value === null) {
    const message = whyNotJson(value);
    if (message !== undefined) problems.push({ path, level: 'error', message });
    return;
  }
  if (depth > RULE_LIMITS.MAX_CONDITION_DEPTH) {
    const message = `expected at most ${RULE_LIMITS.MAX_CONDITION_DEPTH} levels of lists and objects, got more. Join nested "and" or "or" clauses into one list.`;
    problems.push({ path, level: 'error', message });
    return;
  }
  for (const [childPath, child] of childrenOf(value, path))
    checkJson(child, childPath, depth + 1, size, problems);
}

function whyNotJson(value: unknown): string | undefined {
  if (typeof value === 'string') {
    return value.length > CONDITION_LIMITS.MAX_TEXT_LENGTH
      ? `expected at most ${CONDITION_LIMITS.MAX_TEXT_LENGTH} characters in a text, got ${value.length}`
      : undefined;
  }
  if (typeof value === 'number' && Number.isFinite(value)) return undefined;
  if (typeof value === 'boolean' || value === null) return undefined;
  return `expected JSON, got ${typeof value === 'number' ? String(value) : typeof value}`;
}

/** What a list or an object holds, with the path of each. An operator's single list of arguments gets its indices. */
function childrenOf(value: object, path: string): [string, unknown][] {
  if (Array.isArray(value)) return value.map((item, index) => [`${path}[${index}]`, item as unknown]);
  return Object.entries(value).map(([key, item]) => [`${path}.${key}`, item as unknown]);
}
