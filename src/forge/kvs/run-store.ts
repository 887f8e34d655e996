// The records of the run engine in custom entities: events, runs, echoes and locks. Every member is one request.
// A commit is one transaction; its conditions are what keeps two writers from undoing each other.

import { Filter, FilterConditions, Sort, WhereConditions, kvs } from '@forge/kvs';
import { parseEchoRecord, parseEventRecord, parseRun } from '../../core/runs/parse-run';
import { err, ok } from '../../core/result';
import { isConflict } from './conflict';
import { ALL, ECHO, EVENT, LOCK, RUN, TALLY, toEcho, toEvent, toRun, toTally } from './run-entities';
import { keep, over } from './run-writes';
import type { RunStore } from '../../core/run-ports';
import type { EchoEntity, EventEntity, LockEntity, RunEntity } from './run-entities';

export const runStore: RunStore = {
  async commit({ event, runs = [], echoes = [], locks = [], tally }) {
    const transaction = kvs.transact();
    if (event !== undefined) {
      const conditions = over<EventEntity>(event.revision);
      transaction.set(event.eventKey, toEvent(event), { entityName: EVENT, conditions }, keep(event));
    }
    for (const run of runs) {
      const conditions = over<RunEntity>(run.revision);
      transaction.set(run.id, toRun(run), { entityName: RUN, conditions }, keep(run));
    }
    for (const echo of echoes) {
      const conditions = over<EchoEntity>(echo.revision);
      transaction.set(echo.key, toEcho(echo), { entityName: ECHO, conditions }, keep(echo));
    }
    for (const { key, holder, change } of locks) {
      const mine = new Filter<LockEntity>().or('holder', FilterConditions.equalTo(holder));
      if (change === 'release') transaction.delete(key, { entityName: LOCK, conditions: mine });
      else {
        const free = mine.or('holder', FilterConditions.notExists());
        transaction.set(key, { holder }, { entityName: LOCK, conditions: free });
      }
    }
    if (tally !== undefined) transaction.set(tally.id, toTally(tally), { entityName: TALLY });
    try {
      await transaction.execute();
      return ok(undefined);
    } catch (error) {
      if (isConflict(error)) return err('conflict');
      throw error;
    }
  },

  async get(id) {
    const entity = await kvs.entity<RunEntity>(RUN).get(id);
    return entity === undefined ? undefined : parseRun(entity.record);
  },

  async getEvent(eventKey) {
    const entity = await kvs.entity<EventEntity>(EVENT).get(eventKey);
    return entity === undefined ? undefined : parseEventRecord(entity.record);
  },

  async getEcho(key) {
    const entity = await kvs.entity<EchoEntity>(ECHO).get(key);
    return entity === undefined ? undefined : parseEchoRecord(entity.record);
  },

  async list({ eventKey, subject, rule, outcome, from, to, cursor, limit }) {
    const runs = kvs.entity<RunEntity>(RUN).query();
    const index =
      eventKey !== undefined
        ? runs.index('by-event', { partition: [eventKey] })
        : subject !== undefined
          ? runs.index('by-subject', { partition: [subject] })
          : rule !== undefined
            ? runs.index('by-rule', { partition: [rule] })
            : outcome !== undefined
              ? runs.index('by-outcome', { partition: [outcome] })
              : runs.index('by-start', { partition: [ALL] });
    const query = (from === undefined && to === undefined ? index : index.where(between(from, to)))
      .sort(Sort.DESC)
      .limit(limit);
    const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany();
    const items = page.results.map(({ value }) => parseRun(value.record));
    return page.nextCursor === undefined ? { items } : { items, cursor: page.nextCursor };
  },

  async listEvents({ subject, eventType, from, to, cursor, limit }) {
    const events = kvs.entity<EventEntity>(EVENT).query();
    const index =
      subject !== undefined
        ? events.index('by-subject', { partition: [subject] })
        : eventType !== undefined
          ? events.index('by-type', { partition: [eventType] })
          : events.index('by-time', { partition: [ALL] });
    const query = (from === undefined && to === undefined ? index : index.where(between(from, to)))
      .sort(Sort.DESC)
      .limit(limit);
    const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany();
    const items = page.results.map(({ value }) => parseEventRecord(value.record));
    return page.nextCursor === undefined ? { items } : { items, cursor: page.nextCursor };
  },

  async listDueRuns(before, limit) {
    const query = kvs
      .entity<RunEntity>(RUN)
      .query()
      .index('by-look', { partition: ['open'] });
    const { results } = await query
      .where(WhereConditions.lessThan(before))
      .sort(Sort.ASC)
      .limit(limit)
      .getMany();
    return results.map(({ value }) => parseRun(value.record));
  },

  async listDueEvents(before, limit) {
    const query = kvs
      .entity<EventEntity>(EVENT)
      .query()
      .index('by-lease', { partition: ['open'] });
    const { results } = await query
      .where(WhereConditions.lessThan(before))
      .sort(Sort.ASC)
      .limit(limit)
      .getMany();
    return results.map(({ value }) => parseEventRecord(value.record));
  },

  async listSerial(serialKey, limit) {
    const query = kvs
      .entity<RunEntity>(RUN)
      .query()
      .index('by-serial', { partition: [serialKey] });
    const { results } = await query.sort(Sort.ASC).limit(limit).getMany();
    return results.map(({ value }) => parseRun(value.record));
  },

  async listOldRuns(before, limit) {
    const query = kvs
      .entity<RunEntity>(RUN)
      .query()
      .index('by-start', { partition: [ALL] });
    const { results } = await query
      .where(WhereConditions.lessThan(before))
      .filters(new Filter<RunEntity>().and('rest', FilterConditions.equalTo('at-rest')))
      .sort(Sort.ASC)
      .limit(limit)
      .getMany();
    return results.map(({ key }) => key);
  },

  async listOldEvents(before, limit) {
    const query = kvs
      .entity<EventEntity>(EVENT)
      .query()
      .index('by-time', { partition: [ALL] });
    const { results } = await query
      .where(WhereConditions.lessThan(before))
      .filters(new Filter<EventEntity>().and('rest', FilterConditions.equalTo('at-rest')))
      .sort(Sort.ASC)
      .limit(limit)
      .getMany();
    return results.map(({ key }) => key);
  },

  async remove({ runs = [], events = [] }) {
    const { failedKeys } = await kvs.batchDelete([
      ...runs.map((key) => ({ key, entityName: RUN })),
      ...events.map((key) => ({ key, entityName: EVENT })),
    ]);
    const failed = failedKeys[0];
    if (failed !== undefined) throw new Error(`Failed to delete old records: ${failed.error.message}.`);
  },
};

/** ISO times compare as texts; nothing comes before the first of these, nor after the second. */
const EARLIEST = '0';
const LATEST = '9';

function between(from = EARLIEST, to = LATEST): ReturnType<typeof WhereConditions.between<string>> {
  return WhereConditions.between(from, to);
}
