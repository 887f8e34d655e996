// Tries a rule that is being written on an event, with the fields that no event carries looked up as they are now.
// Nothing is done.

import { fieldsOf } from '../conditions/fields-of';
import { fieldNames } from '../events/field-names';
import { parseEvent } from '../events/parse-event';
import { fieldsOfActions } from '../fields/action-fields';
import { EventReader } from '../fields/event-reader';
import { fieldsNeeded } from '../fields/fetchable-fields';
import { parseRule } from '../rules/parse-rule-set';
import { tryRule } from '../runs/try-rule';
import { answer, refuse } from './answers';
import type { Ports } from '../ports';
import type { Trial } from '../runs/try-rule';
import type { AdminResult } from './api/result';

/** What the rule would do; fields that cannot be read stay open. */
export async function tryOnEvent(
  input: unknown,
  payload: unknown,
  ports: Ports,
): Promise<AdminResult<Trial>> {
  const parsed = parseRule(input);
  if (!parsed.ok) {
    return refuse('invalid', 'Failed to try the rule: it has problems. Correct them first.', parsed.error);
  }
  const rule = parsed.value;
  const reader = new EventReader(parseEvent(payload), ports.fields);
  await reader.read(fieldsNeeded([...fieldsOf(rule.if), ...fieldsOfActions(rule.then)], reader.unread));
  const unread = [...reader.failures.keys()];
  const nameOf = fieldNames(rule.when);
  return answer(tryRule(rule, reader.event, { nowMs: ports.clock.nowMs(), unread, nameOf }));
}
