// The condition while it is edited: in the builder, or as the text of a JSON field. Pure. What the text last meant
// stays in the rule while it is not JSON, and clauses that are not filled in are left out of the rule meanwhile.

import { editModel } from '../../core/conditions/builder/edit-model';
import { readCondition } from '../../core/conditions/builder/read-condition';
import { writeCondition } from '../../core/conditions/builder/write-condition';
import { fieldsOfEvents } from '../../core/events/event-fields';
import type { BuilderEdit } from '../../core/conditions/builder/edit-model';
import type { BuilderModel } from '../../core/conditions/builder/model';
import type { JsonValue } from '../../core/json';

export interface ConditionDraft {
  readonly view: 'builder' | 'json';
  readonly model: BuilderModel;
  /** Keys of clauses that are not filled in. */
  readonly gaps: readonly number[];
  /** The text of the JSON view; blank: always. */
  readonly text: string;
  /** Why the text is not JSON. */
  readonly problem: string | undefined;
  /** Rises when the text came from elsewhere than its field, which then must be made anew. */
  readonly version: number;
}

/** A condition draft with what the rule is to hold. */
export interface Edited {
  readonly condition: ConditionDraft;
  readonly logic: JsonValue | undefined;
}

/** A draft of this condition, shown by the builder. */
export function conditionDraft(logic: JsonValue | undefined): ConditionDraft {
  const model = readCondition(logic);
  return { view: 'builder', model, gaps: [], text: textOf(logic), problem: undefined, version: 0 };
}

/** Whether everything about the condition can be saved. */
export function isConditionReady({ problem, gaps }: ConditionDraft): boolean {
  return problem === undefined && gaps.length === 0;
}

/** After an edit in the builder. */
export function buildCondition(
  condition: ConditionDraft,
  edit: BuilderEdit,
  when: readonly string[],
): Edited {
  const model = editModel(condition.model, edit, fieldsOfEvents(when));
  const { logic, gaps } = writeCondition(model);
  return { condition: { ...condition, model, gaps }, logic };
}

/** Takes the text of the JSON view; `before` stays the condition while the text is not JSON. */
export function typeCondition(
  condition: ConditionDraft,
  text: string,
  before: JsonValue | undefined,
): Edited {
  const read = readText(text);
  return 'cause' in read
    ? { condition: { ...condition, text, problem: read.cause }, logic: before }
    : { condition: { ...condition, text, problem: undefined }, logic: read.logic };
}

/** Shows the condition in the other view; a text that is not JSON stays on screen. */
export function viewCondition(
  condition: ConditionDraft,
  view: ConditionDraft['view'],
  logic: JsonValue | undefined,
): ConditionDraft {
  if (view === condition.view || !isConditionReady(condition)) return condition;
  const version = condition.version + 1;
  return view === 'json'
    ? { ...condition, view, text: textOf(logic), version }
    : { ...condition, view, model: readCondition(logic, condition.model.nextKey), version };
}

/** Puts another condition in the place of this one, in the view that is open. */
export function putCondition(condition: ConditionDraft, logic: JsonValue | undefined): ConditionDraft {
  const model = readCondition(logic, condition.model.nextKey);
  const version = condition.version + 1;
  return { ...condition, model, gaps: [], text: textOf(logic), problem: undefined, version };
}

function textOf(logic: JsonValue | undefined): string {
  return logic === undefined ? '' : JSON.stringify(logic, null, 2);
}

function readText(text: string): { readonly logic: JsonValue | undefined } | { readonly cause: string } {
  if (text.trim() === '') return { logic: undefined };
  try {
    // JSON.parse yields nothing but JSON values.
    return { logic: JSON.parse(text) as JsonValue };
  } catch (cause) {
    return { cause: cause instanceof Error ? cause.message : String(cause) };
  }
}
