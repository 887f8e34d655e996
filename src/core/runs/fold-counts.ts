// Folds tallies into the hours that they belong to. A fold is one commit that needs every tally to be there still, so
// two sweeps at a time count nothing twice.

import { addCounts, COUNT_DAYS, withinRoom } from './counts';
import { HAND_OVER_RESERVE_MS, toIso } from './lease';
import type { Ports } from '../ports';
import type { Counts, HourCounts, Tally } from './counts';

/** What one commit takes beside the hour. */
const TALLIES_PER_FOLD = 24;

/** Tallies read by one request. */
const TALLIES_PER_READ = 96;

/** Reads of one sweep; far more than an installation writes between two. */
const READS = 60;

const DAY_MS = 86_400_000;

/** Folds what there is; answers how many tallies. */
export async function foldCounts(ports: Pick<Ports, 'counts' | 'clock' | 'invocation'>): Promise<number> {
  let folded = 0;
  for (let read = 0; read < READS; read += 1) {
    if (ports.invocation.remainingMs() < 2 * HAND_OVER_RESERVE_MS) break;
    const tallies = await ports.counts.listTallies(TALLIES_PER_READ);
    const before = folded;
    for (const hour of new Set(tallies.map((tally) => tally.hour))) {
      const ofHour = tallies.filter((tally) => tally.hour === hour);
      for (let start = 0; start < ofHour.length; start += TALLIES_PER_FOLD) {
        folded += await fold(hour, ofHour.slice(start, start + TALLIES_PER_FOLD), ports);
      }
    }
    if (tallies.length < TALLIES_PER_READ || folded === before) break;
  }
  return folded;
}

async function fold(
  hour: string,
  tallies: readonly Tally[],
  { counts, clock }: Pick<Ports, 'counts' | 'clock'>,
): Promise<number> {
  const known = await counts.getHour(hour);
  const next: HourCounts = {
    v: 1,
    hour,
    revision: (known?.revision ?? 0) + 1,
    counts: withinRoom(
      tallies.reduce<Counts>((sum, tally) => addCounts(sum, tally.counts), known?.counts ?? {}),
    ),
    keepUntil: toIso(clock.nowMs() + COUNT_DAYS * DAY_MS),
  };
  const folded = await counts.fold(
    next,
    tallies.map(({ id }) => id),
  );
  return folded.ok ? tallies.length : 0;
}
