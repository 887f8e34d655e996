// The records of the simulated KVS: events, runs, echoes, locks, tallies and hours, with the transaction over them.
// Written records are kept as they are given: whoever reads one must not change it.

import { addCounts } from '../../../src/core/runs/counts';
import type { Counts, HourCounts, Tally } from '../../../src/core/runs/counts';
import type { EchoRecord } from '../../../src/core/runs/echo';
import type { RuleCounts } from '../../../src/core/runs/rule-counts';
import type { EventRecord } from '../../../src/core/runs/event-record';
import type { Run } from '../../../src/core/runs/run';
import type { Changes, LockChange } from '../../../src/core/run-ports';
import type { Timeline } from '../world/timeline';
import { PastMap } from './past-map';

/** A sweep has five minutes, and its clock may be some seconds fast; nothing that falls due by then is overlooked. */
const IDLE_MARGIN_MS = 310_000;

/** One record's revision against the one below it. */
interface Revised {
  readonly revision: number;
}

export class Records {
  readonly events: PastMap<EventRecord>;
  readonly runs: PastMap<Run>;
  readonly echoes = new Map<string, EchoRecord>();
  readonly locks = new Map<string, string>();
  readonly tallies: PastMap<Tally>;
  readonly hours = new Map<string, HourCounts>();
  readonly ruleCounts = new Map<string, RuleCounts>();
  /** Everything that was ever tallied, for comparison. */
  tallied: Counts = {};
  /** Write units so far. */
  writes = 0;
  reads = 0;
  /** Called for each record that is put in place of another, or new. */
  onRun: (before: Run | undefined, after: Run) => void = () => undefined;

  constructor(timeline: Timeline) {
    this.events = new PastMap(timeline);
    this.runs = new PastMap(timeline);
    this.tallies = new PastMap(timeline);
  }

  /** All of it or nothing; false when a condition does not hold. */
  commit(changes: Changes): boolean {
    const { event, runs = [], echoes = [], locks = [], tally } = changes;
    if (event !== undefined && !follows(this.events.get(event.eventKey), event)) return false;
    if (!runs.every((run) => follows(this.runs.get(run.id), run))) return false;
    if (!echoes.every((echo) => follows(this.echoes.get(echo.key), echo))) return false;
    if (!locks.every((lock) => this.#allows(lock))) return false;
    if (event !== undefined) this.events.set(event.eventKey, event);
    for (const run of runs) {
      this.onRun(this.runs.get(run.id), run);
      this.runs.set(run.id, run);
    }
    for (const echo of echoes) this.echoes.set(echo.key, echo);
    for (const { key, holder, change } of locks) {
      if (change === 'take') this.locks.set(key, holder);
      else this.locks.delete(key);
    }
    if (tally !== undefined) {
      this.tallies.set(tally.id, tally);
      this.tallied = addCounts(this.tallied, tally.counts);
    }
    return true;
  }

  fold(hour: HourCounts, rules: readonly RuleCounts[], tallyIds: readonly string[]): boolean {
    if (!follows(this.hours.get(hour.hour), hour)) return false;
    if (!rules.every((rule) => follows(this.ruleCounts.get(rule.rule), rule))) return false;
    if (!tallyIds.every((id) => this.tallies.has(id))) return false;
    this.hours.set(hour.hour, hour);
    for (const rule of rules) this.ruleCounts.set(rule.rule, rule);
    for (const id of tallyIds) this.tallies.delete(id);
    return true;
  }

  /** Whether a sweep that begins now would find nothing to do, however slowly it reads. */
  isIdle(nowMs: number): boolean {
    if (this.tallies.size > 0) return false;
    const soon = new Date(nowMs + IDLE_MARGIN_MS).toISOString();
    for (const { lookAgainAt } of this.runs.values()) {
      if (lookAgainAt !== undefined && lookAgainAt < soon) return false;
    }
    for (const { state, leaseUntil } of this.events.values()) {
      if (state === 'open' && (leaseUntil === undefined || leaseUntil < soon)) return false;
    }
    return true;
  }

  #allows({ key, holder, change }: LockChange): boolean {
    const held = this.locks.get(key);
    return held === holder || (change === 'take' && held === undefined);
  }

  /** Whether any run or claim is not at rest. */
  get hasOpen(): boolean {
    for (const run of this.runs.values()) {
      if (run.outcome === 'running' || run.outcome === 'waiting') return true;
    }
    for (const event of this.events.values()) if (event.state === 'open') return true;
    return false;
  }
}

function follows(before: Revised | undefined, after: Revised): boolean {
  return after.revision === (before?.revision ?? 0) + 1;
}
