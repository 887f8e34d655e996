// The list of rules: what it shows and what follows from each event. Pure; effects are data.
//
// A search, a filter or a page turn asks for rows under a new request number; answers to earlier requests are dropped.
// The rows are there at once; what their rules did lately is asked for after them. A toggle marks its rule busy until
// the app has answered. What asks first goes through a dialog: opened → confirmed → changed.

import { assertNever } from '../../core/assert-never';
import type { RuleFilter, RuleList, RulesChange, RuleStatistics } from '../../core/admin/api/rules-api';
import type { AdminResult } from '../../core/admin/api/result';
import type { RuleState, StoredRule } from '../../core/rules/rule';
import { LOADING, toLoadable } from '../shared/loadable';
import type { Loadable } from '../shared/loadable';
import { next } from '../machine/transition';
import { SEARCH_REST_MS } from '../shared/search-rest';
import type { CommonEffect, Transition } from '../machine/transition';
import { words } from '../wording';
import { changeOf, openDialog } from './dialog';
import type { Dialog, DialogFields, Target } from './dialog';

export interface RulesState {
  readonly search: string;
  readonly filter: Omit<RuleFilter, 'search'>;
  /** Cursors of the pages after the first, up to the one shown. */
  readonly trail: readonly string[];
  readonly list: Loadable<RuleList>;
  /** By rule; of those shown and not loaded yet there is nothing. */
  readonly statistics: Readonly<Record<string, RuleStatistics>>;
  /** True while other rows than those shown are on their way. */
  readonly refreshing: boolean;
  readonly request: number;
  /** Rules that are being changed. */
  readonly busy: readonly string[];
  /** True while rules are being ticked. */
  readonly choosing: boolean;
  /** Ids of the rules that are ticked, on this page. */
  readonly selected: readonly string[];
  readonly dialog: Dialog | undefined;
}

export type ChangedRules = AdminResult<{
  changed: readonly string[];
  failed: readonly { readonly id: string; readonly message: string }[];
}>;

export type RulesEvent =
  | { readonly type: 'refresh-asked' }
  | { readonly type: 'searched'; readonly text: string }
  | { readonly type: 'search-rested' }
  | { readonly type: 'filtered'; readonly filter: RulesState['filter'] }
  | { readonly type: 'next-page' }
  | { readonly type: 'previous-page' }
  | { readonly type: 'loaded'; readonly request: number; readonly result: AdminResult<RuleList> }
  | {
      readonly type: 'statistics-loaded';
      readonly result: AdminResult<{ statistics: RulesState['statistics'] }>;
    }
  | { readonly type: 'toggled'; readonly id: string; readonly on: boolean }
  | { readonly type: 'state-set'; readonly id: string; readonly result: AdminResult<StoredRule> }
  | { readonly type: 'choosing-set'; readonly on: boolean }
  | { readonly type: 'ticked'; readonly ids: readonly string[]; readonly on: boolean }
  | {
      readonly type: 'dialog-opened';
      readonly kind: Dialog['kind'];
      readonly rules: readonly Target[];
      readonly fields?: DialogFields;
    }
  | { readonly type: 'dialog-typed'; readonly fields: DialogFields }
  | { readonly type: 'dialog-closed' }
  | { readonly type: 'dialog-confirmed' }
  | { readonly type: 'change-asked'; readonly ids: readonly string[]; readonly change: RulesChange }
  | { readonly type: 'move-asked'; readonly id: string; readonly direction: 'earlier' | 'later' }
  | { readonly type: 'duplicate-asked'; readonly id: string }
  | { readonly type: 'changed'; readonly change: RulesChange['type']; readonly result: ChangedRules }
  | { readonly type: 'one-changed'; readonly title: string; readonly result: AdminResult<StoredRule> };

export type RulesEffect =
  | {
      readonly type: 'load-rules';
      readonly request: number;
      readonly filter: RuleFilter;
      readonly cursor?: string;
    }
  | { readonly type: 'load-statistics'; readonly ids: readonly string[] }
  | { readonly type: 'set-state'; readonly id: string; readonly state: RuleState }
  | { readonly type: 'change-rules'; readonly ids: readonly string[]; readonly change: RulesChange }
  | { readonly type: 'move-rule'; readonly id: string; readonly direction: 'earlier' | 'later' }
  | { readonly type: 'duplicate-rule'; readonly id: string }
  | CommonEffect<RulesEvent>;

type Step = Transition<RulesState, RulesEffect>;

/** The list before anything has arrived, asking for its first page. */
export function firstRules(): Step {
  return load({
    search: '',
    filter: {},
    trail: [],
    list: LOADING,
    statistics: {},
    refreshing: false,
    request: 0,
    busy: [],
    choosing: false,
    selected: [],
    dialog: undefined,
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
    case 'filtered':
      return load({ ...state, filter: event.filter, trail: [] });
    case 'next-page': {
      const cursor = state.list.status === 'ready' ? state.list.data.cursor : undefined;
      return cursor === undefined ? next(state) : load({ ...state, trail: [...state.trail, cursor] });
    }
    case 'previous-page':
      return state.trail.length === 0 ? next(state) : load({ ...state, trail: state.trail.slice(0, -1) });
    case 'loaded':
      return event.request === state.request ? loaded(state, event.result) : next(state);
    case 'statistics-loaded':
      return event.result.ok
        ? next({ ...state, statistics: { ...state.statistics, ...event.result.data.statistics } })
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
    case 'choosing-set':
      return next({ ...state, choosing: event.on, selected: [] });
    case 'ticked': {
      const others = state.selected.filter((id) => !event.ids.includes(id));
      return next({ ...state, selected: event.on ? [...others, ...event.ids] : others });
    }
    case 'dialog-opened':
      return next({ ...state, dialog: openDialog(event.kind, event.rules, event.fields) });
    case 'dialog-typed':
      return next(
        state.dialog === undefined ? state : { ...state, dialog: { ...state.dialog, ...event.fields } },
      );
    case 'dialog-closed':
      return next({ ...state, dialog: undefined });
    case 'dialog-confirmed':
      return confirm(state);
    case 'change-asked':
      return change({ ...state, dialog: undefined }, event.ids, event.change);
    case 'move-asked':
      return next(
        { ...state, busy: [...state.busy, event.id] },
        { type: 'move-rule', id: event.id, direction: event.direction },
      );
    case 'duplicate-asked':
      return next({ ...state, dialog: undefined }, { type: 'duplicate-rule', id: event.id });
    case 'changed':
      return changed(state, event.change, event.result);
    case 'one-changed':
      return oneChanged(state, event.title, event.result);
    default:
      return assertNever(event);
  }
}

/** Whether anything narrows the list. */
export function isFiltered({ search, filter }: RulesState): boolean {
  return search.trim() !== '' || Object.keys(filter).length > 0;
}

/** Asks for the page that `state` points at. */
function load(state: RulesState): Step {
  const request = state.request + 1;
  const cursor = state.trail.at(-1);
  const list = state.list.status === 'ready' ? state.list : LOADING;
  const search = state.search.trim();
  const filter = { ...state.filter, ...(search === '' ? {} : { search }) };
  return next(
    { ...state, request, list, refreshing: list.status === 'ready', selected: [] },
    { type: 'load-rules', request, filter, ...(cursor === undefined ? {} : { cursor }) },
  );
}

function loaded(state: RulesState, result: AdminResult<RuleList>): Step {
  const after = { ...state, list: toLoadable(result), refreshing: false, busy: [] };
  const ids = result.ok ? result.data.items.map(({ id }) => id) : [];
  return ids.length === 0 ? next(after) : next(after, { type: 'load-statistics', ids });
}

function stateSet(state: RulesState, id: string, result: AdminResult<StoredRule>): Step {
  const busy = state.busy.filter((other) => other !== id);
  if (!result.ok) {
    return next(
      { ...state, busy },
      { type: 'flag', tone: 'error', title: words.rules.stateFailed, description: result.error.message },
    );
  }
  if (state.list.status !== 'ready') return next({ ...state, busy });
  const { rule, version, updatedAt, updatedBy } = result.data;
  const items = state.list.data.items.map((item) => {
    if (item.id !== id) return item;
    const { offReason: _reason, offUntil: _until, ...rest } = item;
    return { ...rest, state: rule.state, version, updatedAt, updatedBy };
  });
  return next({ ...state, busy, list: { ...state.list, data: { ...state.list.data, items } } });
}

function confirm(state: RulesState): Step {
  const { dialog } = state;
  const asked = dialog === undefined ? undefined : changeOf(dialog);
  if (dialog === undefined || dialog.busy || asked === undefined) return next(state);
  const ids = dialog.rules.map(({ id }) => id);
  return change({ ...state, dialog: { ...dialog, busy: true, error: undefined } }, ids, asked);
}

function change(state: RulesState, ids: readonly string[], asked: RulesChange): Step {
  return next({ ...state, busy: [...state.busy, ...ids] }, { type: 'change-rules', ids, change: asked });
}

/** The dialog stays open when nothing at all could be changed. */
function changed(state: RulesState, kind: RulesChange['type'], result: ChangedRules): Step {
  const failed = result.ok ? result.data.failed : [];
  const done = result.ok ? result.data.changed.length : 0;
  const error = result.ok
    ? { code: 'conflict' as const, message: failed.map(({ message }) => message).join(' ') }
    : result.error;
  if (done === 0 && state.dialog !== undefined)
    return next({ ...state, busy: [], dialog: { ...state.dialog, busy: false, error } });
  // What was chosen is gone, and with it the reason to choose.
  const choosing = state.choosing && kind !== 'delete';
  const after = load({ ...state, dialog: undefined, choosing });
  const title = done === 0 ? words.rules.changeFailed : words.rules.changed[kind](done);
  return next(after.state, ...after.effects, {
    type: 'flag',
    tone: result.ok && failed.length === 0 ? 'success' : 'error',
    title,
    ...(result.ok && failed.length === 0 ? {} : { description: error.message }),
  });
}

function oneChanged(state: RulesState, title: string, result: AdminResult<StoredRule>): Step {
  if (!result.ok) {
    return next(
      { ...state, busy: [] },
      { type: 'flag', tone: 'error', title: words.rules.changeFailed, description: result.error.message },
    );
  }
  const after = load(state);
  return next(after.state, ...after.effects, { type: 'flag', tone: 'success', title });
}
