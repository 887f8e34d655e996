// What has been counted in one hour so far: what is folded, and the tallies that are not. It must not write anything.

import { addCounts } from './counts';
import type { Ports } from '../ports';
import type { Counts } from './counts';

/** Tallies read by one request: what KVS allows. */
const TALLIES_PER_READ = 100;

/**
 * Reads of one look. The sweep folds every five minutes; where more than these were written since, the rest is seen
 * when it is folded, so a look costs at most so much and is at most so late.
 */
const MAX_READS = 5;

/** The counts of the hour that `nowMs` is in, or another one. */
export async function hourSoFar(hour: string, { counts }: Pick<Ports, 'counts'>): Promise<Counts> {
  const [folded, open] = await Promise.all([counts.getHour(hour), openTallies(hour, counts)]);
  return addCounts(folded?.counts ?? {}, open);
}

async function openTallies(hour: string, counts: Ports['counts']): Promise<Counts> {
  let sum: Counts = {};
  let cursor: string | undefined;
  for (let read = 0; read < MAX_READS; read += 1) {
    const options = { limit: TALLIES_PER_READ, ...(cursor === undefined ? {} : { cursor }) };
    const page = await counts.listTalliesOf(hour, options);
    sum = page.items.reduce<Counts>((all, tally) => addCounts(all, tally.counts), sum);
    cursor = page.cursor;
    if (cursor === undefined) break;
  }
  return sum;
}
