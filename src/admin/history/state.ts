// The versions of one rule: the list, a comparison with the rule as it is now, and restoring. Pure; effects are data.
//
// Comparing goes asked → there, in a dialog; restoring starts from it and is confirmed there. It takes the place of the
// tabs until it is closed.

import type { RuleHistory, VersionComparison } from '../../core/admin/api/history-api';
import type { AdminError, AdminResult } from '../../core/admin/api/result';
import type { StoredRule } from '../../core/rules/rule';
import { LOADING, toLoadable } from '../shared/loadable';
import type { Loadable } from '../shared/loadable';
import { next } from '../machine/transition';
import type { CommonEffect, Transition } from '../machine/transition';
import { words } from '../wording';

export interface HistoryState {
  readonly rule: string;
  readonly list: Loadable<RuleHistory>;
  /** Cursors of the pages after the first, up to the one shown. */
  readonly trail: readonly string[];
  readonly request: number;
  readonly comparing:
    | {
        readonly version: number;
        readonly comparison: Loadable<VersionComparison>;
        readonly restoring: boolean;
        readonly error: AdminError | undefined;
      }
    | undefined;
  /** Set when it is to be left; whether a version was restored. */
  readonly closed: { readonly restored: boolean } | undefined;
  readonly restored: boolean;
}

export type HistoryEvent =
  | { readonly type: 'refresh-asked' }
  | { readonly type: 'loaded'; readonly request: number; readonly result: AdminResult<RuleHistory> }
  | { readonly type: 'next-page' }
  | { readonly type: 'previous-page' }
  | { readonly type: 'compare-asked'; readonly version: number }
  | {
      readonly type: 'compared';
      readonly version: number;
      readonly result: AdminResult<VersionComparison>;
    }
  | { readonly type: 'compare-closed' }
  | { readonly type: 'restore-asked' }
  | { readonly type: 'restored'; readonly result: AdminResult<StoredRule> }
  | { readonly type: 'close-asked' };

export type HistoryEffect =
  | {
      readonly type: 'load-history';
      readonly request: number;
      readonly rule: string;
      readonly cursor?: string;
    }
  | { readonly type: 'compare-version'; readonly rule: string; readonly version: number }
  | {
      readonly type: 'restore-version';
      readonly rule: string;
      readonly version: number;
      readonly expectedVersion: number;
    }
  | CommonEffect<HistoryEvent>;

type Step = Transition<HistoryState, HistoryEffect>;

/** The history of a rule, asking for its first page. */
export function firstHistory(rule: string): Step {
  return load({
    rule,
    list: LOADING,
    trail: [],
    request: 0,
    comparing: undefined,
    closed: undefined,
    restored: false,
  });
}

/** What follows from one event. */
export function reduceHistory(state: HistoryState, event: HistoryEvent): Step {
  switch (event.type) {
    case 'refresh-asked':
      return load(state);
    case 'loaded':
      return event.request === state.request
        ? next({ ...state, list: toLoadable(event.result) })
        : next(state);
    case 'next-page': {
      const cursor = state.list.status === 'ready' ? state.list.data.cursor : undefined;
      return cursor === undefined ? next(state) : load({ ...state, trail: [...state.trail, cursor] });
    }
    case 'previous-page':
      return state.trail.length === 0 ? next(state) : load({ ...state, trail: state.trail.slice(0, -1) });
    case 'compare-asked': {
      const { version } = event;
      const comparing = { version, comparison: LOADING, restoring: false, error: undefined };
      return next({ ...state, comparing }, { type: 'compare-version', rule: state.rule, version });
    }
    case 'compared':
      return state.comparing?.version === event.version
        ? next({ ...state, comparing: { ...state.comparing, comparison: toLoadable(event.result) } })
        : next(state);
    case 'compare-closed':
      return next({ ...state, comparing: undefined });
    case 'restore-asked':
      return restore(state);
    case 'restored':
      return restored(state, event.result);
    case 'close-asked':
      return next({ ...state, closed: { restored: state.restored } });
  }
}

function load(state: HistoryState): Step {
  const request = state.request + 1;
  const cursor = state.trail.at(-1);
  const { rule } = state;
  return next(
    { ...state, request },
    { type: 'load-history', request, rule, ...(cursor === undefined ? {} : { cursor }) },
  );
}

function restore(state: HistoryState): Step {
  const { comparing, rule } = state;
  if (comparing === undefined || comparing.restoring || comparing.comparison.status !== 'ready')
    return next(state);
  const expectedVersion = comparing.comparison.data.present?.version ?? 0;
  return next(
    { ...state, comparing: { ...comparing, restoring: true, error: undefined } },
    { type: 'restore-version', rule, version: comparing.version, expectedVersion },
  );
}

function restored(state: HistoryState, result: AdminResult<StoredRule>): Step {
  const { comparing } = state;
  if (comparing === undefined) return next(state);
  if (!result.ok)
    return next({ ...state, comparing: { ...comparing, restoring: false, error: result.error } });
  const after = load({ ...state, comparing: undefined, restored: true, trail: [] });
  return next(after.state, ...after.effects, {
    type: 'flag',
    tone: 'success',
    title: words.history.restored(comparing.version),
  });
}
