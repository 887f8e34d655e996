// What a person fills in for each kind of action, as data: labels, help and the sort of input.
// The admin page draws its parameter forms from this list, so that a new kind needs no new view.
// It must not check values: the schema of each kind does.

import { COMMENT_FORMS } from './forms/comment-forms';
import { FLOW_FORMS } from './forms/flow-forms';
import { LABEL_FORMS } from './forms/label-forms';
import { NOTIFY_FORMS } from './forms/notify-forms';
import { PAGE_FORMS } from './forms/page-forms';
import { PEOPLE_FORMS } from './forms/people-forms';
import { STATE_FORMS } from './forms/state-forms';
import { ACTION_KINDS } from './index';
import type { JsonObject, JsonValue } from '../json';
import type { ActionForm, Forms } from './form';
import type { ActionKind } from './index';

export type { ActionField, ActionForm, FieldInput } from './form';

const FORMS: Forms<ActionKind> = {
  ...LABEL_FORMS,
  ...COMMENT_FORMS,
  ...PAGE_FORMS,
  ...STATE_FORMS,
  ...PEOPLE_FORMS,
  ...NOTIFY_FORMS,
  ...FLOW_FORMS,
};

/** The form of every kind, in the order in which the page offers them. */
export const ACTION_FORMS: readonly ActionForm[] = ACTION_KINDS.map((kind) => FORMS[kind]);

/** The form of a kind; `undefined` for a kind that this version does not know: its parameters are edited as JSON. */
export function actionForm(kind: string): ActionForm | undefined {
  return ACTION_FORMS.find((form) => form.kind === kind);
}

/** The parameters that a new action of this form starts with. */
export function initialParameters(form: ActionForm): JsonObject {
  const parameters: Record<string, JsonValue> = {};
  for (const field of form.fields) {
    if (field.initial !== undefined) parameters[field.name] = field.initial;
  }
  return parameters;
}
