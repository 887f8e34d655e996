// What a person fills in for each kind of action, as data: labels, help and the sort of input.
// The admin page draws its parameter forms from this list, so that a new kind needs no new view.
// It must not check values: the schema of each kind does.

import { ACTION_KINDS, ACTIONS, isActionKind } from './index';
import type { JsonObject, JsonValue } from '../json';
import type { ActionForm } from './form';

export type { ActionField, ActionForm, FieldInput } from './form';

/** The form of every kind, in the order in which the page offers them. */
export const ACTION_FORMS: readonly ActionForm[] = ACTION_KINDS.map((kind) => ACTIONS[kind].form);

/** The form of a kind; `undefined` for a kind that this version does not know: its parameters are edited as JSON. */
export function actionForm(kind: string): ActionForm | undefined {
  return isActionKind(kind) ? ACTIONS[kind].form : undefined;
}

/** The parameters that a new action of this form starts with. */
export function initialParameters(form: ActionForm): JsonObject {
  const parameters: Record<string, JsonValue> = {};
  for (const field of form.fields) {
    if (field.initial !== undefined) parameters[field.name] = field.initial;
  }
  return parameters;
}
