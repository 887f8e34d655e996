// The list of rules: what it shows and what follows from each event. Pure; effects are data.
//
// A search or a page turn asks for rows under a new request number; answers to earlier requests are dropped.
// A toggle marks its rule busy until the app has answered. Deleting goes asked → confirmed → deleted.

import type { AdminError, AdminResult, Page } from '../../core/admin/api/result';
import type { RuleSummary } from '../../core/admin/api/rules-api';
import type { RuleState, StoredRule } from '../../core/rules/rule';
import { LOADING, toLoadable } from '../shared/loadable';
import type { Loadable } from '../shared/loadable';
import { next } from '../machine/transition';
import type { CommonEffect, Transition } from '../machine/transition';
import { words } from '../wording';

/** How long typing must rest before a search goes out. */
const SEARCH_REST_MS = 300;

export interface RulesState {
  readonly search: string;
  /** Cursors of the pages after the first, up to the one shown. */
  readonly trail: readonly string[];
  readonly list: Loadable<Page<RuleSummary>>;
  /** True while other rows than those shown are on their way. */
  readonly refreshing: boolean;
  readonly request: number;
  /** Rules whose state is being changed. */
  readonly busy: readonly string[];
  readonly deleting: Deleting | undefined;
}

interface Deleting {
  readonly id: string;
  readonly name: string;
  readonly busy: boolean;
  readonly error: AdminError | undefined;
}

export type RulesEvent =
  | { readonly type: 'refresh-asked' }
  | { readonly type: 'searched'; readonly text: string }
  | { readonly type: 'search-rested' }
  | { readonly type: 'next-page' }
  | { readonly type: 'previous-page' }
  | { readonly type: 'loaded'; readonly request: number; readonly result: AdminResult<Page<RuleSummary>> }
  | { readonly type: 'toggled'; readonly id: string; readonly on: boolean }
  | { readonly type: 'state-set'; readonly id: string; readonly result: AdminResult<StoredRule> }
  | { readonly type: 'delete-asked'; readonly id: string; readonly name: string }
  | { readonly type: 'delete-cancelled' }
  | { readonly type: 'delete-confirmed' }
  | { readonly type: 'deleted'; readonly result: AdminResult<{ id: string }> };

export type RulesEffect =
  | {
      readonly type: 'load-rules';
      readonly request: number;
      readonly search: string;
      readonly cursor?: string;
    }
  | { readonly type: 'set-state'; readonly id: string; readonly state: RuleState }
  | { readonly type: 'delete-rule'; readonly id: string }
  | CommonEffect<RulesEvent>;

type Step = Transition<RulesState, RulesEffect>;

/** The list before anything has arrived, asking for its first page. */
export function firstRules(): Step {
  return load({
    search: '',
    trail: [],
    list: LOADING,
    refreshing: false,
    request: 0,
    busy: [],
    deleting: undefined,
  });
}

/** What follows from one event. */
export function reduceRules(state: RulesState, event: RulesEvent): Step {
  switch (event.type) {
    case 'refresh-asked':
      return load(state);
    case 'searched':
      return next(
        { ...state, search: event.text },
        { type: 'later', key: 'search', ms: SEARCH_REST_MS, event: { type: 'search-rested' } },
      );
    case 'search-rested':
      return load({ ...state, trail: [] });
    case 'next-page': {
      const cursor = state.list.status === 'ready' ? state.list.data.cursor : undefined;
      return cursor === undefined ? next(state) : load({ ...state, trail: [...state.trail, cursor] });
    }
    case 'previous-page':
      return state.trail.length === 0 ? next(state) : load({ ...state, trail: state.trail.slice(0, -1) });
    case 'loaded':
      return event.request === state.request
        ? next({ ...state, list: toLoadable(event.result), refreshing: false })
        : next(state);
    case 'toggled':
      return state.busy.includes(event.id)
        ? next(state)
        : next(
            { ...state, busy: [...state.busy, event.id] },
            { type: 'set-state', id: event.id, state: event.on ? 'live' : 'off' },
          );
    case 'state-set':
      return stateSet(state, event.id, event.result);
    case 'delete-asked':
      return next({ ...state, deleting: { id: event.id, name: event.name, busy: false, error: undefined } });
    case 'delete-cancelled':
      return next({ ...state, deleting: undefined });
    case 'delete-confirmed':
      return state.deleting === undefined || state.deleting.busy
        ? next(state)
        : next(
            { ...state, deleting: { ...state.deleting, busy: true, error: undefined } },
            { type: 'delete-rule', id: state.deleting.id },
          );
    case 'deleted':
      return deleted(state, event.result);
  }
}

/** Asks for the page that `state` points at. */
function load(state: RulesState): Step {
  const request = state.request + 1;
  const cursor = state.trail.at(-1);
  const list = state.list.status === 'ready' ? state.list : LOADING;
  return next(
    { ...state, request, list, refreshing: list.status === 'ready' },
    { type: 'load-rules', request, search: state.search.trim(), ...(cursor === undefined ? {} : { cursor }) },
  );
}

function stateSet(state: RulesState, id: string, result: AdminResult<StoredRule>): Step {
  const busy = state.busy.filter((other) => other !== id);
  if (!result.ok) {
    return next(
      { ...state, busy },
      { type: 'flag', tone: 'error', title: words.rules.stateFailed, description: result.error.message },
    );
  }
  const { rule, version, updatedAt, updatedBy } = result.data;
  const list =
    state.list.status === 'ready'
      ? {
          ...state.list,
          data: {
            ...state.list.data,
            items: state.list.data.items.map((item) =>
              item.id === id ? { ...item, state: rule.state, version, updatedAt, updatedBy } : item,
            ),
          },
        }
      : state.list;
  return next({ ...state, busy, list });
}

function deleted(state: RulesState, result: AdminResult<{ id: string }>): Step {
  if (state.deleting === undefined) return next(state);
  if (!result.ok)
    return next({ ...state, deleting: { ...state.deleting, busy: false, error: result.error } });
  const after = load({ ...state, deleting: undefined });
  return next(after.state, ...after.effects, {
    type: 'flag',
    tone: 'success',
    title: words.rules.deleted(state.deleting.name),
  });
}
