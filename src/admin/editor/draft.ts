// The rule that is being edited: the JSON it will be saved as, plus the condition as it stands on screen.
// Every change returns a new draft. What the form does not show is kept as it is, so that nothing is lost.

import type { Identity, RuleState } from '../../core/rules/rule';
import type { JsonObject, JsonValue } from '../../core/json';
import { actionForm, initialParameters } from '../../core/actions/forms';
import { conditionDraft } from './condition-draft';
import { uniqueId } from './ids';
import type { ConditionDraft, Edited } from './condition-draft';

/** An action while it is edited: like `RuleAction`, but numbers may still be text that is no number. */
export interface EditableAction {
  readonly id: string;
  readonly action: string;
  readonly as?: Identity | undefined;
  readonly fallback?: 'app' | undefined;
  readonly with?: JsonObject | undefined;
  readonly onError?: 'stop' | 'continue' | undefined;
  readonly retry?: JsonObject | undefined;
  readonly disabled?: boolean | undefined;
}

/** A rule while it is edited. Fields that this version does not know stay in the object untouched. */
export interface EditableRule {
  readonly id: string;
  readonly name: string;
  readonly description?: string | undefined;
  readonly state?: RuleState | undefined;
  readonly priority?: number | string | undefined;
  readonly scope?:
    | {
        readonly spaces?: readonly string[] | undefined;
        readonly excludeSpaces?: readonly string[] | undefined;
        readonly personalSpaces?: boolean | undefined;
      }
    | undefined;
  readonly when: readonly string[];
  readonly if?: JsonValue | undefined;
  readonly then: readonly EditableAction[];
  readonly chain?: boolean | undefined;
  readonly onlyIfStill?: boolean | undefined;
  readonly serial?: boolean | undefined;
  readonly owner?: string | undefined;
  readonly labels?: readonly string[] | undefined;
  readonly limits?: { readonly runsPerHour?: number | string | undefined } | undefined;
}

export interface Draft {
  readonly rule: EditableRule;
  /** The condition on screen; `rule.if` is what of it can be read. */
  readonly condition: ConditionDraft;
  /** One for each action, in order: the identity of its card while actions move. */
  readonly keys: readonly number[];
  readonly nextKey: number;
  /** Once a person has written the id, the name no longer makes it. */
  readonly ownId: boolean;
}

/** A draft of this rule. */
export function toDraft(rule: EditableRule, options: { readonly ownId: boolean }): Draft {
  return {
    rule,
    condition: conditionDraft(rule.if),
    keys: rule.then.map((_action, index) => index),
    nextKey: rule.then.length,
    ownId: options.ownId,
  };
}

/** What a new rule starts as. It is live because a person writes it to have it work. */
export const NEW_RULE: EditableRule = { id: '', name: '', state: 'live', when: [], then: [] };

/** Changes fields of the rule; `undefined` takes a field away. */
export function patchRule(draft: Draft, patch: Partial<EditableRule>): Draft {
  return { ...draft, rule: patched(draft.rule, patch) };
}

/** Changes fields of the action with this key. */
export function patchAction(draft: Draft, key: number, patch: Partial<EditableAction>): Draft {
  const index = draft.keys.indexOf(key);
  const then = draft.rule.then.map((action, at) => (at === index ? patched(action, patch) : action));
  return { ...draft, rule: { ...draft.rule, then } };
}

/** Sets one parameter of an action; `undefined` takes it away. */
export function setParameter(draft: Draft, key: number, name: string, value: JsonValue | undefined): Draft {
  const action = draft.rule.then[draft.keys.indexOf(key)];
  if (action === undefined) return draft;
  return patchAction(draft, key, { with: patched(action.with ?? {}, { [name]: value }) });
}

/** Sets one number of an action's retry policy; without any the policy is gone and the default holds. */
export function setRetry(draft: Draft, key: number, name: string, value: JsonValue | undefined): Draft {
  const action = draft.rule.then[draft.keys.indexOf(key)];
  if (action === undefined) return draft;
  const retry: JsonObject = patched(action.retry ?? {}, { [name]: value });
  return patchAction(draft, key, { retry: Object.keys(retry).length === 0 ? undefined : retry });
}

/** Adds an action of this kind at the end, with an id of its own. */
export function addAction(draft: Draft, kind: string): Draft {
  const id = uniqueId(
    kind.replaceAll('.', '-'),
    draft.rule.then.map((action) => action.id),
  );
  const form = actionForm(kind);
  const action: EditableAction = {
    id,
    action: kind,
    as: 'app',
    with: form === undefined ? {} : initialParameters(form),
  };
  return {
    ...draft,
    rule: { ...draft.rule, then: [...draft.rule.then, action] },
    keys: [...draft.keys, draft.nextKey],
    nextKey: draft.nextKey + 1,
  };
}

/** Makes an action one of another kind: parameters that both kinds have are kept. */
export function changeKind(draft: Draft, key: number, kind: string): Draft {
  const action = draft.rule.then[draft.keys.indexOf(key)];
  if (action === undefined || action.action === kind) return draft;
  const form = actionForm(kind);
  const before = action.with ?? {};
  const kept = form?.fields.flatMap(({ name }) => {
    const value = before[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const parameters =
    form === undefined ? before : { ...initialParameters(form), ...Object.fromEntries(kept ?? []) };
  return patchAction(draft, key, { action: kind, with: parameters });
}

/** Takes an action out. */
export function removeAction(draft: Draft, key: number): Draft {
  const index = draft.keys.indexOf(key);
  return {
    ...draft,
    rule: { ...draft.rule, then: draft.rule.then.filter((_action, at) => at !== index) },
    keys: draft.keys.filter((other) => other !== key),
  };
}

/** Moves an action one place; at the end of the list nothing changes. */
export function moveAction(draft: Draft, key: number, by: -1 | 1): Draft {
  const from = draft.keys.indexOf(key);
  const to = from + by;
  if (from < 0 || to < 0 || to >= draft.keys.length) return draft;
  return {
    ...draft,
    rule: { ...draft.rule, then: swapped(draft.rule.then, from, to) },
    keys: swapped(draft.keys, from, to),
  };
}

/** Takes a condition that was edited. */
export function withCondition(draft: Draft, { condition, logic }: Edited): Draft {
  return { ...patchRule(draft, { if: logic }), condition };
}

/** Takes the name, and makes the id from it as long as nobody has written one. */
export function setName(draft: Draft, name: string, makeId: (name: string) => string): Draft {
  return patchRule(draft, draft.ownId ? { name } : { name, id: makeId(name) });
}

function patched<T extends object>(target: T, patch: { readonly [K in keyof T]?: T[K] | undefined }): T {
  const result = { ...target, ...patch };
  for (const [name, value] of Object.entries(patch)) {
    if (value === undefined) Reflect.deleteProperty(result, name);
  }
  // Every `undefined` of the patch is gone again, so that only values of T are left.
  return result;
}

function swapped<T>(items: readonly T[], one: number, other: number): readonly T[] {
  return items.map((item, index) => {
    const from = index === one ? other : index === other ? one : index;
    return items[from] ?? item;
  });
}
