// Earlier versions of rules and the change log. Versions are written by the transaction that replaces them, see
// rule-store.ts; the last version of a deleted rule is remembered, so that a new rule of its id counts on from there.

import { Filter, FilterConditions, Sort, kvs } from '@forge/kvs';
import { parseChangeRecord } from '../../core/history/change-record';
import { HISTORY_DAYS, MAX_VERSIONS } from '../../core/history-ports';
import { parseStoredRule } from '../../core/rules/parse-stored-rule';
import { ALL, CHANGE, RULE, RULE_VERSION } from './rule-entities';
import type { ChangeRecord } from '../../core/history/change-record';
import type { HistoryStore } from '../../core/history-ports';
import type { RuleWrite } from '../../core/ports';
import type { ChangeEntity, RuleEntity, RuleVersionEntity } from './rule-entities';

type Transaction = ReturnType<typeof kvs.transact>;

const KEPT = { ttl: { value: HISTORY_DAYS, unit: 'DAYS' } } as const;

/** The number of the last version of a deleted rule, by rule. */
const DELETED_PREFIX = 'rule-deleted:';

export const historyStore: HistoryStore = {
  async version(rule, version) {
    const entity = await kvs.entity<RuleVersionEntity>(RULE_VERSION).get(versionKey(rule, version));
    return entity === undefined ? undefined : parseStoredRule(entity.record);
  },

  async versions({ rule, cursor, limit }) {
    const query = kvs
      .entity<RuleVersionEntity>(RULE_VERSION)
      .query()
      .index('by-rule', { partition: [rule] })
      .sort(Sort.DESC)
      .limit(limit);
    const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany();
    const items = page.results.map(({ value }) => parseStoredRule(value.record));
    return page.nextCursor === undefined ? { items } : { items, cursor: page.nextCursor };
  },

  async deletedVersions(rules) {
    if (rules.length === 0) return new Map();
    const { successfulKeys } = await kvs.batchGet<number>(
      rules.map((rule) => ({ key: DELETED_PREFIX + rule })),
    );
    return new Map(successfulKeys.map(({ key, value }) => [key.slice(DELETED_PREFIX.length), value]));
  },

  async changes({ rule, cursor, limit }) {
    const changes = kvs.entity<ChangeEntity>(CHANGE).query();
    const index =
      rule === undefined
        ? changes.index('by-time', { partition: [ALL] })
        : changes.index('by-rule', { partition: [rule] });
    const query = index.sort(Sort.DESC).limit(limit);
    const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany();
    const items = page.results.map(({ value }) => parseChangeRecord(value.record));
    return page.nextCursor === undefined ? { items } : { items, cursor: page.nextCursor };
  },

  async note(change) {
    await kvs.entity<ChangeEntity>(CHANGE).set(change.id, toEntity(change), KEPT);
  },
};

/** Adds a changed rule, on the condition that it is stored as it was read, and what history keeps of it. */
export function addRuleWrite(transaction: Transaction, { before, after }: RuleWrite): void {
  const id = (after ?? before)?.rule.id ?? '';
  const unchanged =
    before === undefined ? FilterConditions.notExists() : FilterConditions.equalTo(before.version);
  const conditions = new Filter<RuleEntity>().and('version', unchanged);
  if (after === undefined) {
    transaction.delete(id, { entityName: RULE, conditions });
    transaction.set(DELETED_PREFIX + id, before.version, undefined, KEPT);
  } else {
    const entity: RuleEntity = { version: after.version, priority: after.rule.priority, record: after };
    transaction.set(id, entity, { entityName: RULE, conditions });
  }
  if (before === undefined) return;
  const kept: RuleVersionEntity = { rule: id, version: before.version, record: before };
  transaction.set(versionKey(id, before.version), kept, { entityName: RULE_VERSION }, KEPT);
  if (before.version > MAX_VERSIONS) {
    transaction.delete(versionKey(id, before.version - MAX_VERSIONS), { entityName: RULE_VERSION });
  }
}

/** Adds a line of the change log. */
export function addChange(transaction: Transaction, change: ChangeRecord): void {
  transaction.set(change.id, toEntity(change), { entityName: CHANGE }, KEPT);
}

function toEntity(change: ChangeRecord): ChangeEntity {
  const { at, rule } = change;
  return { all: ALL, at, record: change, ...(rule === undefined ? {} : { rule: rule.id }) };
}

function versionKey(rule: string, version: number): string {
  return `${rule}:${version}`;
}
