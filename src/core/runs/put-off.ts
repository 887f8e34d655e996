// Puts off what has not begun while the points of the hour run out. A step that is put off waits as one that is to be
// tried again does, so retries, the queue and the sweep bring it back; nothing is lost. Pure but for chance.

import { attemptsSinceReplay } from './attempts-of';
import { toIso } from './lease';
import { timeOfDay } from './points-left';
import { pointsOfAttempt } from './points';
import type { Clock, Random } from '../ports';
import type { PointsLeft } from './points-left';
import type { Run, Step } from './run';

/** What waited for the same hour begins spread over this, so that it does not all come at once. */
const SPREAD_MS = 60_000;

interface Context {
  readonly clock: Clock;
  readonly random: Random;
  readonly points: PointsLeft;
}

/** The step as it waits for the next hour; undefined where it need not. What was tried already goes on. */
export function putOffStep(step: Step, run: Run, { points, random, clock }: Context): Step | undefined {
  if (points.kind === 'free' || (points.kind === 'near' && run.lowPriority !== true)) return undefined;
  // The hour has turned while this invocation was at work.
  if (points.untilMs <= clock.nowMs()) return undefined;
  const begun = step.tryingSince !== undefined || attemptsSinceReplay(step) > 0;
  if (begun || pointsOfAttempt(step) === 0) return undefined;
  const dueAt = toIso(points.untilMs + random.next() * SPREAD_MS);
  const who = points.kind === 'near' ? ', and the rule comes after the usual priority' : '';
  const reason = `Put off until ${timeOfDay(points.untilMs)}: ${points.why}${who}.`;
  return { ...step, outcome: 'waiting', dueAt, reason };
}
