// How often a step was tried, which is more than its record tells once that has become too large to hold every attempt.

import type { Step } from './run';

type Tried = Pick<Step, 'attempts' | 'attemptsLeftOut' | 'attemptsBefore'>;

/** Attempts in all. */
export function attemptsOf({ attempts, attemptsLeftOut = 0 }: Tried): number {
  return attempts.length + attemptsLeftOut;
}

/** Attempts since the last replay, from which the retry policy counts. */
export function attemptsSinceReplay(step: Tried): number {
  return attemptsOf(step) - (step.attemptsBefore ?? 0);
}
