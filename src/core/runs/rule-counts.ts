// What each rule did, by the day on which its runs began: one record a rule, into which the sweep folds what commits
// count. Runs count once they are at rest. Pure.

import type { Run, RunOutcome } from './run';

/** Days that are kept of a rule: this one and those before it. */
const KEPT_DAYS = 8;

const DAY_MS = 86_400_000;

export interface DayCounts {
  readonly runs: number;
  readonly failed: number;
}

/** The run of a rule that began last. */
export interface LastRun {
  readonly id: string;
  readonly at: string;
  readonly outcome: RunOutcome;
  /** Of two that say the same run, the later one. */
  readonly revision: number;
}

/** What one commit changes. A failed run that was replayed and ended well is one failure less. */
export interface RuleTally extends DayCounts {
  readonly rule: string;
  /** `2026-01-05`, in UTC. */
  readonly day: string;
  readonly last: LastRun;
}

/** The sums of a rule. */
export interface RuleSums {
  readonly days: Readonly<Record<string, DayCounts>>;
  readonly last: LastRun;
}

export interface RuleCounts extends RuleSums {
  readonly v: 1;
  readonly rule: string;
  /** Rises by one with every write, from 1. */
  readonly revision: number;
  readonly keepUntil: string;
}

/** A run at rest, counted. `wasFailed`: it has been counted already, as a failure. */
export function ruleTallyOf(run: Run, wasFailed = run.replays !== undefined): RuleTally {
  const { rule, id, startedAt, outcome, revision } = run;
  return {
    rule,
    day: startedAt.slice(0, 10),
    runs: wasFailed ? 0 : 1,
    failed: (outcome === 'failed' ? 1 : 0) - (wasFailed ? 1 : 0),
    last: { id, at: startedAt, outcome, revision },
  };
}

/** The sums of a rule with these added, which are all of that rule; undefined when there is nothing. */
export function addRuleTallies(
  known: RuleSums | undefined,
  tallies: readonly RuleTally[],
): RuleSums | undefined {
  return tallies.reduce<RuleSums | undefined>((sums, { day, runs, failed, last }) => {
    const before = sums?.days[day] ?? { runs: 0, failed: 0 };
    const counts = { runs: before.runs + runs, failed: before.failed + failed };
    return { days: { ...sums?.days, [day]: counts }, last: laterOf(sums?.last, last) };
  }, known);
}

/** Without the days that no longer count at `nowMs`. */
export function withoutOldDays(sums: RuleSums, nowMs: number): RuleSums {
  const oldest = new Date(nowMs - (KEPT_DAYS - 1) * DAY_MS).toISOString().slice(0, 10);
  return {
    ...sums,
    days: Object.fromEntries(Object.entries(sums.days).filter(([day]) => day >= oldest)),
  };
}

function laterOf(a: LastRun | undefined, b: LastRun): LastRun {
  if (a === undefined || b.at > a.at) return b;
  if (b.at < a.at) return a;
  return b.id === a.id && b.revision > a.revision ? b : a;
}
