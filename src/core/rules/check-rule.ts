// Checks what a well-formed rule means: whether its events exist, whether its templates read fields that the events
// have. It must not repeat what the parser refuses.

import { nearestWord } from '../conditions/nearest-word';
import { EVENT_IDS } from '../events/catalogue';
import { fieldsOfEvents } from '../events/event-fields';
import { findEvent } from '../events/find-event';
import { lintTemplate } from '../templates/lint-template';
import { unknownWord } from './explain-schema';
import { joinPath } from './json-text';
import type { FieldCatalogue } from '../conditions/field-catalogue';
import type { Problem } from '../result';
import type { Rule } from './rule';

const ANY_EVENT = '*';

/** Every problem of a rule that `parseRule` accepted, with paths relative to the rule. Errors refuse, warnings ask. */
export function checkRule(rule: Rule): readonly Problem[] {
  const fields = fieldsOfEvents(rule.when);
  return [
    ...rule.when.flatMap(checkEvent),
    ...rule.then.flatMap((action, index) => checkTemplates(action.with, `then[${index}].with`, fields)),
  ];
}

function checkEvent(id: string, index: number): readonly Problem[] {
  if (id === ANY_EVENT || findEvent(id) !== undefined) return [];
  const message = `there is no event "${id}", so the rule will never fire on it`;
  return [unknownWord(message, `when[${index}]`, nearestWord(id, EVENT_IDS))];
}

/** Every text among the parameters of an action is a template. */
function checkTemplates(value: unknown, path: string, fields: FieldCatalogue): readonly Problem[] {
  if (typeof value === 'string') return lintTemplate(value, fields).map((problem) => ({ ...problem, path }));
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => checkTemplates(item, joinPath(path, index), fields));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => checkTemplates(item, joinPath(path, key), fields));
}
