// Checks that a condition from outside is JSON, and neither too deep nor too large, before anything recurses into it.
// It must not know any operator.

import { RULE_LIMITS } from '../rules/rule';
import type { Problem } from '../result';
import { CONDITION_LIMITS } from './condition';

/** What is not JSON or beyond the limits in `value`, which stands at `path`. Does not go deeper than the limit. */
export function checkLimits(value: unknown, path: string): readonly Problem[] {
  const problems: Problem[] = [];
  const size = { nodes: 0 };
  checkJson(value, path, 1, size, problems);
  if (size.nodes <= CONDITION_LIMITS.MAX_NODES) return problems;
  const message = `expected at most ${CONDITION_LIMITS.MAX_NODES} values in a condition, got more. Split the rule.`;
  return [...problems, { path, level: 'error', message }];
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
