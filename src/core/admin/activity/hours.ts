// Events, runs and failures by the hour, for the chart: the folded hours, and what has been counted since.

import { addCounts, hourOf } from '../../runs/counts';
import type { Ports } from '../../ports';
import type { Counts } from '../../runs/counts';

const HOUR_MS = 3_600_000;
/** Tallies that are not folded yet; the sweep keeps them few. */
const MAX_TALLIES = 100;

/** How many hours a chart may span. */
export const CHART_HOURS = [24, 72] as const;

/** What is drawn of one hour. */
export interface HourPoint {
  /** `2026-01-05T10`, in UTC. */
  readonly hour: string;
  readonly events: number;
  readonly runs: number;
  readonly failures: number;
}

/** Every one of the last `hours` hours, the present one last. */
export async function hoursUntilNow(
  hours: number,
  { counts, clock }: Pick<Ports, 'counts' | 'clock'>,
): Promise<readonly HourPoint[]> {
  const now = clock.nowMs();
  const names = Array.from({ length: hours }, (_, index) => hourOf(now - (hours - 1 - index) * HOUR_MS));
  const [folded, tallies] = await Promise.all([
    counts.listHours(names[0] ?? '', names.at(-1) ?? ''),
    counts.listTallies(MAX_TALLIES),
  ]);
  const sums = new Map<string, Counts>();
  for (const each of [...folded, ...tallies])
    sums.set(each.hour, addCounts(sums.get(each.hour) ?? {}, each.counts));
  return names.map((hour) => toPoint(hour, sums.get(hour) ?? {}));
}

function toPoint(hour: string, counts: Counts): HourPoint {
  const ended = ['run:succeeded', 'run:failed', 'run:shadow', 'run:cancelled'] as const;
  return {
    hour,
    events: counts.events ?? 0,
    runs: ended.reduce((sum, name) => sum + (counts[name] ?? 0), 0),
    failures: counts['run:failed'] ?? 0,
  };
}
