// The health of the installation: sizes, and what a check of the rules has found so far. Pure; effects are data.
//
// Sizes come at once. A check is asked for, goes through the rules some at a time, and shows what it finds on the way.

import type { HealthFinding, HealthSizes } from '../../core/admin/api/settings-api';
import type { AdminError, AdminResult, Page } from '../../core/admin/api/result';
import { LOADING, toLoadable } from '../shared/loadable';
import type { Loadable } from '../shared/loadable';
import { next } from '../machine/transition';
import type { Transition } from '../machine/transition';

export interface HealthState {
  readonly sizes: Loadable<HealthSizes>;
  readonly check:
    | {
        readonly findings: readonly HealthFinding[];
        readonly checked: number;
        readonly of: number;
        readonly running: boolean;
        readonly error: AdminError | undefined;
      }
    | undefined;
}

export type HealthEvent =
  | { readonly type: 'shown' }
  | { readonly type: 'sizes-loaded'; readonly result: AdminResult<HealthSizes> }
  | { readonly type: 'check-asked' }
  | {
      readonly type: 'checked';
      readonly result: AdminResult<Page<HealthFinding> & { checked: number; of: number }>;
    };

export type HealthEffect =
  { readonly type: 'load-sizes' } | { readonly type: 'check-rules'; readonly cursor?: string };

type Step = Transition<HealthState, HealthEffect>;

/** Before anybody has looked. */
export function firstHealth(): HealthState {
  return { sizes: LOADING, check: undefined };
}

/** What follows from one event. */
export function reduceHealth(state: HealthState, event: HealthEvent): Step {
  switch (event.type) {
    case 'shown':
      return next({ ...state, sizes: LOADING }, { type: 'load-sizes' });
    case 'sizes-loaded':
      return next({ ...state, sizes: toLoadable(event.result) });
    case 'check-asked':
      return state.check?.running === true
        ? next(state)
        : next(
            { ...state, check: { findings: [], checked: 0, of: 0, running: true, error: undefined } },
            { type: 'check-rules' },
          );
    case 'checked':
      return checked(state, event.result);
  }
}

function checked(
  state: HealthState,
  result: AdminResult<Page<HealthFinding> & { checked: number; of: number }>,
): Step {
  if (state.check === undefined) return next(state);
  if (!result.ok) return next({ ...state, check: { ...state.check, running: false, error: result.error } });
  const { items, cursor, checked: count, of } = result.data;
  const check = {
    ...state.check,
    findings: [...state.check.findings, ...items],
    checked: count,
    of,
    running: cursor !== undefined,
  };
  return cursor === undefined
    ? next({ ...state, check })
    : next({ ...state, check }, { type: 'check-rules', cursor });
}
