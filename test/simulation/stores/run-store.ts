// The port of runs, events and their counts over the simulated records, for one invocation: each member one call.

import { err, ok } from '../../../src/core/result';
import { call, site } from '../world/call';
import { KVS_LIMITS } from '../../../src/core/limits';
import { FailureError } from '../../../src/core/failure';
import type { Result } from '../../../src/core/result';
import type { Run } from '../../../src/core/runs/run';
import type { Changes, CountStore, RunStore } from '../../../src/core/run-ports';
import type { Invocation } from '../world/invocation';
import type { FaultKind } from '../world/fault-kinds';
import type { PastMap } from './past-map';
import type { Records } from './records';

const SITES = {
  commit: site('commit', 'kvs-write'),
  get: site('read a run', 'kvs-read'),
  getEvent: site('read an event', 'kvs-read'),
  getEcho: site('read an echo', 'kvs-read'),
  list: site('list runs', 'kvs-list'),
  listEvents: site('list events', 'kvs-list'),
  due: site('list due runs', 'kvs-list'),
  dueEvents: site('list due events', 'kvs-list'),
  serial: site('list serial runs', 'kvs-list'),
  old: site('list old records', 'kvs-list'),
  remove: site('remove records', 'kvs-write'),
  tallies: site('list tallies', 'kvs-list'),
  hour: site('read an hour', 'kvs-read'),
  fold: site('fold tallies', 'kvs-write'),
} as const;

/** A list may show what was there so long ago. */
const LIST_BEHIND_MS = 30_000;

/** Worlds in which values are weighed, which costs more than the rest of a write. */
export interface StoreOptions {
  readonly weighs: boolean;
  /** Told of every applied commit. */
  readonly onCommit: (changes: Changes) => void;
}

export function createRunStore(invocation: Invocation, records: Records, options: StoreOptions): RunStore {
  const read = <T>(where: (typeof SITES)[keyof typeof SITES], target: string, look: () => T): Promise<T> =>
    call(invocation, where, target, () => {
      records.reads++;
      return look();
    });
  const list = <V, T>(
    where: (typeof SITES)[keyof typeof SITES],
    target: string,
    of: PastMap<V>,
    look: (seen: readonly V[]) => T,
  ): Promise<T> =>
    call(invocation, where, target, (fault) => {
      records.reads++;
      return look(seen(of, fault, invocation));
    });
  return {
    commit: (changes) =>
      call(invocation, SITES.commit, describe(changes), (fault): Result<void, 'conflict'> => {
        if (options.weighs) weigh(changes, invocation);
        if (fault === 'kvs: 409') return err('conflict');
        records.writes++;
        if (!records.commit(changes)) return err('conflict');
        options.onCommit(changes);
        return ok(undefined);
      }),
    get: (id) => read(SITES.get, id, () => records.runs.get(id)),
    getEvent: (key) => read(SITES.getEvent, key, () => records.events.get(key)),
    getEcho: (key) => read(SITES.getEcho, key, () => records.echoes.get(key)),
    list: ({ eventKey, subject, rule, outcome, limit }) =>
      list(SITES.list, rule ?? eventKey ?? '', records.runs, (runs) => ({
        items: sorted(
          runs,
          (run) =>
            eventKey !== undefined
              ? run.eventKey === eventKey
              : subject !== undefined
                ? (run.subject.contentId ?? run.subject.id) === subject
                : rule !== undefined
                  ? run.rule === rule
                  : outcome === undefined || run.outcome === outcome,
          (a, b) => b.startedAt.localeCompare(a.startedAt),
          limit,
        ),
      })),
    listEvents: ({ limit }) =>
      list(SITES.listEvents, '', records.events, (events) => ({ items: events.slice(0, limit) })),
    listDueRuns: (before, limit) =>
      list(SITES.due, '', records.runs, (runs) =>
        sorted(
          runs,
          ({ lookAgainAt }) => lookAgainAt !== undefined && lookAgainAt < before,
          (a, b) => (a.lookAgainAt ?? '').localeCompare(b.lookAgainAt ?? ''),
          limit,
        ),
      ),
    listDueEvents: (before, limit) =>
      list(SITES.dueEvents, '', records.events, (events) =>
        events
          .filter(
            ({ state, leaseUntil }) => state === 'open' && leaseUntil !== undefined && leaseUntil < before,
          )
          .slice(0, limit),
      ),
    listSerial: (key, limit) =>
      list(SITES.serial, key, records.runs, (runs) =>
        sorted(
          runs,
          ({ serialKey, lookAgainAt }) => serialKey === key && lookAgainAt !== undefined,
          (a, b) => serialOrder(a).localeCompare(serialOrder(b)),
          limit,
        ),
      ),
    listOldRuns: (before, limit) =>
      list(SITES.old, 'runs', records.runs, (runs) =>
        runs
          .filter(({ startedAt, lookAgainAt }) => startedAt < before && lookAgainAt === undefined)
          .slice(0, limit)
          .map(({ id }) => id),
      ),
    listOldEvents: (before, limit) =>
      list(SITES.old, 'events', records.events, (events) =>
        events
          .filter(({ seenAt, state }) => seenAt < before && state !== 'open')
          .slice(0, limit)
          .map(({ eventKey }) => eventKey),
      ),
    remove: ({ runs = [], events = [] }) =>
      call(invocation, SITES.remove, '', () => {
        records.writes++;
        for (const id of runs) records.runs.delete(id);
        for (const key of events) records.events.delete(key);
      }),
  };
}

export function createCountStore(invocation: Invocation, records: Records): CountStore {
  return {
    listTallies: (limit) =>
      call(invocation, SITES.tallies, '', (fault) =>
        [...seen(records.tallies, fault, invocation)]
          .sort((a, b) => a.hour.localeCompare(b.hour))
          .slice(0, limit),
      ),
    listTalliesOf: (hour, { limit }) =>
      call(invocation, SITES.tallies, hour, (fault) => ({
        items: seen(records.tallies, fault, invocation)
          .filter((tally) => tally.hour === hour)
          .slice(0, limit),
      })),
    getHour: (hour) => call(invocation, SITES.hour, hour, () => records.hours.get(hour)),
    listHours: (from, to) =>
      call(invocation, SITES.hour, from, () =>
        [...records.hours.values()].filter(({ hour }) => hour >= from && hour <= to),
      ),
    getRules: (ids) =>
      call(invocation, SITES.hour, ids[0] ?? '', () =>
        ids.flatMap((id) => {
          const known = records.ruleCounts.get(id);
          return known === undefined ? [] : [known];
        }),
      ),
    fold: (hour, rules, ids) =>
      call(invocation, SITES.fold, hour.hour, (fault): Result<void, 'conflict'> => {
        if (fault === 'kvs: 409') return err('conflict');
        records.writes++;
        return records.fold(hour, rules, ids) ? ok(undefined) : err('conflict');
      }),
  };
}

/** What a list shows: on Forge it may be behind what single reads see. */
function seen<V>(of: PastMap<V>, fault: FaultKind | undefined, { world }: Invocation): readonly V[] {
  const isBehind = fault === 'kvs: list behind';
  return [...(isBehind ? of.ago(world.prng.between(0, LIST_BEHIND_MS)) : of).values()];
}

function sorted<V>(
  all: readonly V[],
  accepts: (one: V) => boolean,
  order: (a: V, b: V) => number,
  limit: number,
): V[] {
  return all.filter(accepts).sort(order).slice(0, limit);
}

function serialOrder({ eventAt, startedAt, id }: Run): string {
  return `${eventAt ?? startedAt} ${id}`;
}

function describe({ event, runs }: Changes): string {
  const parts = runs?.map((run) => `${run.rule}:${run.outcome}@${run.revision}`) ?? [];
  return [...(event === undefined ? [] : [`event:${event.state}@${event.revision}`]), ...parts].join(' ');
}

/** KVS takes no value that is too large, counted in bytes, and the engine must not try. */
function weigh({ event, runs = [] }: Changes, invocation: Invocation): void {
  for (const record of [...runs, ...(event === undefined ? [] : [event])]) {
    if (Buffer.byteLength(JSON.stringify(record)) <= KVS_LIMITS.MAX_VALUE_BYTES) continue;
    invocation.world.violate('S5', 'a record is larger than KVS takes');
    throw new FailureError({
      kind: 'bad-request',
      message: 'Failed to write: KVS answered 400, the value is too large.',
      retryable: false,
      status: 400,
    });
  }
}
