// Reads a condition from outside: JSON within the limits, known operators only, nothing that would run data
// as logic or reach past the facts. It reports every problem with its path. What is merely unwise is
// lintCondition's affair.

import { err, ok } from '../result';
import type { Result } from '../result';
import { checkLimits } from './check-limits';
import type { Condition } from './condition';
import { findRefusals } from './find-refusals';

/** How a problem's path names the condition within its rule. */
export const CONDITION_ROOT = 'if';

/**
 * Reads `value` as a condition, or says what is wrong with it. Paths start with `root`:
 * `if.and[0].startsWith[1]`; a single argument that is not in a list has no index: `if.!.var`.
 */
export function parseCondition(value: unknown, root: string = CONDITION_ROOT): Result<Condition> {
  const beyond = checkLimits(value, root);
  // The checks of meaning recurse, so they are for conditions within the limits only.
  if (beyond.length > 0) return err(beyond);
  const refusals = findRefusals(value, root);
  return refusals.length > 0 ? err(refusals) : ok(value as Condition);
}
