// What is counted, by the hour. A tally is written in the very transaction that it counts, under a key of its own, so no
// count is lost or doubled; the sweep folds tallies into the hour they belong to.

import type { RunOutcome } from './run';
import type { Verdict } from './verdict';

/** Closed list. `dead-letters` are runs that ended with a step given up; `points` of the hourly quota were spent. */
export type CountName =
  | 'events'
  | 'duplicates'
  | 'steps'
  | 'attempts'
  | 'dead-letters'
  | 'points'
  | `verdict:${Verdict}`
  | `run:${RunOutcome}`;

export type Counts = { readonly [K in CountName]?: number };

/** Counted once, not folded yet. */
export interface Tally {
  /** Different for every commit. */
  readonly id: string;
  /** `2026-01-05T10`, in UTC. */
  readonly hour: string;
  readonly counts: Counts;
}

export interface HourCounts {
  readonly v: 1;
  readonly hour: string;
  /** Rises by one with every write, from 1. */
  readonly revision: number;
  readonly counts: Counts;
  readonly keepUntil: string;
}

/** Days that hours are kept. */
export const COUNT_DAYS = 90;

/** The hour that a time belongs to. */
export function hourOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 13);
}

/** The sums of both. */
export function addCounts(a: Counts, b: Counts): Counts {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<CountName>;
  return Object.fromEntries([...names].map((name) => [name, (a[name] ?? 0) + (b[name] ?? 0)]));
}
