// The fields that actions read: in the texts among their parameters, and in what their kinds say besides. It must not
// render anything.

import { ACTIONS, isActionKind } from '../actions/index';
import { isJsonObject } from '../json';
import { fieldsOfTemplate } from '../templates/template-reads';
import type { RuleAction } from '../rules/rule';

/** What was found for the actions of a rule; an entry lives as long as the rule's copy in memory. */
const found = new WeakMap<readonly RuleAction[], readonly string[]>();

/** Every field that `actions`, and the actions inside them, may read; those that are turned off read nothing. */
export function fieldsOfActions(actions: readonly RuleAction[]): readonly string[] {
  const known = found.get(actions);
  if (known !== undefined) return known;
  const fields = actions
    .filter(({ disabled }) => disabled !== true)
    .flatMap((action) => [...fieldsIn(action.with), ...fieldsOfKind(action)]);
  found.set(actions, fields);
  return fields;
}

function fieldsOfKind({ action, with: parameters }: RuleAction): readonly string[] {
  if (!isActionKind(action)) return [];
  const kind = ACTIONS[action];
  return [...kind.fields(parameters), ...fieldsOfActions(kind.nested(parameters))];
}

function fieldsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.includes('{{') ? fieldsOfTemplate(value) : [];
  if (Array.isArray(value)) return value.flatMap(fieldsIn);
  return isJsonObject(value) ? Object.values(value).flatMap(fieldsIn) : [];
}
