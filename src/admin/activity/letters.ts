// Failed runs that something is to be done with: chosen ones, or all that the list's filters fit. Asks first; all of
// them are seen to some a call, until there are no more or somebody stops it. Pure; effects are data.

import type { RunDeed } from '../../core/admin/api/activity-api';
import type { AdminResult } from '../../core/admin/api/result';
import type { Repeated } from '../../core/runs/replay-runs';
import { words } from '../wording';
import type { CommonEffect } from '../machine/transition';

export interface LettersState {
  readonly chosen: readonly string[];
  /** What is asked about before it is done: to the chosen ones, or to every one. */
  readonly asking: { readonly deed: RunDeed; readonly every: boolean } | undefined;
  /** While it is done: how many are, how many were left as they are, and why the first of these was. */
  readonly working:
    | { readonly done: number; readonly left: number; readonly reason?: string; readonly stopping?: true }
    | undefined;
}

export type LettersEvent =
  | { readonly type: 'runs-chosen'; readonly ids: readonly string[] }
  | {
      readonly type: 'deed-asked';
      readonly deed: RunDeed;
      readonly ids?: readonly string[];
      readonly every?: boolean;
    }
  | { readonly type: 'deed-cancelled' }
  | { readonly type: 'deed-confirmed' }
  | { readonly type: 'deed-done'; readonly result: AdminResult<Repeated> };

/** Does the deed to these, or to the next of all. */
export interface DoDeed {
  readonly type: 'do-deed';
  readonly deed: RunDeed;
  readonly which: { readonly ids: readonly string[] } | { readonly cursor?: string };
}

interface LettersStep {
  readonly state: LettersState;
  readonly effects: readonly (DoDeed | Extract<CommonEffect<never>, { readonly type: 'flag' }>)[];
  /** Whether something was done and the list is to be read again. */
  readonly over: boolean;
}

export const NO_LETTERS: LettersState = { chosen: [], asking: undefined, working: undefined };

/** What follows from one event. */
export function reduceLetters(state: LettersState, event: LettersEvent): LettersStep {
  switch (event.type) {
    case 'runs-chosen':
      return stay({ ...state, chosen: event.ids });
    case 'deed-asked': {
      const { deed, every = false, ids = state.chosen } = event;
      return stay({ ...state, chosen: ids, asking: { deed, every } });
    }
    case 'deed-cancelled':
      return state.working === undefined
        ? stay({ ...state, asking: undefined })
        : stay({ ...state, working: { ...state.working, stopping: true } });
    case 'deed-confirmed': {
      const { asking, chosen, working } = state;
      if (asking === undefined || working !== undefined) return stay(state);
      if (!asking.every && chosen.length === 0) return stay(state);
      const which: DoDeed['which'] = asking.every ? {} : { ids: chosen };
      return stay({ ...state, working: { done: 0, left: 0 } }, { type: 'do-deed', deed: asking.deed, which });
    }
    case 'deed-done':
      return deedDone(state, event.result);
  }
}

/** What became of them is said in a flag once all are seen to. */
function deedDone(state: LettersState, result: AdminResult<Repeated>): LettersStep {
  const { asking, working = { done: 0, left: 0 } } = state;
  if (asking === undefined) return stay(state);
  const { replay } = words.activity;
  if (!result.ok) {
    const flag = { type: 'flag', tone: 'error', title: replay.failed } as const;
    return {
      state: { ...state, asking: undefined, working: undefined },
      effects: [{ ...flag, description: result.error.message }],
      over: working.done > 0,
    };
  }
  const { done, refused, cursor } = result.data;
  const reason = working.reason ?? refused[0]?.reason;
  const sums = {
    done: working.done + done.length,
    left: working.left + refused.length,
    ...(reason === undefined ? {} : { reason }),
  };
  if (asking.every && cursor !== undefined && working.stopping !== true) {
    return stay({ ...state, working: sums }, { type: 'do-deed', deed: asking.deed, which: { cursor } });
  }
  return {
    state: NO_LETTERS,
    effects: [
      {
        type: 'flag',
        tone: sums.done === 0 ? 'error' : 'success',
        title: replay.done[asking.deed](sums.done),
        ...(reason === undefined ? {} : { description: replay.left(sums.left, reason) }),
      },
    ],
    over: true,
  };
}

function stay(state: LettersState, ...effects: readonly DoDeed[]): LettersStep {
  return { state, effects, over: false };
}
