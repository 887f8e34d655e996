// Who may go on with a record, and for how long: the times that keep two invocations from doing the same thing.

import type { Run } from './run';

/**
 * An effect whose answer was lost is visible at the latest so long after its request began. It is the one assumption
 * that once-only rests upon: a comment that Confluence writes later than this can be there twice. Confluence gives up
 * its own requests within half of it.
 */
export const EFFECT_BOUND_MS = 60_000;

/** The clocks of two machines that the app runs on differ by less than this. */
const CLOCK_TOLERANCE_MS = 10_000;

/** When, after an attempt that was never answered has ended, its effect is looked for. */
export const LOOK_AFTER_MS = EFFECT_BOUND_MS + CLOCK_TOLERANCE_MS;

/**
 * How long a writer has a record to itself after each write. It is longer than the bound by the time that an effect
 * may begin after its intent was written, so that whoever takes over sees what the one before has done, whatever their
 * clocks say.
 */
export const LEASE_MS = 90_000;

/** An effect begins at most so long after its intent; later, the intent is written anew. */
export const INTENT_FRESH_MS = LEASE_MS - LOOK_AFTER_MS;

/** Nothing more is begun when the invocation has less time left than one action and its record take. */
export const HAND_OVER_RESERVE_MS = 8_000;

/** Nor an effect, when its intent was stored so slowly that only this is left. */
export const EFFECT_RESERVE_MS = 4000;

/** How long after its time the sweep leaves a run to the retry that was asked for. */
export const GRACE_MS = 60_000;

/** Longest wait that retries and the queue are asked for; what is due later is woken by the sweep. */
export const LONGEST_PUSH_MS = 900_000;

/** When somebody else's lease of `record` ends; undefined when the record is free, or ours. */
export function leasedUntilMs(
  record: { readonly writer: string; readonly leaseUntil?: string },
  owner: string,
  nowMs: number,
): number | undefined {
  if (record.leaseUntil === undefined || record.writer === owner) return undefined;
  const untilMs = Date.parse(record.leaseUntil);
  return untilMs > nowMs ? untilMs : undefined;
}

/** `run` under a lease from now on. */
export function withLease(run: Run, nowMs: number): Run {
  const leaseUntil = toIso(nowMs + LEASE_MS);
  return { ...run, leaseUntil, lookAgainAt: leaseUntil };
}

/** `run` for anybody to take up; the sweep does at `lookAgainMs`. */
export function withoutLease(run: Run, lookAgainMs: number): Run {
  const { leaseUntil: _, ...rest } = run;
  return { ...rest, lookAgainAt: toIso(lookAgainMs) };
}

/** A time as it is stored. */
export function toIso(ms: number): string {
  return new Date(ms).toISOString();
}
