// Checks what the actions of a well-formed rule mean for its events: templates against the fields, markup, and whether
// an action can do anything at all for an event. It must not repeat what the parser refuses.

import { actionForm } from '../actions/forms';
import { ACTIONS, isActionKind } from '../actions/index';
import { lintCondition } from '../conditions/lint-condition';
import { findEvent, samplePayloadOf } from '../events/find-event';
import { parseEvent } from '../events/parse-event';
import { lintTemplate } from '../templates/lint-template';
import { joinPath } from './json-text';
import { withItem, withVariables } from './run-fields';
import type { FieldCatalogue } from '../conditions/field-catalogue';
import type { Problem } from '../result';
import type { Rule, RuleAction } from './rule';

const ANY_EVENT = '*';

/** Events are named up to this many; more are counted. */
const MAX_NAMED = 3;

/** Every problem of a rule's actions, with paths relative to the rule. */
export function checkActions(rule: Rule, fields: FieldCatalogue): readonly Problem[] {
  return checkSequence(rule.then, 'then', fields, rule.when);
}

/** Each action sees the variables of those before it. `when` is empty where the actions work on something else. */
function checkSequence(
  actions: readonly RuleAction[],
  at: string,
  fields: FieldCatalogue,
  when: readonly string[],
): readonly Problem[] {
  return actions.flatMap((action, index) => {
    const path = `${at}[${index}]`;
    const seen = withVariables(fields, actions.slice(0, index));
    return [
      ...checkTemplates(action, path, seen),
      ...checkNested(action, path, seen, when),
      ...checkEffect(action, path, when),
    ];
  });
}

function checkNested(
  action: RuleAction,
  path: string,
  fields: FieldCatalogue,
  when: readonly string[],
): readonly Problem[] {
  if (!isActionKind(action.action)) return [];
  const { items, on } = action.with as { readonly items?: unknown; readonly on?: unknown };
  const nested = ACTIONS[action.action].nested(action.with);
  const onEvent = on === 'event' || (on === undefined && typeof items === 'string');
  return [
    ...(action.action === 'forEach' && typeof items === 'string' ? checkList(items, path, fields) : []),
    ...checkSequence(nested, `${path}.with.then`, withItem(fields), onEvent ? when : []),
  ];
}

function checkList(items: string, path: string, fields: FieldCatalogue): readonly Problem[] {
  const field = fields.has(items);
  if (field?.type === 'list' || field?.type === 'any') return [];
  const message =
    field === undefined
      ? `no event of this rule has the field \`${items}\`, so there is nothing to go through`
      : `\`${items}\` is not a list`;
  return [{ path: `${path}.with.items`, level: field === undefined ? 'warning' : 'error', message }];
}

/**
 * Every text among the parameters is a template; which of them are storage format, and which no texts but logic or
 * actions, the form of the kind says.
 */
function checkTemplates(action: RuleAction, path: string, fields: FieldCatalogue): readonly Problem[] {
  const inputs = new Map(actionForm(action.action)?.fields.map(({ name, input }) => [name, input]));
  return Object.entries(action.with).flatMap(([name, value]) => {
    const input = inputs.get(name);
    const holds = input?.type === 'json' ? input.holds : undefined;
    if (holds === 'condition') return lintCondition(value, fields, `${path}.with.${name}`);
    if (holds === 'actions') return [];
    const mode = input?.type === 'long-text' && input.storage === true ? 'storage' : 'text';
    return checkTexts(value, `${path}.with.${name}`, fields, mode);
  });
}

function checkTexts(
  value: unknown,
  path: string,
  fields: FieldCatalogue,
  mode: 'storage' | 'text',
): readonly Problem[] {
  if (typeof value === 'string') {
    return lintTemplate(value, fields, mode).map(({ level, message, suggestion }) => ({
      path,
      level,
      message,
      ...(suggestion === undefined ? {} : { suggestion }),
    }));
  }
  if (typeof value !== 'object' || value === null) return [];
  const inside: [string | number, unknown][] = Array.isArray(value)
    ? value.map((item: unknown, index) => [index, item])
    : Object.entries(value);
  return inside.flatMap(([key, item]) => checkTexts(item, joinPath(path, key), fields, mode));
}

/** Plans the action for a sample of each event: what would be skipped for each is a mistake, for some worth a warning. */
function checkEffect(action: RuleAction, path: string, when: readonly string[]): readonly Problem[] {
  const events = when.includes(ANY_EVENT) ? [] : when.flatMap((id) => findEvent(id) ?? []);
  const idle = new Map(
    events.flatMap(({ id, name }) => {
      const reason = whySkipped(action, id);
      return reason === undefined ? [] : [[name, reason] as const];
    }),
  );
  const [first] = idle;
  if (first === undefined) return [];
  const names = [...idle.keys()];
  const named = names
    .slice(0, MAX_NAMED)
    .map((name) => `"${name}"`)
    .join(', ');
  const more = names.length > MAX_NAMED ? ` and ${names.length - MAX_NAMED} more` : '';
  const message = `\`${action.action}\` does nothing on ${named}${more}: ${withoutStop(first[1])}`;
  return [{ path: `${path}.action`, level: idle.size === events.length ? 'error' : 'warning', message }];
}

function whySkipped(action: RuleAction, eventId: string): string | undefined {
  if (!isActionKind(action.action)) return undefined;
  const event = parseEvent(samplePayloadOf(eventId));
  // Placeholders may print nothing for a sample; a text in their place says nothing of the event.
  if (ACTIONS[action.action].appliesTo.includes('any')) return undefined;
  const parameters: unknown = JSON.parse(JSON.stringify(action.with), (_key, value: unknown) =>
    typeof value === 'string' && value.includes('{{') ? 'text' : value,
  );
  const { facts, subject } = event;
  const plan = ACTIONS[action.action].plan(parameters, { facts, subject, nowMs: 0, effectKey: '' });
  return plan.kind === 'skip' ? plan.reason : undefined;
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '').replace(/^[A-Z]/, (letter) => letter.toLowerCase());
}
