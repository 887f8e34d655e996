// The change log: a page of it, and what follows from each event. Pure; effects are data.

import type { ChangeRecord } from '../../core/history/change-record';
import type { AdminResult, Page } from '../../core/admin/api/result';
import { LOADING, toLoadable } from '../shared/loadable';
import type { Loadable } from '../shared/loadable';
import { next } from '../machine/transition';
import type { Transition } from '../machine/transition';

export interface ChangesState {
  readonly list: Loadable<Page<ChangeRecord>>;
  /** Cursors of the pages after the first, up to the one shown. */
  readonly trail: readonly string[];
  readonly request: number;
}

export type ChangesEvent =
  | { readonly type: 'shown' }
  | { readonly type: 'next-page' }
  | { readonly type: 'previous-page' }
  | { readonly type: 'loaded'; readonly request: number; readonly result: AdminResult<Page<ChangeRecord>> };

export interface ChangesEffect {
  readonly type: 'load-changes';
  readonly request: number;
  readonly cursor?: string;
}

type Step = Transition<ChangesState, ChangesEffect>;

/** The log before it has been looked at. */
export function firstChanges(): ChangesState {
  return { list: LOADING, trail: [], request: 0 };
}

/** What follows from one event. */
export function reduceChanges(state: ChangesState, event: ChangesEvent): Step {
  switch (event.type) {
    case 'shown':
      return load({ ...state, trail: [] });
    case 'next-page': {
      const cursor = state.list.status === 'ready' ? state.list.data.cursor : undefined;
      return cursor === undefined ? next(state) : load({ ...state, trail: [...state.trail, cursor] });
    }
    case 'previous-page':
      return state.trail.length === 0 ? next(state) : load({ ...state, trail: state.trail.slice(0, -1) });
    case 'loaded':
      return event.request === state.request
        ? next({ ...state, list: toLoadable(event.result) })
        : next(state);
  }
}

function load(state: ChangesState): Step {
  const request = state.request + 1;
  const cursor = state.trail.at(-1);
  return next(
    { ...state, request },
    { type: 'load-changes', request, ...(cursor === undefined ? {} : { cursor }) },
  );
}
