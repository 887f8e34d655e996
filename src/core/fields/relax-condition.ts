// A condition without what only fetched fields can tell: the index, which sees payloads alone, finds rules by it.
// It must hold whenever the condition could hold for some values of those fields.

import { fieldsOf } from '../conditions/fields-of';
import { asOperation } from '../conditions/is-logic';
import { fieldsNeeded, onDemandFieldsOfEvents } from './fetchable-fields';
import type { JsonValue } from '../json';
import type { StoredRule } from '../rules/rule';

/** The rule as it is put into the stored index: its condition as far as payloads decide it. */
export function asIndexed(stored: StoredRule): StoredRule {
  const { rule } = stored;
  if (rule.if === undefined) return stored;
  const relaxed = relax(rule.if, onDemandFieldsOfEvents(rule.when));
  return relaxed === rule.if ? stored : { ...stored, rule: { ...rule, if: relaxed as JsonValue } };
}

/** Clauses joined by `and` and `or` fall away one by one; anything else that reads such a field counts as true. */
function relax(logic: unknown, fields: readonly string[]): unknown {
  if (fieldsNeeded(fieldsOf(logic), fields).length === 0) return logic;
  const operation = asOperation(logic);
  if (operation === undefined) return true;
  const { operator, args } = operation;
  if (operator !== 'and' && operator !== 'or') return true;
  const clauses = args.map((each) => relax(each, fields));
  if (operator === 'or') return clauses.includes(true) ? true : { or: clauses };
  const rest = clauses.filter((each) => each !== true);
  return rest.length === 0 ? true : { and: rest };
}
