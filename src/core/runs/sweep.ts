// What the scheduled trigger does for the engine, in slices: takes up open runs and claims that nobody has moved, folds
// counts, deletes what is older than the retention. Each part is tried although another failed.

import { parseEvent } from '../events/parse-event';
import { wakeRules } from '../rules/wake-rules';
import { beginRuns } from './begin-runs';
import { takeOver } from './claim-event';
import { foldCounts } from './fold-counts';
import { judgeEvent } from './judge-event';
import { HAND_OVER_RESERVE_MS, toIso } from './lease';
import { MAX_REMOVALS } from '../run-ports';
import type { Ports } from '../ports';
import type { EventRecord } from './event-record';
import type { Run } from './run';

/** Records read by one request. */
const SLICE = 50;

/** Slices of one kind in one sweep; the next sweep sees the rest. */
const SLICES = 10;

/** How long a run that was woken is left alone before it is woken again. */
const WOKEN_MS = 600_000;

const DAY_MS = 86_400_000;

export interface Swept {
  readonly runs: number;
  readonly events: number;
  readonly removed: number;
  readonly folded: number;
  /** Rules that were off until now. */
  readonly rules: number;
}

/** Takes up what was left, and tidies. */
export async function sweep(ports: Ports): Promise<Swept> {
  return {
    events: await attempt(ports, 'take over events', () => sweepEvents(ports)),
    runs: await attempt(ports, 'take up runs', () => sweepRuns(ports)),
    folded: await attempt(ports, 'fold counts', () => foldCounts(ports)),
    rules: await attempt(ports, 'set rules live', () => wakeRules(ports)),
    removed: await attempt(ports, 'delete old records', () => removeOld(ports)),
  };
}

async function attempt({ log }: Ports, what: string, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    log.error(`Failed to ${what}; the next sweep tries again`, { cause: String(error) });
    return 0;
  }
}

function hasTime({ invocation }: Ports): boolean {
  return invocation.remainingMs() > 2 * HAND_OVER_RESERVE_MS;
}

/** Hands open runs whose time has passed to the queue, the longest waiting first; answers how many. */
export async function sweepRuns(ports: Ports): Promise<number> {
  let woken = 0;
  for (let slice = 0; slice < SLICES && hasTime(ports); slice += 1) {
    const runs = await ports.runs.listDueRuns(toIso(ports.clock.nowMs()), SLICE);
    if (runs.length === 0) break;
    await wake(runs, ports);
    woken += runs.length;
    const moved = await Promise.all(runs.map((run) => lookLater(run, ports)));
    // A list that lags behind would show the same runs again.
    if (runs.length < SLICE || !moved.includes(true)) break;
  }
  return woken;
}

/** Pushes runs to the queue: serial ones each under its key. */
async function wake(runs: readonly Run[], { queue }: Ports): Promise<void> {
  const plain = runs.filter(({ serialKey }) => serialKey === undefined).map(({ id }) => id);
  if (plain.length > 0) await queue.push(plain, 0);
  for (const { id, serialKey: key } of runs) {
    if (key !== undefined) await queue.push([id], 0, { key, limit: 1 });
  }
}

/** So that the next slice, and the next sweep, see others; who has begun with the run meanwhile keeps it. */
async function lookLater(run: Run, { runs, clock, invocation }: Ports): Promise<boolean> {
  const lookAgainAt = toIso(clock.nowMs() + WOKEN_MS);
  const next = { ...run, revision: run.revision + 1, writer: invocation.owner, lookAgainAt };
  const { leaseUntil: _, ...free } = next;
  try {
    return (await runs.commit({ runs: [free] })).ok;
  } catch {
    return false;
  }
}

/** Begins events whose delivery died before their runs were stored; answers how many. */
async function sweepEvents(ports: Ports): Promise<number> {
  let begun = 0;
  for (let slice = 0; slice < SLICES && hasTime(ports); slice += 1) {
    const records = await ports.runs.listDueEvents(toIso(ports.clock.nowMs()), SLICE);
    for (const record of records) {
      if (!hasTime(ports)) break;
      begun += await attempt(ports, `begin event ${record.eventKey}`, () => beginLeft(record, ports));
    }
    if (records.length < SLICE) break;
  }
  return begun;
}

async function beginLeft(record: EventRecord, ports: Ports): Promise<number> {
  const taken = await takeOver(record, ports);
  if (taken === undefined) return 0;
  const judged = await judgeEvent(parseEvent(taken.payload), ports, true);
  const verdicts = judged.judged.map(({ verdict }) => verdict);
  const runs = await beginRuns({ ...taken, verdicts }, judged, false, ports);
  if (runs === undefined || runs.length === 0) return 0;
  await wake(runs, ports);
  return 1;
}

async function removeOld(ports: Ports): Promise<number> {
  const { retentionDays } = await ports.settings.get();
  const before = (days: number): string => toIso(ports.clock.nowMs() - days * DAY_MS);
  let removed = 0;
  for (let slice = 0; slice < SLICES && hasTime(ports); slice += 1) {
    const runs = await ports.runs.listOldRuns(before(retentionDays.runs), MAX_REMOVALS);
    if (runs.length > 0) await ports.runs.remove({ runs });
    const events = await ports.runs.listOldEvents(before(retentionDays.events), MAX_REMOVALS);
    if (events.length > 0) await ports.runs.remove({ events });
    removed += runs.length + events.length;
    if (runs.length + events.length === 0) break;
  }
  return removed;
}
