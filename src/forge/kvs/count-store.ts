// Counts in the custom entities `tally`, `hour` and `rule-counts`. Folding is one transaction: the hour and the rules are
// written over what was read, and every tally must still be there.

import { Filter, FilterConditions, Sort, WhereConditions, kvs } from '@forge/kvs';
import { KVS_LIMITS } from '../../core/limits';
import { err, ok } from '../../core/result';
import { parseHourCounts, parseRuleCounts, parseTally } from '../../core/runs/parse-run';
import { isConflict } from './conflict';
import { ALL, HOUR, RULE_COUNTS, TALLY, toHour, toRuleCounts } from './run-entities';
import { keep, over } from './run-writes';
import type { CountStore } from '../../core/run-ports';
import type { HourEntity, RuleCountsEntity, TallyEntity } from './run-entities';

/** What KVS says of a key of a batch that nothing is stored under. */
const NOT_FOUND = 'KEY_NOT_FOUND';

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

  async getRules(rules) {
    const { successfulKeys, failedKeys } = await kvs.batchGet<RuleCountsEntity>(
      rules.map((key) => ({ key, entityName: RULE_COUNTS })),
    );
    const failed = failedKeys.find(({ error }) => error.code !== NOT_FOUND);
    if (failed !== undefined) throw new Error(`Failed to read the counts of rules: ${failed.error.message}.`);
    return successfulKeys.map(({ value }) => parseRuleCounts(value.record));
  },

  async fold(hour, rules, tallyIds) {
    const conditions = over<HourEntity>(hour.revision);
    const transaction = kvs
      .transact()
      .set(hour.hour, toHour(hour), { entityName: HOUR, conditions }, keep(hour));
    for (const rule of rules) {
      transaction.set(
        rule.rule,
        toRuleCounts(rule),
        { entityName: RULE_COUNTS, conditions: over<RuleCountsEntity>(rule.revision) },
        keep(rule),
      );
    }
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
