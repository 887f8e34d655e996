// How much of an hour's points is left: of those that an admin allows, and of those that Atlassian gives the app. Near
// the wall, what can wait does, so that the rest is left to what matters; behind it everything waits for the next hour.

import { hourOf } from './counts';
import { hourSoFar } from './hour-so-far';
import type { Settings } from '../admin/settings';
import type { Ports } from '../ports';

/**
 * Near the wall: the share at which Confluence itself begins to warn (`X-RateLimit-NearLimit`), so that one mark holds
 * for both quotas. A fifth is left to the rules that do not wait.
 */
const NEAR_WALL_SHARE = 0.8;

const HOUR_MS = 3_600_000;

export type PointsLeft =
  /** Nothing has to wait. */
  | { readonly kind: 'free' }
  /** `near`: rules after the usual priority wait until then. `spent`: every rule does. */
  | { readonly kind: 'near' | 'spent'; readonly untilMs: number; readonly why: string };

export const FREE: PointsLeft = { kind: 'free' };

/** Where the hour stands. Reads nothing while no budget is set. */
export async function pointsLeft(
  { pointsPerHour }: Settings['budget'],
  ports: Pick<Ports, 'counts' | 'confluence' | 'clock' | 'log'>,
): Promise<PointsLeft> {
  const nowMs = ports.clock.nowMs();
  const heard = fromConfluence(ports.confluence.quotaHeard(), nowMs);
  if (pointsPerHour === undefined || heard.kind === 'spent') return heard;
  try {
    const { points = 0 } = await hourSoFar(hourOf(nowMs), ports);
    const ours = fromBudget(points, pointsPerHour, nowMs);
    return ours.kind === 'free' ? heard : ours;
  } catch (error) {
    // Not knowing makes nothing wait.
    ports.log.error('Failed to read how many points are spent', { cause: String(error) });
    return heard;
  }
}

/** When the hour that a time is in has ended. */
export function endOfHourMs(nowMs: number): number {
  return (Math.floor(nowMs / HOUR_MS) + 1) * HOUR_MS;
}

/** `11:00 UTC` */
export function timeOfDay(ms: number): string {
  return `${new Date(ms).toISOString().slice(11, 16)} UTC`;
}

function fromBudget(points: number, limit: number, nowMs: number): PointsLeft {
  if (points < limit * NEAR_WALL_SHARE) return FREE;
  const why = `${points} of the ${limit} points are spent that the settings allow in an hour`;
  return { kind: points < limit ? 'near' : 'spent', untilMs: endOfHourMs(nowMs), why };
}

/** What is announced and not enforced yet (`Beta-`) makes nothing wait, nor does what was said of an hour that is over. */
function fromConfluence(report: ReturnType<Ports['confluence']['quotaHeard']>, nowMs: number): PointsLeft {
  if (report === undefined || !report.enforced || !report.nearLimit) return FREE;
  const untilMs = report.resetAtMs ?? endOfHourMs(report.heardAtMs);
  if (untilMs <= nowMs) return FREE;
  const { remaining } = report;
  const why = `Confluence says that ${remaining ?? 'few'} points are left of the app's hourly quota`;
  return { kind: remaining === 0 ? 'spent' : 'near', untilMs, why };
}
