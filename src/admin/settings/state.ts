// What is set for the whole installation: what the view shows and what follows from each event. Pure.

import type { AdminError, AdminResult } from '../../core/admin/api/result';
import type { Settings } from '../../core/admin/settings';
import { LOADING, toLoadable } from '../shared/loadable';
import { sameJson } from '../../core/same-json';
import type { Loadable } from '../shared/loadable';
import { next } from '../machine/transition';
import type { CommonEffect, Transition } from '../machine/transition';
import { words } from '../wording';

export interface SettingsState {
  /** As the app has them. */
  readonly stored: Loadable<Settings>;
  /** As the form has them; `undefined` before they have arrived. */
  readonly draft: Settings | undefined;
  readonly saving: boolean;
  readonly error: AdminError | undefined;
}

export type SettingsEvent =
  | { readonly type: 'shown' }
  | { readonly type: 'loaded'; readonly result: AdminResult<Settings> }
  | { readonly type: 'changed'; readonly patch: Partial<Settings> }
  | { readonly type: 'save-asked' }
  | { readonly type: 'saved'; readonly result: AdminResult<Settings> };

export type SettingsEffect =
  | { readonly type: 'load-settings' }
  | { readonly type: 'save-settings'; readonly settings: Settings }
  | CommonEffect<SettingsEvent>;

type Step = Transition<SettingsState, SettingsEffect>;

/** The settings before they have been looked at. */
export function firstSettings(): SettingsState {
  return { stored: LOADING, draft: undefined, saving: false, error: undefined };
}

/** True when there is something to save. */
export function hasChanges(state: SettingsState): boolean {
  return state.stored.status === 'ready' && !sameJson(state.stored.data, state.draft);
}

/** What follows from one event. */
export function reduceSettings(state: SettingsState, event: SettingsEvent): Step {
  switch (event.type) {
    case 'shown':
      return next({ ...firstSettings() }, { type: 'load-settings' });
    case 'loaded':
      return next({
        ...state,
        stored: toLoadable(event.result),
        draft: event.result.ok ? event.result.data : undefined,
      });
    case 'changed':
      return state.draft === undefined
        ? next(state)
        : next({ ...state, draft: { ...state.draft, ...event.patch } });
    case 'save-asked':
      return state.draft === undefined || state.saving
        ? next(state)
        : next(
            { ...state, saving: true, error: undefined },
            { type: 'save-settings', settings: state.draft },
          );
    case 'saved':
      return event.result.ok
        ? next(
            { ...state, saving: false, stored: toLoadable(event.result), draft: event.result.data },
            { type: 'flag', tone: 'success', title: words.settings.saved },
          )
        : next({ ...state, saving: false, error: event.result.error });
  }
}
