// Counts by the hour in the custom entities `tally` and `hour`. Folding is one transaction: the hour is written over
// what was read, and every tally must still be there.

import { Filter, FilterConditions, Sort, WhereConditions, kvs } from '@forge/kvs';
import { KVS_LIMITS } from '../../core/limits';
import { err, ok } from '../../core/result';
import { parseHourCounts, parseTally } from '../../core/runs/parse-run';
import { isConflict } from './conflict';
import { ALL, HOUR, TALLY, toHour } from './run-entities';
import { keep, over } from './run-writes';
import type { CountStore } from '../../core/run-ports';
import type { HourEntity, TallyEntity } from './run-entities';

export const countStore: CountStore = {
  async listTallies(limit) {
    const query = kvs
      .entity<TallyEntity>(TALLY)
      .query()
      .index('by-hour', { partition: [ALL] });
    const { results } = await query.sort(Sort.ASC).limit(limit).getMany();
    return results.map(({ value }) => parseTally(value.record));
  },

  async listTalliesOf(hour, { cursor, limit }) {
    const query = kvs
      .entity<TallyEntity>(TALLY)
      .query()
      .index('by-hour', { partition: [ALL] })
      .where(WhereConditions.equalTo(hour))
      .limit(limit);
    const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany();
    const items = page.results.map(({ value }) => parseTally(value.record));
    return page.nextCursor === undefined ? { items } : { items, cursor: page.nextCursor };
  },

  async getHour(hour) {
    const entity = await kvs.entity<HourEntity>(HOUR).get(hour);
    return entity === undefined ? undefined : parseHourCounts(entity.record);
  },

  async listHours(from, to) {
    const query = kvs
      .entity<HourEntity>(HOUR)
      .query()
      .index('by-hour', { partition: [ALL] });
    const { results } = await query
      .where(WhereConditions.between(from, to))
      .sort(Sort.ASC)
      .limit(KVS_LIMITS.MAX_QUERY_LIMIT)
      .getMany();
    return results.map(({ value }) => parseHourCounts(value.record));
  },

  async fold(hour, tallyIds) {
    const conditions = over<HourEntity>(hour.revision);
    const transaction = kvs
      .transact()
      .set(hour.hour, toHour(hour), { entityName: HOUR, conditions }, keep(hour));
    const present = new Filter<TallyEntity>().and('hour', FilterConditions.exists());
    for (const id of tallyIds) transaction.delete(id, { entityName: TALLY, conditions: present });
    try {
      await transaction.execute();
      return ok(undefined);
    } catch (error) {
      if (isConflict(error)) return err('conflict');
      throw error;
    }
  },
};
