// What the form of an action kind is made of. Types only: each kind has its form in its own file.

import type { JsonObject, JsonValue } from '../json';

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
  /** Any JSON value, for parameters that no other input fits. `holds` says when it is logic or a list of actions. */
  | { readonly type: 'json'; readonly holds?: 'condition' | 'actions' };

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
  /** Parameters as a rule may have them, for the documentation. */
  readonly example: JsonObject;
}
