// What a run has spent of Confluence's hourly quota, by the table of costs that the kinds of action declare. It is an
// estimate: what a kind usually costs, for every attempt, whether or not its requests were refused.

import { ACTIONS, isActionKind } from '../actions/index';
import { attemptsSinceReplay } from './attempts-of';
import type { Run, Step } from './run';

/** Points of one attempt of the step. */
export function pointsOfAttempt({ action }: Pick<Step, 'action'>): number {
  return isActionKind(action) ? ACTIONS[action].points : 0;
}

/** Points that the run has spent; after a replay, since then. */
export function pointsOf({ steps, replays = 0 }: Run): number {
  return steps.reduce((sum, step) => {
    // What planning has settled, such as a search, was done once and never again.
    const planned = step.outcome === 'done' && step.attempts.length === 0 && replays === 0 ? 1 : 0;
    return sum + (attemptsSinceReplay(step) + planned) * pointsOfAttempt(step);
  }, 0);
}
