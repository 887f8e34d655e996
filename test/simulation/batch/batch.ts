// What many seeds came to, in numbers that can be added.

import { FAULT_KINDS } from '../world/fault-kinds';
import type { SeedResult } from '../run/run-seed';

/** A seed in which something was wrong. */
export interface FoundViolation {
  readonly seed: number;
  readonly invariant: string;
  readonly detail: string;
}

export interface Batch {
  seeds: number;
  readonly faults: number[];
  readonly violations: FoundViolation[];
  /** Seeds with a violation, those included that are not listed. */
  violated: number;
  largestRetryData: number;
  /** Seeds by the recovery time of each, in bins of `BIN_SECONDS`; only those that had something open when faults ended. */
  readonly recovery: number[];
  calls: number;
  events: number;
  runs: number;
  effects: number;
  duplicates: number;
  lost: number;
  unknown: number;
  deadLetters: number;
  replayed: number;
  /** Sum of the hashes of all traces. */
  hash: number;
}

const BIN_SECONDS = 15;
const BINS = 8 * 240;

/** Violations that are kept in full. */
const MAX_LISTED = 20;

export function emptyBatch(): Batch {
  return {
    seeds: 0,
    faults: FAULT_KINDS.map(() => 0),
    violations: [],
    violated: 0,
    largestRetryData: 0,
    recovery: new Array<number>(BINS).fill(0),
    calls: 0,
    events: 0,
    runs: 0,
    effects: 0,
    duplicates: 0,
    lost: 0,
    unknown: 0,
    deadLetters: 0,
    replayed: 0,
    hash: 0,
  };
}

/** Adds one seed. */
export function addSeed(batch: Batch, result: SeedResult): void {
  batch.seeds++;
  for (let index = 0; index < batch.faults.length; index++) {
    batch.faults[index] = (batch.faults[index] as number) + (result.faults[index] as number);
  }
  const [first] = result.violations;
  if (first !== undefined) {
    batch.violated++;
    if (batch.violations.length < MAX_LISTED) batch.violations.push({ seed: result.seed, ...first });
  }
  if (result.recoveryMs >= 0 || result.recoveryMs < -1) {
    const bin = Math.min(BINS - 1, Math.max(0, Math.floor(result.recoveryMs / 1000 / BIN_SECONDS)));
    batch.recovery[bin] = (batch.recovery[bin] as number) + 1;
  }
  batch.largestRetryData = Math.max(batch.largestRetryData, result.largestRetryData);
  batch.hash = (batch.hash + parseInt(result.hash.slice(0, 12), 16)) % 2 ** 52;
  for (const name of SUMS) batch[name] += result[name];
}

/** Adds another batch. */
export function addBatch(batch: Batch, other: Batch): void {
  batch.seeds += other.seeds;
  batch.violated += other.violated;
  for (const [index, count] of other.faults.entries())
    batch.faults[index] = (batch.faults[index] ?? 0) + count;
  for (const [index, count] of other.recovery.entries()) {
    batch.recovery[index] = (batch.recovery[index] ?? 0) + count;
  }
  batch.violations.push(...other.violations.slice(0, Math.max(0, MAX_LISTED - batch.violations.length)));
  batch.largestRetryData = Math.max(batch.largestRetryData, other.largestRetryData);
  batch.hash = (batch.hash + other.hash) % 2 ** 52;
  for (const name of SUMS) batch[name] += other[name];
}

const SUMS = [
  'calls',
  'events',
  'runs',
  'effects',
  'duplicates',
  'lost',
  'unknown',
  'deadLetters',
  'replayed',
] as const;

/** Upper end, in seconds, of the bin below which that share of the recovery times lies; 0 when there are none. */
export function recoverySeconds({ recovery }: Batch, share: number): number {
  const all = recovery.reduce((sum, count) => sum + count, 0);
  let seen = 0;
  for (const [bin, count] of recovery.entries()) {
    seen += count;
    if (all > 0 && seen >= share * all) return (bin + 1) * BIN_SECONDS;
  }
  return 0;
}

/** The kinds that never happened. */
export function missingFaults({ faults }: Batch): readonly string[] {
  return FAULT_KINDS.filter((_, index) => faults[index] === 0);
}
