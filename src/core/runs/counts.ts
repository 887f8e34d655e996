// What is counted, by the hour. A tally is written in the very transaction that it counts, under a key of its own, so no
// count is lost or doubled; the sweep folds tallies into the hour they belong to.

import type { RuleTally } from './rule-counts';
import type { RunOutcome } from './run';
import type { Verdict } from './verdict';

/**
 * Closed list. `dead-letters` are runs that ended with a step given up; `points` of the hourly quota were spent;
 * `rule:<id>` are the runs that a rule with a limit began.
 */
export type CountName =
  | 'events'
  | 'duplicates'
  | 'steps'
  | 'attempts'
  | 'dead-letters'
  | 'points'
  | `rule:${string}`
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
  /** What rules did; absent where none did anything. */
  readonly rules?: readonly RuleTally[];
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

/** Rules whose runs are counted in one hour: the record of an hour must fit a KVS value with 60 characters an id. */
const MAX_COUNTED_RULES = 2000;

/** `counts` with the runs of so many rules at most, those that ran most often; beyond them, limits do not hold. */
export function withinRoom(counts: Counts): Counts {
  const ofRules = Object.entries(counts).filter(([name]) => name.startsWith('rule:'));
  if (ofRules.length <= MAX_COUNTED_RULES) return counts;
  const fewest = ofRules.toSorted(([, a = 0], [, b = 0]) => b - a).slice(MAX_COUNTED_RULES);
  const left = new Set(fewest.map(([name]) => name));
  return Object.fromEntries(Object.entries(counts).filter(([name]) => !left.has(name)));
}

/** The hour that a time belongs to. */
export function hourOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 13);
}

/** The sums of both. */
export function addCounts(a: Counts, b: Counts): Counts {
  const sum: { -readonly [K in CountName]?: number } = { ...a };
  for (const name of Object.keys(b) as CountName[]) sum[name] = (sum[name] ?? 0) + (b[name] ?? 0);
  return sum;
}
