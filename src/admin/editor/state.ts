// The rule editor: what it holds, what can happen to it and what it may ask for. reduce.ts says what follows.
//
// loading → ready (or failed). While ready: `saving` goes no → checking → saving → closed, or back to no when
// the app has problems with the rule. `asking` is the one question that waits for an answer: leave without
// saving, save in spite of warnings, or what to do about somebody else's change.

import type { AdminError, AdminResult } from '../../core/admin/api/result';
import type { BuilderEdit } from '../../core/conditions/builder/edit-model';
import type { JsonValue } from '../../core/json';
import type { Problem } from '../../core/result';
import type { StoredRule } from '../../core/rules/rule';
import type { CommonEffect } from '../machine/transition';
import { sameJson } from '../../core/same-json';
import { isConditionReady } from './condition-draft';
import { isWithin } from './problems';
import type { Draft, EditableAction, EditableRule } from './draft';
import type { TryEffect, TryEvent, TryState } from './try/state';

export interface EditorState {
  readonly status: 'loading' | 'failed' | 'ready';
  /** The rule being edited; `undefined` for a new one. */
  readonly id: string | undefined;
  /** The version that was read; `undefined` saves a new rule. */
  readonly version: number | undefined;
  /** The rule as it was read. */
  readonly base: EditableRule;
  readonly draft: Draft;
  readonly mode: 'form' | 'json';
  /** The text of the JSON editor, and why it cannot be read. */
  readonly json: { readonly text: string; readonly problem: string | undefined };
  /** Rises when the JSON editor is given another text; changes to an earlier text are dropped. */
  readonly session: number;
  /** Rises when the form's inputs must show other values than those typed into them. */
  readonly revision: number;
  /** Fields that a person has changed: only their problems are shown before the first attempt to save. */
  readonly touched: readonly string[];
  readonly attempted: boolean;
  readonly problems: readonly Problem[];
  readonly request: number;
  readonly saving: 'no' | 'checking' | 'saving';
  readonly asking: Question | undefined;
  readonly try: TryState;
  readonly error: AdminError | undefined;
  /** Set when the editor is to be taken off the screen. */
  readonly closed: { readonly saved: boolean } | undefined;
}

type Question =
  | { readonly kind: 'leave' }
  | { readonly kind: 'warnings'; readonly warnings: readonly Problem[] }
  | { readonly kind: 'conflict'; readonly theirs: StoredRule };

/** A change that a person made in the form. */
export type DraftChange =
  | { readonly type: 'named'; readonly name: string }
  | { readonly type: 'id-typed'; readonly id: string }
  | {
      readonly type: 'patched';
      readonly field: keyof EditableRule;
      readonly patch: Partial<EditableRule>;
    }
  | { readonly type: 'condition-built'; readonly edit: BuilderEdit }
  | { readonly type: 'condition-typed'; readonly text: string }
  /** The condition came from a button, not from a field. */
  | { readonly type: 'condition-put'; readonly logic: JsonValue | undefined }
  | { readonly type: 'condition-viewed'; readonly view: 'builder' | 'json' }
  | { readonly type: 'action-added'; readonly kind: string }
  | { readonly type: 'action-removed'; readonly key: number }
  | { readonly type: 'action-moved'; readonly key: number; readonly by: -1 | 1 }
  | { readonly type: 'action-kind'; readonly key: number; readonly kind: string }
  | {
      readonly type: 'action-patched';
      readonly key: number;
      readonly patch: Partial<EditableAction>;
    }
  | {
      readonly type: 'parameter-set';
      readonly key: number;
      readonly name: string;
      readonly value: JsonValue | undefined;
    }
  | {
      readonly type: 'retry-set';
      readonly key: number;
      readonly name: string;
      readonly value: JsonValue | undefined;
    };

export type EditorEvent =
  | { readonly type: 'loaded'; readonly result: AdminResult<StoredRule> }
  | { readonly type: 'reload-asked' }
  | { readonly type: 'changed'; readonly change: DraftChange }
  | { readonly type: 'mode-chosen'; readonly mode: 'form' | 'json' }
  | { readonly type: 'frame-ready' }
  | { readonly type: 'json-edited'; readonly session: number; readonly text: string }
  | { readonly type: 'check-due' }
  | {
      readonly type: 'checked';
      readonly request: number;
      readonly purpose: 'typing' | 'save';
      readonly problems: readonly Problem[];
    }
  | { readonly type: 'save-asked' }
  | { readonly type: 'warnings-accepted' }
  | {
      readonly type: 'saved';
      readonly result: AdminResult<{ stored: StoredRule; warnings: readonly Problem[] }>;
    }
  | { readonly type: 'theirs-loaded'; readonly result: AdminResult<StoredRule> }
  | { readonly type: 'theirs-taken' }
  | { readonly type: 'mine-kept' }
  | { readonly type: 'leave-asked' }
  | { readonly type: 'leave-confirmed' }
  | { readonly type: 'question-dismissed' }
  | { readonly type: 'try'; readonly event: TryEvent };

export type EditorEffect =
  | { readonly type: 'load-rule'; readonly id: string }
  | {
      readonly type: 'check-rule';
      readonly request: number;
      readonly purpose: 'typing' | 'save';
      readonly rule: EditableRule;
    }
  | { readonly type: 'save-rule'; readonly rule: EditableRule; readonly expectedVersion: number | undefined }
  | { readonly type: 'load-theirs'; readonly id: string }
  | { readonly type: 'try'; readonly effect: TryEffect }
  | { readonly type: 'show-json'; readonly session: number; readonly text: string }
  | CommonEffect<EditorEvent>;

/** True when leaving would lose something. */
export function isDirty(state: EditorState): boolean {
  if (state.status !== 'ready') return false;
  return (
    !isConditionReady(state.draft.condition) ||
    state.json.problem !== undefined ||
    !sameJson(state.draft.rule, state.base)
  );
}

/** The problems to show now: all of them after an attempt to save, else those of fields that were changed. */
export function visibleProblems(state: EditorState): readonly Problem[] {
  if (state.attempted || state.mode === 'json') return state.problems;
  const fields = state.touched.map((touched) => touchedPath(state.draft, touched));
  return state.problems.filter((problem) =>
    fields.some((field) => field !== undefined && isWithin(problem.path, field)),
  );
}

/** What `touched` says for the action with this key. */
export function actionField(key: number): string {
  return `action:${key}`;
}

/** Actions are remembered by key, because they move; problems name them by place. */
function touchedPath(draft: Draft, touched: string): string | undefined {
  if (!touched.startsWith('action:')) return touched;
  const index = draft.keys.indexOf(Number(touched.slice('action:'.length)));
  return index < 0 ? undefined : `then[${index}]`;
}
