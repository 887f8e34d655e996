// What follows from each event of the rule editor. Pure; effects are data. The way of a save is in save.ts.

import { assertNever } from '../../core/assert-never';
import type { AdminResult } from '../../core/admin/api/result';
import type { StoredRule } from '../../core/rules/rule';
import { next } from '../machine/transition';
import type { Transition } from '../machine/transition';
import { words } from '../wording';
import { applyChange, touchedField } from './change';
import { isConditionReady } from './condition-draft';
import { NEW_RULE, toDraft } from './draft';
import { toRulePaths } from './problems';
import { readRule } from './read-rule';
import { afterCheckForSave, afterSave, afterTheirs, askToSave, keepMine, save, takeTheirs } from './save';
import { isDirty } from './state';
import { ruleText } from './rule-text';
import { firstTry, reduceTry, tryNow } from './try/state';
import type { EditorEffect, EditorEvent, EditorState } from './state';
import type { Tried, TryEffect, TryState } from './try/state';

/** How long typing must rest before the rule is checked. */
const CHECK_REST_MS = 400;

type Step = Transition<EditorState, EditorEffect>;

/** An editor for a new rule (`id` undefined), or one that loads the rule `id`. */
export function firstEditor(id: string | undefined): Step {
  const state: EditorState = {
    status: id === undefined ? 'ready' : 'loading',
    id,
    version: undefined,
    base: NEW_RULE,
    draft: toDraft(NEW_RULE, { ownId: false }),
    mode: 'form',
    json: { text: '', problem: undefined },
    session: 0,
    revision: 0,
    touched: [],
    attempted: false,
    problems: [],
    request: 0,
    saving: 'no',
    asking: undefined,
    try: firstTry(),
    error: undefined,
    closed: undefined,
  };
  return id === undefined ? next(state) : next(state, { type: 'load-rule', id });
}

/** What follows from one event. */
export function reduceEditor(state: EditorState, event: EditorEvent): Step {
  switch (event.type) {
    case 'loaded':
      return loaded(state, event.result);
    case 'reload-asked':
      return state.id === undefined
        ? next(state)
        : next({ ...state, status: 'loading', error: undefined }, { type: 'load-rule', id: state.id });
    case 'changed': {
      const field = touchedField(event.change);
      const touched =
        field === undefined || state.touched.includes(field) ? state.touched : [...state.touched, field];
      return checkSoon({ ...state, draft: applyChange(state.draft, event.change), touched });
    }
    case 'mode-chosen':
      return chooseMode(state, event.mode);
    case 'frame-ready':
      return state.mode === 'json'
        ? next(state, { type: 'show-json', session: state.session, text: state.json.text })
        : next(state);
    case 'json-edited':
      return event.session === state.session && state.mode === 'json'
        ? jsonEdited(state, event.text)
        : next(state);
    case 'check-due':
      return check(state);
    case 'checked':
      if (event.request !== state.request) return next(state);
      return event.purpose === 'save'
        ? afterCheckForSave(state, event.problems)
        : next({ ...state, problems: toRulePaths(event.problems) });
    case 'save-asked':
      return askToSave(state);
    case 'warnings-accepted':
      return state.asking?.kind === 'warnings' ? save({ ...state, asking: undefined }) : next(state);
    case 'saved':
      return afterSave(state, event.result);
    case 'theirs-loaded':
      return afterTheirs(state, event.result);
    case 'theirs-taken':
      return takeTheirs(state);
    case 'mine-kept':
      return keepMine(state);
    case 'leave-asked':
      return isDirty(state) ? next({ ...state, asking: { kind: 'leave' } }) : close(state);
    case 'leave-confirmed':
      return close(state);
    case 'question-dismissed':
      return next({ ...state, asking: undefined, saving: 'no' });
    case 'try':
      return afterTry(state, reduceTry(state.try, event.event, triedRule(state)));
    default:
      return assertNever(event);
  }
}

function loaded(state: EditorState, result: AdminResult<StoredRule>): Step {
  if (!result.ok) return next({ ...state, status: 'failed', error: result.error });
  const { rule, version } = result.data;
  const ready: EditorState = {
    ...state,
    status: 'ready',
    version,
    base: rule,
    draft: toDraft(rule, { ownId: true }),
    revision: state.revision + 1,
  };
  return afterTry(ready, tryNow(ready.try, triedRule(ready)));
}

function triedRule({ draft, base, version }: EditorState): Tried {
  return { rule: draft.rule, saved: version === undefined ? undefined : base };
}

function afterTry(state: EditorState, step: Transition<TryState, TryEffect>): Step {
  return {
    state: { ...state, try: step.state },
    effects: step.effects.map((effect) => ({ type: 'try', effect })),
  };
}

function checkSoon(state: EditorState): Step {
  return next(state, { type: 'later', key: 'check', ms: CHECK_REST_MS, event: { type: 'check-due' } });
}

function check(state: EditorState): Step {
  // While something cannot be read, or a save is under way, an answer would be about another rule.
  if (state.draft.condition.problem !== undefined || state.json.problem !== undefined) return next(state);
  if (state.saving !== 'no') return next(state);
  const request = state.request + 1;
  const tried = afterTry({ ...state, request }, tryNow(state.try, triedRule(state)));
  return next(
    tried.state,
    { type: 'check-rule', request, purpose: 'typing', rule: state.draft.rule },
    ...tried.effects,
  );
}

function chooseMode(state: EditorState, mode: 'form' | 'json'): Step {
  if (mode === state.mode) return next(state);
  if (mode === 'json') {
    if (!isConditionReady(state.draft.condition)) {
      return next(state, { type: 'flag', tone: 'error', title: words.editor.conditionFirst });
    }
    const text = ruleText(state.draft.rule);
    return next({ ...state, mode, json: { text, problem: undefined }, session: state.session + 1 });
  }
  if (state.json.problem !== undefined) {
    return next(state, {
      type: 'flag',
      tone: 'error',
      title: words.editor.jsonFirst,
      description: state.json.problem,
    });
  }
  return next({ ...state, mode, revision: state.revision + 1 });
}

function jsonEdited(state: EditorState, text: string): Step {
  const rule = readRule(text);
  if (!rule.ok) return next({ ...state, json: { text, problem: rule.error } });
  return checkSoon({
    ...state,
    json: { text, problem: undefined },
    draft: toDraft(rule.value, { ownId: true }),
  });
}

function close(state: EditorState): Step {
  return next({ ...state, asking: undefined, closed: { saved: false } }, { type: 'cancel', key: 'check' });
}
