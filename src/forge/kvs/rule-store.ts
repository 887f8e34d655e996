// Rules in the custom entity `rule`, one record each. A change is written only over the version that was read
// (a condition of the transaction), together with the generation that tells other processes to read again.

import { Filter, FilterConditions, Sort, kvs } from '@forge/kvs';
import { err, ok } from '../../core/result';
import { isConflict } from './conflict';
import { installationKey, isFresh } from './memory';
import { parseStoredRule } from '../../core/rules/parse-stored-rule';
import type { RuleStore } from '../../core/ports';
import type { StoredRule } from '../../core/rules/rule';

const ENTITY = 'rule';
const BY_PRIORITY = 'by-priority';

/** Changes with every saved or deleted rule. */
const GENERATION_KEY = 'rules-generation';

/** The generation that the index holds. */
const INDEXED_KEY = 'rules-indexed';

/** Rules read in one query; the most that KVS gives. */
const RULES_PER_QUERY = 100;

/** What is stored: the attributes that indexes need, and the record. */
interface RuleEntity {
  version: number;
  priority: number;
  record: unknown;
}

interface Snapshot {
  rules: Map<string, StoredRule>;
  generation: string;
  checkedAtMs: number;
}

/** Copies by installation: one warm process serves several. */
const snapshots = new Map<string, Snapshot>();

export const ruleStore: RuleStore = {
  async get(id) {
    const entity = await kvs.entity<RuleEntity>(ENTITY).get(id);
    return entity === undefined ? undefined : parseStoredRule(entity.record);
  },

  async list({ cursor, limit }) {
    const query = kvs.entity<RuleEntity>(ENTITY).query().index(BY_PRIORITY).sort(Sort.ASC).limit(limit);
    const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany();
    const items = page.results.map(({ value }) => parseStoredRule(value.record));
    return page.nextCursor === undefined ? { items } : { items, cursor: page.nextCursor };
  },

  async all() {
    const generation = await ruleStore.generation();
    const rules = await readAll();
    snapshots.set(installationKey(), { rules, generation, checkedAtMs: Date.now() });
    return [...rules.values()];
  },

  async snapshot() {
    const known = snapshots.get(installationKey());
    if (known !== undefined && isFresh(known.checkedAtMs)) return [...known.rules.values()];
    if (known === undefined || known.generation !== (await ruleStore.generation())) return ruleStore.all();
    known.checkedAtMs = Date.now();
    return [...known.rules.values()];
  },

  async put(stored, expectedVersion) {
    const { rule, version } = stored;
    const entity: RuleEntity = { version, priority: rule.priority, record: stored };
    const generation = `${rule.id}:${version}:${stored.updatedAt}`;
    const read =
      expectedVersion === 0 ? FilterConditions.notExists() : FilterConditions.equalTo(expectedVersion);
    try {
      await kvs
        .transact()
        .set(rule.id, entity, {
          entityName: ENTITY,
          conditions: new Filter<RuleEntity>().and('version', read),
        })
        .set(GENERATION_KEY, generation)
        .execute();
    } catch (error) {
      if (isConflict(error)) return err('conflict');
      throw error;
    }
    snapshots.get(installationKey())?.rules.set(rule.id, stored);
    return ok(undefined);
  },

  async delete(id) {
    await kvs
      .transact()
      .delete(id, { entityName: ENTITY })
      .set(GENERATION_KEY, `${id}:deleted:${new Date().toISOString()}`)
      .execute();
    snapshots.get(installationKey())?.rules.delete(id);
  },

  async generation() {
    return (await kvs.get<string>(GENERATION_KEY)) ?? '';
  },

  async markIndexed(generation) {
    await kvs.set(INDEXED_KEY, generation);
  },

  async isIndexed() {
    return ((await kvs.get<string>(INDEXED_KEY)) ?? '') === (await ruleStore.generation());
  },
};

async function readAll(): Promise<Map<string, StoredRule>> {
  const rules = new Map<string, StoredRule>();
  let cursor: string | undefined;
  do {
    const page = await ruleStore.list({
      limit: RULES_PER_QUERY,
      ...(cursor === undefined ? {} : { cursor }),
    });
    for (const stored of page.items) rules.set(stored.rule.id, stored);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return rules;
}
