// The packs: the list, one of them opened, what somebody makes of it, and adding it. Pure; effects are data.

import type { PackDetails, PackSummary } from '../../core/admin/api/packs-api';
import type { AdminError, AdminResult } from '../../core/admin/api/result';
import { LOADING, toLoadable } from '../shared/loadable';
import type { Loadable } from '../shared/loadable';
import { next } from '../machine/transition';
import type { CommonEffect, Transition } from '../machine/transition';
import { words } from '../wording';

export interface PacksState {
  readonly list: Loadable<readonly PackSummary[]>;
  readonly open: OpenPack | undefined;
  /** How many rules the last pack brought. */
  readonly added: { readonly name: string; readonly count: number } | undefined;
}

export interface OpenPack {
  readonly id: string;
  readonly details: Loadable<PackDetails>;
  /** What was typed, by the key of what it adapts. */
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly spaces: readonly string[];
  readonly asJson: boolean;
  readonly adding: boolean;
  readonly error: AdminError | undefined;
}

export type PacksEvent =
  | { readonly type: 'shown' }
  | { readonly type: 'loaded'; readonly result: AdminResult<{ packs: readonly PackSummary[] }> }
  | { readonly type: 'opened'; readonly id: string }
  | { readonly type: 'details-loaded'; readonly id: string; readonly result: AdminResult<PackDetails> }
  | { readonly type: 'closed' }
  | { readonly type: 'adapted'; readonly key: string; readonly value: string | readonly string[] }
  | { readonly type: 'spaces-typed'; readonly spaces: readonly string[] }
  | { readonly type: 'json-shown'; readonly on: boolean }
  | { readonly type: 'add-asked' }
  | { readonly type: 'pack-added'; readonly result: AdminResult<{ added: readonly string[] }> };

export type PacksEffect =
  | { readonly type: 'load-packs' }
  | { readonly type: 'load-pack'; readonly id: string }
  | {
      readonly type: 'add-pack';
      readonly id: string;
      readonly values: OpenPack['values'];
      readonly spaces: readonly string[];
    }
  | CommonEffect<PacksEvent>;

type Step = Transition<PacksState, PacksEffect>;

/** The packs before they have been looked at. */
export function firstPacks(): PacksState {
  return { list: LOADING, open: undefined, added: undefined };
}

/** What follows from one event. */
export function reducePacks(state: PacksState, event: PacksEvent): Step {
  switch (event.type) {
    case 'shown':
      return next({ ...state, open: undefined, added: undefined }, { type: 'load-packs' });
    case 'loaded': {
      const { result } = event;
      return next({
        ...state,
        list: toLoadable(result.ok ? { ok: true, data: result.data.packs } : result),
      });
    }
    case 'opened': {
      const { id } = event;
      const open = {
        id,
        details: LOADING,
        values: {},
        spaces: [],
        asJson: false,
        adding: false,
        error: undefined,
      };
      return next({ ...state, open, added: undefined }, { type: 'load-pack', id });
    }
    case 'details-loaded':
      return inOpen(state, (open) =>
        open.id === event.id ? { ...open, details: toLoadable(event.result) } : open,
      );
    case 'closed':
      return next({ ...state, open: undefined });
    case 'adapted':
      return inOpen(state, (open) => ({ ...open, values: { ...open.values, [event.key]: event.value } }));
    case 'spaces-typed':
      return inOpen(state, (open) => ({ ...open, spaces: event.spaces }));
    case 'json-shown':
      return inOpen(state, (open) => ({ ...open, asJson: event.on }));
    case 'add-asked': {
      const { open } = state;
      if (open === undefined || open.adding) return next(state);
      const { id, values, spaces } = open;
      return next(
        { ...state, open: { ...open, adding: true, error: undefined } },
        { type: 'add-pack', id, values, spaces },
      );
    }
    case 'pack-added':
      return added(state, event.result);
  }
}

function added(state: PacksState, result: AdminResult<{ added: readonly string[] }>): Step {
  const { open } = state;
  if (open === undefined) return next(state);
  if (!result.ok) return next({ ...state, open: { ...open, adding: false, error: result.error } });
  const name = open.details.status === 'ready' ? open.details.data.name : open.id;
  const count = result.data.added.length;
  return next(
    { ...state, open: undefined, added: { name, count } },
    { type: 'load-packs' },
    { type: 'flag', tone: 'success', title: words.packs.added(name, count) },
  );
}

function inOpen(state: PacksState, change: (open: OpenPack) => OpenPack): Step {
  return next(state.open === undefined ? state : { ...state, open: change(state.open) });
}
