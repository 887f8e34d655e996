// Whether a step whose attempt was never answered may be done again at once, and what is said when it is given up. Pure.

import { ACTIONS, isActionKind } from '../actions/index';
import type { Step } from './run';

type Kind = Pick<Step, 'action'>;

/**
 * True for what is the same when it is done twice, and for what tells its receiver so by a key. False for what can
 * only be known by looking, once the bound is over (`LOOK_AFTER_MS`).
 */
export function isRepeatable(step: Kind): boolean {
  return onceOf(step) === 'idempotent' || onceOf(step) === 'keyed';
}

/** What an admin has to know when the last attempt of a step was never answered; undefined where it does not matter. */
export function doubtAbout(step: Kind): string | undefined {
  const once = onceOf(step);
  return once === undefined ? undefined : DOUBTS[once];
}

const DOUBTS = {
  idempotent: undefined,
  guarded:
    'It may have been done all the same, because an attempt was never answered; a replay looks before it does it again.',
  keyed: 'It may have arrived all the same, because an attempt was never answered.',
} as const;

function onceOf({ action }: Kind) {
  return isActionKind(action) ? ACTIONS[action].once : undefined;
}
