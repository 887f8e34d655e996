// The fields that the templates of actions read. It must not render anything.

import { isJsonObject } from '../json';
import { fieldsOfTemplate } from '../templates/template-reads';
import type { RuleAction } from '../rules/rule';

/** Every field that a text in the parameters of `actions` may read; actions that are turned off read nothing. */
export function fieldsOfActions(actions: readonly RuleAction[]): readonly string[] {
  return actions.filter(({ disabled }) => disabled !== true).flatMap((action) => fieldsIn(action.with));
}

function fieldsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.includes('{{') ? fieldsOfTemplate(value) : [];
  if (Array.isArray(value)) return value.flatMap(fieldsIn);
  return isJsonObject(value) ? Object.values(value).flatMap(fieldsIn) : [];
}
