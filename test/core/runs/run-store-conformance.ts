// What every run store must do: the same cases for the one in memory and for the real one on the host's KVS.

import { expect, it } from 'vitest';
import { MAX_COMMIT_WRITES } from '../../../src/core/run-ports';
import { aRun, anEventRecord } from '../../support/builders';
import type { CountStore, RunStore } from '../../../src/core/run-ports';
import type { EchoRecord } from '../../../src/core/runs/echo';

const KEEP = '2099-01-01T00:00:00.000Z';

const anEcho = (overrides: Partial<EchoRecord> = {}): EchoRecord => ({
  v: 1,
  key: 'label:1',
  revision: 1,
  entries: [],
  keepUntil: KEEP,
  ...overrides,
});

/** Declares the cases; `open` gives stores without records. */
export function itIsARunStore(open: () => { readonly store: RunStore; readonly counts: CountStore }): void {
  it('writes a record only over the revision below its own', async () => {
    const { store } = open();
    const run = aRun({ keepUntil: KEEP });
    expect(await store.commit({ runs: [{ ...run, revision: 2 }] })).toEqual({ ok: false, error: 'conflict' });
    expect((await store.commit({ runs: [run] })).ok).toBe(true);
    expect((await store.commit({ runs: [run] })).ok).toBe(false);
    expect((await store.commit({ runs: [{ ...run, revision: 3 }] })).ok).toBe(false);
    expect((await store.commit({ runs: [{ ...run, revision: 2, outcome: 'waiting' }] })).ok).toBe(true);
    expect(await store.get('run-1')).toMatchObject({ revision: 2, outcome: 'waiting' });
  });

  it('writes all of a commit or nothing', async () => {
    const { store, counts } = open();
    const event = anEventRecord({ keepUntil: KEEP });
    const runs = Array.from({ length: MAX_COMMIT_WRITES - 3 }, (_, at) =>
      aRun({ id: `run-${at}`, keepUntil: KEEP }),
    );
    const tally = { id: 'tally-1', hour: '2026-01-05T10', counts: { events: 1 } };
    await store.commit({ echoes: [anEcho()] });
    expect((await store.commit({ event, runs, echoes: [anEcho()], tally })).ok).toBe(false);
    expect(await store.getEvent('key-1')).toBeUndefined();
    expect(await store.get('run-0')).toBeUndefined();
    expect(await counts.listTallies(10)).toEqual([]);
    const second = anEcho({ revision: 2, entries: [] });
    expect((await store.commit({ event, runs, echoes: [second], tally })).ok).toBe(true);
    expect(await store.getEvent('key-1')).toEqual(event);
    expect((await store.list({ eventKey: 'key-1', limit: 100 })).items).toHaveLength(runs.length);
    expect(await store.getEcho('label:1')).toEqual(second);
    expect(await counts.listTallies(10)).toEqual([tally]);
  });

  it('gives a lock to one holder at a time', async () => {
    const { store } = open();
    const take = (holder: string) => ({ locks: [{ key: '1', holder, change: 'take' as const }] });
    const release = (holder: string) => ({ locks: [{ key: '1', holder, change: 'release' as const }] });
    const oks = [];
    for (const changes of [take('a'), take('a'), take('b'), release('b'), release('a'), take('b')]) {
      oks.push((await store.commit(changes)).ok);
    }
    expect(oks).toEqual([true, true, false, false, true, true]);
  });

  it('lists what is due, what is serial and what is old, in order', async () => {
    const { store } = open();
    const minute = (n: number) => `2026-01-05T10:0${n}:00.000Z`;
    const open1 = aRun({
      id: 'b',
      lookAgainAt: minute(2),
      serialKey: '7',
      eventAt: minute(0),
      keepUntil: KEEP,
    });
    const open2 = aRun({
      id: 'a',
      lookAgainAt: minute(1),
      serialKey: '7',
      eventAt: minute(1),
      keepUntil: KEEP,
    });
    const rest = aRun({ id: 'c', outcome: 'failed', serialKey: '7', startedAt: minute(3), keepUntil: KEEP });
    await store.commit({ runs: [open1, open2, rest] });
    await store.commit({ event: anEventRecord({ state: 'open', leaseUntil: minute(1), keepUntil: KEEP }) });
    await store.commit({ event: anEventRecord({ eventKey: 'key-2', state: 'seen', keepUntil: KEEP }) });
    const ids = (runs: readonly { readonly id: string }[]) => runs.map(({ id }) => id);
    expect(ids(await store.listDueRuns(minute(5), 10))).toEqual(['a', 'b']);
    expect(ids(await store.listDueRuns(minute(2), 10))).toEqual(['a']);
    expect(ids(await store.listSerial('7', 10))).toEqual(['b', 'a']);
    expect((await store.listDueEvents(minute(2), 10)).map(({ eventKey }) => eventKey)).toEqual(['key-1']);
    expect(await store.listDueEvents(minute(1), 10)).toEqual([]);
    expect(await store.listOldRuns(minute(9), 10)).toEqual(['c']);
    expect(await store.listOldEvents(minute(9), 10)).toEqual(['key-2']);
    expect(ids((await store.list({ outcome: 'failed', limit: 10 })).items)).toEqual(['c']);
    expect(ids((await store.list({ subject: '1', limit: 10 })).items)).toHaveLength(3);
    expect((await store.listEvents({ subject: '1', limit: 10 })).items).toHaveLength(2);
    await store.remove({ runs: ['c'], events: ['key-2'] });
    expect(await store.get('c')).toBeUndefined();
    expect(await store.getEvent('key-2')).toBeUndefined();
  });

  it('folds tallies into their hour, each once', async () => {
    const { store, counts } = open();
    const hour = {
      v: 1,
      hour: '2026-01-05T10',
      revision: 1,
      counts: { events: 2 },
      keepUntil: KEEP,
    } as const;
    await store.commit({ tally: { id: 't1', hour: hour.hour, counts: { events: 1 } } });
    await store.commit({ tally: { id: 't2', hour: hour.hour, counts: { events: 1 } } });
    await store.commit({ tally: { id: 't3', hour: '2026-01-06T10', counts: { events: 1 } } });
    const page = await counts.listTalliesOf(hour.hour, { limit: 1 });
    const { cursor = '' } = page;
    const rest = await counts.listTalliesOf(hour.hour, { limit: 2, cursor });
    expect([...page.items, ...rest.items].map(({ id }) => id).toSorted()).toEqual(['t1', 't2']);
    expect((await counts.fold({ ...hour, hour: '2026-01-06T10' }, [], ['t3'])).ok).toBe(true);
    const last = { id: 'run', at: '2026-01-05T10:00:00.000Z', outcome: 'failed', revision: 3 } as const;
    const ofDay = { v: 1, keepUntil: KEEP, days: { '2026-01-05': { runs: 2, failed: 1 } }, last } as const;
    const rule = { ...ofDay, rule: 'a-rule', revision: 1 };
    expect(await counts.getRules(['a-rule', 'other'])).toEqual([]);
    expect((await counts.fold(hour, [rule], ['t1', 't2'])).ok).toBe(true);
    expect((await counts.fold({ ...hour, revision: 2 }, [], ['t1'])).ok).toBe(false);
    expect((await counts.fold({ ...hour, revision: 2 }, [rule], [])).ok).toBe(false);
    expect((await counts.fold({ ...hour, hour: '2026-01-05T11' }, [{ ...rule, revision: 2 }], [])).ok).toBe(
      true,
    );
    expect(await counts.getRules(['a-rule', 'other'])).toEqual([{ ...rule, revision: 2 }]);
    expect(await counts.listTallies(10)).toEqual([]);
    expect(await counts.getHour(hour.hour)).toEqual(hour);
    expect(await counts.listHours('2026-01-05T00', '2026-01-05T23')).toEqual([
      hour,
      { ...hour, hour: '2026-01-05T11' },
    ]);
  });
}
