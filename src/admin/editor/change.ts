// Applies one change of a person to the draft, and names the field it touched. Pure.

import { assertNever } from '../../core/assert-never';
import { buildCondition, putCondition, typeCondition, viewCondition } from './condition-draft';
import {
  addAction,
  changeKind,
  moveAction,
  patchAction,
  patchRule,
  removeAction,
  setName,
  setParameter,
  setRetry,
  withCondition,
} from './draft';
import { idFromName } from './ids';
import { actionField } from './state';
import type { Draft } from './draft';
import type { DraftChange } from './state';

/** The draft after this change. */
export function applyChange(draft: Draft, change: DraftChange): Draft {
  const { rule, condition } = draft;
  switch (change.type) {
    case 'named':
      return setName(draft, change.name, idFromName);
    case 'id-typed':
      return { ...patchRule(draft, { id: change.id }), ownId: true };
    case 'patched':
      return patchRule(draft, change.patch);
    case 'condition-built':
      return withCondition(draft, buildCondition(condition, change.edit, rule.when));
    case 'condition-typed':
      return withCondition(draft, typeCondition(condition, change.text, rule.if));
    case 'condition-put':
      return withCondition(draft, { condition: putCondition(condition, change.logic), logic: change.logic });
    case 'condition-viewed':
      return { ...draft, condition: viewCondition(condition, change.view, rule.if) };
    case 'action-added':
      return addAction(draft, change.kind);
    case 'action-removed':
      return removeAction(draft, change.key);
    case 'action-moved':
      return moveAction(draft, change.key, change.by);
    case 'action-kind':
      return changeKind(draft, change.key, change.kind);
    case 'action-patched':
      return patchAction(draft, change.key, change.patch);
    case 'parameter-set':
      return setParameter(draft, change.key, change.name, change.value);
    case 'retry-set':
      return setRetry(draft, change.key, change.name, change.value);
    default:
      return assertNever(change);
  }
}

/** The field whose problems may be shown after this change; `undefined` when it is too early to complain. */
export function touchedField(change: DraftChange): string | undefined {
  switch (change.type) {
    case 'named':
      return 'name';
    case 'id-typed':
      return 'id';
    case 'patched':
      return change.field;
    case 'condition-built':
    case 'condition-typed':
    case 'condition-put':
      return 'if';
    case 'condition-viewed':
      return undefined;
    case 'action-removed':
    case 'action-moved':
      return 'then';
    case 'action-added':
    case 'action-kind':
      return undefined;
    case 'action-patched':
    case 'parameter-set':
    case 'retry-set':
      return actionField(change.key);
    default:
      return assertNever(change);
  }
}
