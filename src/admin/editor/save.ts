// The way of a save: check, ask about warnings, save, and what to do when somebody else saved before. Pure.

import type { AdminResult } from '../../core/admin/api/result';
import type { Problem } from '../../core/result';
import type { StoredRule } from '../../core/rules/rule';
import { next } from '../machine/transition';
import type { Transition } from '../machine/transition';
import { words } from '../wording';
import { isConditionReady } from './condition-draft';
import { toDraft } from './draft';
import { hasErrors, toRulePaths } from './problems';
import { ruleText } from './rule-text';
import type { EditorEffect, EditorState } from './state';

type Step = Transition<EditorState, EditorEffect>;

/** Starts a save: the rule is checked first, so that problems are shown and warnings ask. The app checks again. */
export function askToSave(state: EditorState): Step {
  if (state.status !== 'ready' || state.saving !== 'no') return next(state);
  const attempted = { ...state, attempted: true, error: undefined };
  if (!isConditionReady(state.draft.condition) || state.json.problem !== undefined) return next(attempted);
  const request = state.request + 1;
  return next(
    { ...attempted, request, saving: 'checking' },
    { type: 'cancel', key: 'check' },
    { type: 'check-rule', request, purpose: 'save', rule: state.draft.rule },
  );
}

/** Refuses with the problems, asks about warnings, or saves. */
export function afterCheckForSave(state: EditorState, found: readonly Problem[]): Step {
  const problems = toRulePaths(found);
  if (hasErrors(problems)) return next({ ...state, problems, saving: 'no' });
  if (problems.length > 0) {
    return next({ ...state, problems, saving: 'no', asking: { kind: 'warnings', warnings: problems } });
  }
  return save({ ...state, problems });
}

/** Saves the draft against the version that was read. */
export function save(state: EditorState): Step {
  return next(
    { ...state, saving: 'saving', error: undefined },
    { type: 'save-rule', rule: state.draft.rule, expectedVersion: state.version },
  );
}

/** Closes after a save; else shows why there was none. */
export function afterSave(
  state: EditorState,
  result: AdminResult<{ stored: StoredRule; warnings: readonly Problem[] }>,
): Step {
  if (result.ok) {
    return next(
      { ...state, saving: 'no', closed: { saved: true } },
      { type: 'flag', tone: 'success', title: words.editor.saved(result.data.stored.rule.name) },
    );
  }
  const { error } = result;
  if (error.code === 'conflict' && state.version === undefined) {
    const problem: Problem = {
      path: 'id',
      level: 'error',
      message: words.editor.idTaken(state.draft.rule.id),
    };
    return next({ ...state, saving: 'no', problems: [problem] });
  }
  if (error.code === 'conflict') return next(state, { type: 'load-theirs', id: state.draft.rule.id });
  if (error.code === 'invalid' && error.problems !== undefined && error.problems.length > 0) {
    return next({ ...state, saving: 'no', problems: toRulePaths(error.problems) });
  }
  return next({ ...state, saving: 'no', error });
}

/** Asks what to do about the rule as somebody else saved it. */
export function afterTheirs(state: EditorState, result: AdminResult<StoredRule>): Step {
  if (result.ok) return next({ ...state, saving: 'no', asking: { kind: 'conflict', theirs: result.data } });
  if (result.error.code === 'not-found') {
    // It is gone: another save makes it anew.
    const error = { code: 'conflict', message: words.editor.deletedMeanwhile } as const;
    return next({ ...state, saving: 'no', version: undefined, error });
  }
  return next({ ...state, saving: 'no', error: result.error });
}

/** Throws the own changes away and goes on with theirs. */
export function takeTheirs(state: EditorState): Step {
  if (state.asking?.kind !== 'conflict') return next(state);
  const { rule, version } = state.asking.theirs;
  const after: EditorState = {
    ...state,
    version,
    base: rule,
    draft: toDraft(rule, { ownId: true }),
    problems: [],
    touched: [],
    attempted: false,
    asking: undefined,
    revision: state.revision + 1,
    session: state.session + 1,
    json: { text: ruleText(rule), problem: undefined },
  };
  return state.mode === 'json'
    ? next(after, { type: 'show-json', session: after.session, text: after.json.text })
    : next(after);
}

/** Saves the own rule over theirs. */
export function keepMine(state: EditorState): Step {
  if (state.asking?.kind !== 'conflict') return next(state);
  return save({ ...state, version: state.asking.theirs.version, asking: undefined });
}
