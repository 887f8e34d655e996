// What is set for the whole installation: what the view shows and what follows from each event. Pure.

import type { PersonCheck } from '../../core/admin/api/settings-api';
import type { AdminError, AdminResult } from '../../core/admin/api/result';
import type { Settings } from '../../core/admin/settings';
import { firstConnections, reduceConnections } from '../connections/state';
import type { ConnectionsEffect, ConnectionsEvent, ConnectionsState } from '../connections/state';
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
  /** Whether the app can act as the people of the draft, once somebody has asked. */
  readonly people: Loadable<readonly PersonCheck[]> | undefined;
  /** Below the form, and kept apart from it. */
  readonly connections: ConnectionsState;
}

export type SettingsEvent =
  | { readonly type: 'connections'; readonly event: ConnectionsEvent }
  | { readonly type: 'shown' }
  | { readonly type: 'loaded'; readonly result: AdminResult<Settings> }
  | { readonly type: 'changed'; readonly patch: Partial<Settings> }
  | { readonly type: 'save-asked' }
  | { readonly type: 'saved'; readonly result: AdminResult<Settings> }
  | { readonly type: 'people-asked' }
  | {
      readonly type: 'people-checked';
      readonly result: AdminResult<{ people: readonly PersonCheck[] }>;
    };

export type SettingsEffect =
  | { readonly type: 'connections'; readonly effect: ConnectionsEffect }
  | { readonly type: 'load-settings' }
  | { readonly type: 'save-settings'; readonly settings: Settings }
  | { readonly type: 'check-people'; readonly accountIds: readonly string[] }
  | CommonEffect<SettingsEvent>;

type Step = Transition<SettingsState, SettingsEffect>;

/** The settings before they have been looked at. */
export function firstSettings(): SettingsState {
  return {
    stored: LOADING,
    draft: undefined,
    saving: false,
    error: undefined,
    people: undefined,
    connections: firstConnections(),
  };
}

/** True when there is something to save. */
export function hasChanges(state: SettingsState): boolean {
  return state.stored.status === 'ready' && !sameJson(state.stored.data, state.draft);
}

/** What follows from one event. */
export function reduceSettings(state: SettingsState, event: SettingsEvent): Step {
  switch (event.type) {
    case 'shown': {
      const shown = inConnections(firstSettings(), event);
      return next(shown.state, { type: 'load-settings' }, ...shown.effects);
    }
    case 'connections':
      return inConnections(state, event.event);
    case 'loaded':
      return next({
        ...state,
        stored: toLoadable(event.result),
        draft: event.result.ok ? event.result.data : undefined,
      });
    case 'changed': {
      if (state.draft === undefined) return next(state);
      const people = event.patch.impersonation === undefined ? state.people : undefined;
      return next({ ...state, people, draft: { ...state.draft, ...event.patch } });
    }
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
    case 'people-asked':
      return state.draft === undefined || state.draft.impersonation.length === 0
        ? next(state)
        : next(
            { ...state, people: LOADING },
            { type: 'check-people', accountIds: state.draft.impersonation },
          );
    case 'people-checked': {
      const { result } = event;
      return next({
        ...state,
        people: toLoadable(result.ok ? { ok: true, data: result.data.people } : result),
      });
    }
  }
}

function inConnections(state: SettingsState, event: ConnectionsEvent): Step {
  const step = reduceConnections(state.connections, event);
  return {
    state: { ...state, connections: step.state },
    effects: step.effects.map((effect) => ({ type: 'connections', effect })),
  };
}
