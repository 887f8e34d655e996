// What a person fills in for each kind of action, as data: labels, help and the sort of input.
// The admin page draws its parameter forms from this list, so that a new kind needs no new view.
// It must not check values: the schema of each kind does.

import type { JsonObject, JsonValue } from '../json';
import type { ActionKind } from './index';

/** How one parameter is entered. Closed: the page handles each member. */
export type FieldInput =
  /** One line of text. `template`: `{{…}}` placeholders are filled from the event. */
  | { readonly type: 'text'; readonly template?: boolean; readonly maxLength?: number }
  /** Several lines of text. */
  | {
      readonly type: 'long-text';
      readonly template?: boolean;
      /** The text is Confluence storage format, so its markup is checked when the rule is saved. */
      readonly storage?: boolean;
      readonly rows?: number;
      readonly maxLength?: number;
    }
  /** A list of short texts, entered separated by commas. */
  | { readonly type: 'list'; readonly template?: boolean }
  | { readonly type: 'number'; readonly min?: number; readonly max?: number }
  | { readonly type: 'flag' }
  | {
      readonly type: 'choice';
      readonly options: readonly { readonly value: string; readonly label: string }[];
    }
  /** One user, kept as an Atlassian account id. */
  | { readonly type: 'user' }
  /** Any JSON value, for parameters that no other input fits. */
  | { readonly type: 'json' };

/** One parameter of an action. */
export interface ActionField {
  /** The parameter's name in `with`. */
  readonly name: string;
  readonly label: string;
  /** A sentence below the field. */
  readonly help?: string;
  readonly required?: boolean;
  readonly input: FieldInput;
  /** What a new action starts with; absent: the parameter is left out until someone fills it in. */
  readonly initial?: JsonValue;
}

/** The form of one kind of action. */
export interface ActionForm {
  /** `label.add` */
  readonly kind: string;
  /** `Add labels` */
  readonly label: string;
  /** The heading it is listed under. */
  readonly group: string;
  /** One sentence: what it does. */
  readonly summary: string;
  readonly fields: readonly ActionField[];
}

/** What both label kinds ask for. */
const LABELS_FIELD: ActionField = {
  name: 'labels',
  label: 'Labels',
  help: 'Separate several with commas. {{…}} placeholders work here too.',
  required: true,
  input: { type: 'list', template: true },
  initial: [],
};

const FORMS: { readonly [K in ActionKind]: ActionForm & { readonly kind: K } } = {
  'label.add': {
    kind: 'label.add',
    label: 'Add labels',
    group: 'Labels',
    summary: 'Adds labels to what the event is about. Labels that it already has stay as they are.',
    fields: [LABELS_FIELD],
  },
  'label.remove': {
    kind: 'label.remove',
    label: 'Remove labels',
    group: 'Labels',
    summary: 'Takes labels away. Labels that it does not have are passed over.',
    fields: [LABELS_FIELD],
  },
  'comment.add': {
    kind: 'comment.add',
    label: 'Add a comment',
    group: 'Comments',
    summary: 'Writes a comment below the page or blog post, once for each event.',
    fields: [
      {
        name: 'body',
        label: 'Comment',
        help: 'Confluence storage format (HTML-like). Placeholders such as {{content.title}}, {{space.name}} and {{mention actor}} are filled in from the event.',
        required: true,
        input: { type: 'long-text', template: true, storage: true, rows: 4 },
        initial: '',
      },
    ],
  },
};

/** The form of every kind, in the order in which the page offers them. */
export const ACTION_FORMS: readonly ActionForm[] = Object.values(FORMS);

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
