// Which unknown fields a condition's truth still depends on, so that nothing else is fetched for it.
// It must name a field whenever some value of it could decide; one too many only costs a request.

import { decide } from '../conditions/decide';
import { fieldsOf } from '../conditions/fields-of';
import { asOperation } from '../conditions/is-logic';
import { fieldsNeeded } from './fetchable-fields';
import type { EvaluationContext } from '../conditions/condition';

/** Operators whose truth is put together from the truth of each argument: a decided one says no more. */
const OF_TRUTHS: ReadonlySet<string> = new Set(['and', 'or', '!', '!!']);

/** Those of `unknown` that can still decide `logic`; none when the other facts have decided it. */
export function openFields(
  logic: unknown,
  facts: unknown,
  unknown: readonly string[],
  context: EvaluationContext,
): readonly string[] {
  const read = fieldsNeeded(fieldsOf(logic), unknown);
  if (read.length === 0 || decide(logic, facts, read, context) !== 'unknown') return [];
  const operation = asOperation(logic);
  if (operation === undefined || !OF_TRUTHS.has(operation.operator)) return read;
  const open = new Set(operation.args.flatMap((each) => openFields(each, facts, unknown, context)));
  // Where no argument by itself is open, what failed to be decided is the whole.
  return open.size === 0 ? read : [...open];
}
