// The records of the engine in memory, as KVS would keep them: what is read is a copy, and a write that comes too late
// is refused.

import { err, ok } from '../../src/core/result';
import { MAX_COMMIT_WRITES, MAX_FOLD_WRITES } from '../../src/core/run-ports';
import type { Changes, CountStore, RunStore } from '../../src/core/run-ports';
import type { HourCounts, Tally } from '../../src/core/runs/counts';
import type { EchoRecord } from '../../src/core/runs/echo';
import type { RuleCounts } from '../../src/core/runs/rule-counts';
import type { EventRecord } from '../../src/core/runs/event-record';
import type { Run } from '../../src/core/runs/run';

export interface MemoryRunStore {
  readonly runs: Map<string, Run>;
  readonly events: Map<string, EventRecord>;
  readonly echoes: Map<string, EchoRecord>;
  /** Holders by key. */
  readonly locks: Map<string, string>;
  readonly tallies: Map<string, Tally>;
  readonly hours: Map<string, HourCounts>;
  readonly ruleCounts: Map<string, RuleCounts>;
  readonly store: RunStore;
  readonly counts: CountStore;
}

export function createMemoryRunStore(): MemoryRunStore {
  const runs = new Map<string, Run>();
  const events = new Map<string, EventRecord>();
  const echoes = new Map<string, EchoRecord>();
  const locks = new Map<string, string>();
  const tallies = new Map<string, Tally>();
  const hours = new Map<string, HourCounts>();
  const ruleCounts = new Map<string, RuleCounts>();

  const fits = (stored: { readonly revision: number } | undefined, revision: number): boolean =>
    (stored?.revision ?? 0) === revision - 1;
  const tooMany = ({
    event,
    runs: some = [],
    echoes: heard = [],
    locks: held = [],
    tally,
  }: Changes): boolean =>
    [event, tally].filter((each) => each !== undefined).length + some.length + heard.length + held.length >
    MAX_COMMIT_WRITES;
  const holds = (changes: Changes): boolean =>
    (changes.event === undefined || fits(events.get(changes.event.eventKey), changes.event.revision)) &&
    (changes.runs ?? []).every((run) => fits(runs.get(run.id), run.revision)) &&
    (changes.echoes ?? []).every((echo) => fits(echoes.get(echo.key), echo.revision)) &&
    (changes.locks ?? []).every(({ key, holder, change }) => {
      const held = locks.get(key);
      return held === holder || (change === 'take' && held === undefined);
    });
  const listed = <T>(
    items: readonly T[],
    limit: number,
    cursor = '0',
  ): Promise<{ readonly items: readonly T[]; readonly cursor?: string }> => {
    const end = Number(cursor) + limit;
    const page = structuredClone(items.slice(Number(cursor), end));
    return Promise.resolve(end < items.length ? { items: page, cursor: String(end) } : { items: page });
  };

  const store: RunStore = {
    commit(changes) {
      if (tooMany(changes)) return Promise.reject(new Error('A commit of too many writes.'));
      if (!holds(changes)) return Promise.resolve(err('conflict' as const));
      const { event, runs: changed = [], echoes: heard = [], tally } = structuredClone(changes);
      if (event !== undefined) events.set(event.eventKey, event);
      for (const run of changed) runs.set(run.id, run);
      for (const echo of heard) echoes.set(echo.key, echo);
      for (const { key, holder, change } of changes.locks ?? []) {
        if (change === 'take') locks.set(key, holder);
        else locks.delete(key);
      }
      if (tally !== undefined) tallies.set(tally.id, tally);
      return Promise.resolve(ok(undefined));
    },
    get: (id) => Promise.resolve(structuredClone(runs.get(id))),
    getEvent: (key) => Promise.resolve(structuredClone(events.get(key))),
    getEcho: (key) => Promise.resolve(structuredClone(echoes.get(key))),
    list({ eventKey, subject, rule, outcome, from = '0', to = '9', cursor = '~', limit }) {
      // A cursor is a place, which stays although what stood there has left the list.
      const placeOf = ({ startedAt, id }: Run): string => `${startedAt} ${id}`;
      const items = [...runs.values()]
        .filter((run) => {
          if (eventKey !== undefined) return run.eventKey === eventKey;
          if (subject !== undefined) return (run.subject.contentId ?? run.subject.id) === subject;
          if (rule !== undefined) return run.rule === rule;
          return outcome === undefined || run.outcome === outcome;
        })
        .filter((run) => run.startedAt >= from && run.startedAt <= to && placeOf(run) < cursor)
        .sort((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1));
      const page = structuredClone(items.slice(0, limit));
      const last = page.at(-1);
      return Promise.resolve(
        items.length > limit && last !== undefined ? { items: page, cursor: placeOf(last) } : { items: page },
      );
    },
    listEvents: ({ subject, eventType, from = '0', to = '9', cursor, limit }) =>
      listed(
        [...events.values()]
          .filter((event) => {
            if (subject !== undefined) return (event.subject.contentId ?? event.subject.id) === subject;
            return eventType === undefined || event.eventType === eventType;
          })
          .filter(({ seenAt }) => seenAt >= from && seenAt <= to)
          .sort((a, b) => b.seenAt.localeCompare(a.seenAt)),
        limit,
        cursor,
      ),
    listDueRuns: async (before, limit) =>
      (
        await listed(
          [...runs.values()]
            .filter(({ lookAgainAt }) => lookAgainAt !== undefined && lookAgainAt < before)
            .sort((a, b) => (a.lookAgainAt ?? '').localeCompare(b.lookAgainAt ?? '')),
          limit,
        )
      ).items,
    listDueEvents: async (before, limit) =>
      (
        await listed(
          [...events.values()]
            .filter(
              ({ state, leaseUntil }) => state === 'open' && leaseUntil !== undefined && leaseUntil < before,
            )
            .sort((a, b) => (a.leaseUntil ?? '').localeCompare(b.leaseUntil ?? '')),
          limit,
        )
      ).items,
    listSerial: async (key, limit) =>
      (
        await listed(
          [...runs.values()]
            .filter(({ serialKey, lookAgainAt }) => serialKey === key && lookAgainAt !== undefined)
            .sort((a, b) => (a.eventAt ?? a.startedAt).localeCompare(b.eventAt ?? b.startedAt)),
          limit,
        )
      ).items,
    listOldRuns: (before, limit) =>
      Promise.resolve(
        [...runs.values()]
          .filter(({ lookAgainAt, startedAt }) => lookAgainAt === undefined && startedAt < before)
          .sort((a, b) => a.startedAt.localeCompare(b.startedAt))
          .slice(0, limit)
          .map(({ id }) => id),
      ),
    listOldEvents: (before, limit) =>
      Promise.resolve(
        [...events.values()]
          .filter(({ state, seenAt }) => state !== 'open' && seenAt < before)
          .sort((a, b) => a.seenAt.localeCompare(b.seenAt))
          .slice(0, limit)
          .map(({ eventKey }) => eventKey),
      ),
    remove({ runs: goneRuns = [], events: goneEvents = [] }) {
      for (const id of goneRuns) runs.delete(id);
      for (const key of goneEvents) events.delete(key);
      return Promise.resolve();
    },
  };

  const counts: CountStore = {
    listTallies: (limit) =>
      Promise.resolve([...tallies.values()].sort((a, b) => a.hour.localeCompare(b.hour)).slice(0, limit)),
    listTalliesOf: (hour, { cursor, limit }) =>
      listed(
        [...tallies.values()].filter((tally) => tally.hour === hour),
        limit,
        cursor,
      ),
    getHour: (hour) => Promise.resolve(hours.get(hour)),
    listHours: (from, to) =>
      Promise.resolve(
        [...hours.values()]
          .filter(({ hour }) => hour >= from && hour <= to)
          .sort((a, b) => a.hour.localeCompare(b.hour)),
      ),
    getRules: (ids) =>
      Promise.resolve(
        ids.flatMap((id) => {
          const known = ruleCounts.get(id);
          return known === undefined ? [] : [known];
        }),
      ),
    fold(hour, rules, ids) {
      if (1 + rules.length + ids.length > MAX_FOLD_WRITES)
        return Promise.reject(new Error('A fold of too many writes.'));
      const follows =
        fits(hours.get(hour.hour), hour.revision) &&
        rules.every(({ rule, revision }) => fits(ruleCounts.get(rule), revision));
      if (!follows || ids.some((id) => !tallies.has(id))) return Promise.resolve(err('conflict' as const));
      hours.set(hour.hour, hour);
      for (const rule of rules) ruleCounts.set(rule.rule, rule);
      for (const id of ids) tallies.delete(id);
      return Promise.resolve(ok(undefined));
    },
  };
  return { runs, events, echoes, locks, tallies, hours, ruleCounts, store, counts };
}
