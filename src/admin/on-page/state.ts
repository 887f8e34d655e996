// The view "Automation" on a page: what the rules would do next, what they did, and on demand why the others would not
// act. Pure; effects are data.

import type { AdminResult, Page } from '../../core/admin/api/result';
import type { Outlook, SeenRun } from '../../core/admin/viewer/page-api';
import { next } from '../machine/transition';
import { LOADING, toLoadable } from '../shared/loadable';
import { NO_VERDICTS, reduceVerdicts } from '../verdicts/state';
import type { Transition } from '../machine/transition';
import type { Loadable } from '../shared/loadable';
import type { LoadVerdicts, VerdictsEvent, VerdictsState } from '../verdicts/state';

export interface OnPageState {
  readonly outlook: Loadable<Outlook>;
  /** Ids of the rules of the outlook whose clauses are shown. */
  readonly opened: readonly string[];
  readonly runs: Loadable<Page<SeenRun>>;
  readonly trail: readonly string[];
  readonly request: number;
  /** Absent until asked for. */
  readonly verdicts: VerdictsState | undefined;
}

export type OnPageEvent =
  | { readonly type: 'refresh-asked' }
  | { readonly type: 'outlook-loaded'; readonly result: AdminResult<Outlook> }
  | { readonly type: 'toggled'; readonly rule: string }
  | { readonly type: 'runs-loaded'; readonly request: number; readonly result: AdminResult<Page<SeenRun>> }
  | { readonly type: 'next-runs' }
  | { readonly type: 'previous-runs' }
  | { readonly type: 'others-asked' }
  | { readonly type: 'others-hidden' }
  | VerdictsEvent;

export type OnPageEffect =
  | { readonly type: 'load-outlook' }
  | { readonly type: 'load-runs'; readonly request: number; readonly cursor?: string }
  | LoadVerdicts;

type Step = Transition<OnPageState, OnPageEffect>;

/** The view as it opens: both lists are asked for. */
export function firstOnPage(): Step {
  const runs = look({
    outlook: LOADING,
    opened: [],
    runs: LOADING,
    trail: [],
    request: 0,
    verdicts: undefined,
  });
  return next(runs.state, { type: 'load-outlook' }, ...runs.effects);
}

/** What follows from one event. */
export function reduceOnPage(state: OnPageState, event: OnPageEvent): Step {
  switch (event.type) {
    case 'refresh-asked': {
      const { state: first, effects } = firstOnPage();
      return next(
        { ...first, request: state.request + 1 },
        ...effects.map((effect) => renumber(effect, state)),
      );
    }
    case 'outlook-loaded':
      return next({ ...state, outlook: toLoadable(event.result) });
    case 'toggled': {
      const others = state.opened.filter((rule) => rule !== event.rule);
      return next({
        ...state,
        opened: others.length === state.opened.length ? [...others, event.rule] : others,
      });
    }
    case 'runs-loaded':
      return event.request === state.request
        ? next({ ...state, runs: toLoadable(event.result) })
        : next(state);
    case 'next-runs': {
      const cursor = state.runs.status === 'ready' ? state.runs.data.cursor : undefined;
      return cursor === undefined ? next(state) : look({ ...state, trail: [...state.trail, cursor] });
    }
    case 'previous-runs':
      return state.trail.length === 0 ? next(state) : look({ ...state, trail: state.trail.slice(0, -1) });
    case 'others-hidden':
      return next({ ...state, verdicts: undefined });
    case 'others-asked':
      return inVerdicts({ ...state, verdicts: NO_VERDICTS }, { type: 'verdicts-asked' });
    default:
      return inVerdicts(state, event);
  }
}

function inVerdicts(state: OnPageState, event: VerdictsEvent): Step {
  if (state.verdicts === undefined) return next(state);
  const step = reduceVerdicts(state.verdicts, event);
  return { state: { ...state, verdicts: step.state }, effects: step.effects };
}

function look(state: OnPageState): Step {
  const request = state.request + 1;
  const cursor = state.trail.at(-1);
  return next(
    { ...state, request },
    { type: 'load-runs', request, ...(cursor === undefined ? {} : { cursor }) },
  );
}

/** An answer to the question before must not be taken for one to this. */
function renumber(effect: OnPageEffect, before: OnPageState): OnPageEffect {
  return effect.type === 'load-runs' ? { ...effect, request: before.request + 1 } : effect;
}
