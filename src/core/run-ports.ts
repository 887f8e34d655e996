// What the run engine needs from outside, beside Confluence: its records, its queue, its counts, the invocation that it
// runs in. Every member is one request to the store. It must not decide anything.

import type { Result } from './result';
import type { HourCounts, Tally } from './runs/counts';
import type { RuleCounts } from './runs/rule-counts';
import type { EchoRecord } from './runs/echo';
import type { EventRecord } from './runs/event-record';
import type { Run, RunOutcome } from './runs/run';

/** The invocation that the code runs in. */
export interface Invocation {
  /** A random token, another one for every invocation: who wrote a record, and who holds its lease. */
  readonly owner: string;
  /** Time until the platform ends it. */
  remainingMs(): number;
}

/** Takes or gives back the lock of a serial key. Taking holds when nobody has it, or the holder already. */
export interface LockChange {
  readonly key: string;
  /** Id of the run. */
  readonly holder: string;
  readonly change: 'take' | 'release';
}

/**
 * Writes that happen together or not at all. A record is written only over the revision just below its own (revision 1:
 * only where there is none), a lock only as `LockChange` says; a tally always. At most `MAX_COMMIT_WRITES` in all.
 */
export interface Changes {
  readonly event?: EventRecord;
  readonly runs?: readonly Run[];
  readonly echoes?: readonly EchoRecord[];
  readonly locks?: readonly LockChange[];
  readonly tally?: Tally;
}

/** Operations of one transaction of KVS. */
export const MAX_COMMIT_WRITES = 25;

/** Records that are deleted by one request. */
export const MAX_REMOVALS = 25;

interface PageOf<T> {
  readonly items: readonly T[];
  readonly cursor?: string;
}

/** Events, runs and what belongs to them. Reads by key are current; lists may lag behind. */
export interface RunStore {
  commit(changes: Changes): Promise<Result<void, 'conflict'>>;
  get(id: string): Promise<Run | undefined>;
  getEvent(eventKey: string): Promise<EventRecord | undefined>;
  getEcho(key: string): Promise<EchoRecord | undefined>;
  /** Runs, newest first; the first of the conditions that is given counts. */
  list(options: {
    readonly eventKey?: string;
    /** Content id, or the id of what has no content. */
    readonly subject?: string;
    readonly rule?: string;
    readonly outcome?: RunOutcome;
    /** Started then or later, as ISO time. */
    readonly from?: string;
    /** Started then or before. */
    readonly to?: string;
    readonly cursor?: string;
    readonly limit: number;
  }): Promise<PageOf<Run>>;
  /** Events, newest first; the first of the conditions that is given counts. */
  listEvents(options: {
    readonly subject?: string;
    readonly eventType?: string;
    /** Seen then or later, as ISO time. */
    readonly from?: string;
    /** Seen then or before. */
    readonly to?: string;
    readonly cursor?: string;
    readonly limit: number;
  }): Promise<PageOf<EventRecord>>;
  /** Open runs whose `lookAgainAt` is before `before`, earliest first. */
  listDueRuns(before: string, limit: number): Promise<readonly Run[]>;
  /** Open events whose `leaseUntil` is before `before`, earliest first. */
  listDueEvents(before: string, limit: number): Promise<readonly EventRecord[]>;
  /** Open runs of a serial key, in the order in which they shall act. */
  listSerial(serialKey: string, limit: number): Promise<readonly Run[]>;
  /** Ids of runs at rest that began before `before`, oldest first. */
  listOldRuns(before: string, limit: number): Promise<readonly string[]>;
  /** Keys of events seen before `before` that are not open, oldest first. */
  listOldEvents(before: string, limit: number): Promise<readonly string[]>;
  /** At most `MAX_REMOVALS` in all. */
  remove(records: { readonly runs?: readonly string[]; readonly events?: readonly string[] }): Promise<void>;
}

/** Asks for runs to be taken up again later, beyond what the retries of their event allow. At least once. */
export interface RunQueue {
  /**
   * `delaySeconds` is cut to what one push allows; who is woken too early pushes again. With `concurrency`, at most
   * `limit` messages of that key are consumed at the same time.
   */
  push(
    runIds: readonly string[],
    delaySeconds: number,
    concurrency?: { readonly key: string; readonly limit: number },
  ): Promise<void>;
}

/** Operations of one transaction of KVS that a fold may take up. */
export const MAX_FOLD_WRITES = 25;

/** Rules that are read by one request. */
export const MAX_RULES_READ = 25;

/** Counts by the hour and by rule, see runs/counts.ts and runs/rule-counts.ts. */
export interface CountStore {
  /** Tallies that are not folded, oldest hour first. */
  listTallies(limit: number): Promise<readonly Tally[]>;
  /** Those of one hour. */
  listTalliesOf(
    hour: string,
    options: { readonly cursor?: string; readonly limit: number },
  ): Promise<PageOf<Tally>>;
  getHour(hour: string): Promise<HourCounts | undefined>;
  /** The hours from `from` to `to`, both included, in order; at most 100. */
  listHours(from: string, to: string): Promise<readonly HourCounts[]>;
  /** The counts of those of these rules that have any; at most `MAX_RULES_READ`. */
  getRules(rules: readonly string[]): Promise<readonly RuleCounts[]>;
  /**
   * Writes the hour and the rules over the revisions below and deletes the tallies, which must all be there; at most
   * `MAX_FOLD_WRITES` in all.
   */
  fold(
    hour: HourCounts,
    rules: readonly RuleCounts[],
    tallyIds: readonly string[],
  ): Promise<Result<void, 'conflict'>>;
}
