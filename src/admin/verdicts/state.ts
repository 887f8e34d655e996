// A list of verdicts, a page at a time, of which some show their clauses. Pure; a view holds one and asks for its pages.

import type { AdminResult } from '../../core/admin/api/result';
import type { ExplainedVerdicts } from '../../core/admin/explain-verdicts';
import { LOADING, toLoadable } from '../shared/loadable';
import type { Loadable } from '../shared/loadable';
import { next } from '../machine/transition';
import type { Transition } from '../machine/transition';

export interface VerdictsState {
  readonly list: Loadable<ExplainedVerdicts>;
  readonly trail: readonly string[];
  /** Ids of the rules whose clauses are shown. */
  readonly opened: readonly string[];
  readonly request: number;
}

export type VerdictsEvent =
  | { readonly type: 'verdicts-asked' }
  | { readonly type: 'verdicts-next' }
  | { readonly type: 'verdicts-previous' }
  | { readonly type: 'verdict-toggled'; readonly rule: string }
  | {
      readonly type: 'verdicts-loaded';
      readonly request: number;
      readonly result: AdminResult<ExplainedVerdicts>;
    };

export interface LoadVerdicts {
  readonly type: 'load-verdicts';
  readonly request: number;
  readonly cursor?: string;
}

/** Verdicts that have not been asked for. */
export const NO_VERDICTS: VerdictsState = { list: LOADING, trail: [], opened: [], request: 0 };

/** What follows from one event. */
export function reduceVerdicts(
  state: VerdictsState,
  event: VerdictsEvent,
): Transition<VerdictsState, LoadVerdicts> {
  switch (event.type) {
    case 'verdicts-asked':
      return look({ ...state, list: LOADING, trail: [], opened: [] });
    case 'verdicts-next': {
      const cursor = state.list.status === 'ready' ? state.list.data.cursor : undefined;
      return cursor === undefined ? next(state) : look({ ...state, trail: [...state.trail, cursor] });
    }
    case 'verdicts-previous':
      return state.trail.length === 0 ? next(state) : look({ ...state, trail: state.trail.slice(0, -1) });
    case 'verdict-toggled': {
      const others = state.opened.filter((rule) => rule !== event.rule);
      return next({
        ...state,
        opened: others.length === state.opened.length ? [...others, event.rule] : others,
      });
    }
    case 'verdicts-loaded':
      return event.request === state.request
        ? next({ ...state, list: toLoadable(event.result) })
        : next(state);
  }
}

function look(state: VerdictsState): Transition<VerdictsState, LoadVerdicts> {
  const request = state.request + 1;
  const cursor = state.trail.at(-1);
  return next(
    { ...state, request },
    { type: 'load-verdicts', request, ...(cursor === undefined ? {} : { cursor }) },
  );
}
