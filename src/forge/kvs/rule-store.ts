// Rules in the custom entity `rule`, one record each. A change is written only over the version that was read
// (a condition of the transaction), together with what history keeps of it and the generation that tells other
// processes to read again.

import { Sort, kvs } from '@forge/kvs';
import { err, ok } from '../../core/result';
import { isConflict } from './conflict';
import { addJob } from './import-store';
import { addChange, addRuleWrite } from './history-store';
import { installationKey, isFresh } from './memory';
import { RULE } from './rule-entities';
import { parseStoredRule } from '../../core/rules/parse-stored-rule';
import type { RuleEntity } from './rule-entities';
import type { RuleStore, RuleWrite } from '../../core/ports';
import type { StoredRule } from '../../core/rules/rule';

const BY_PRIORITY = 'by-priority';

/** Changes with every saved or deleted rule. */
const GENERATION_KEY = 'rules-generation';

/** The generation that the index holds. */
const INDEXED_KEY = 'rules-indexed';

/** Rules read in one query; the most that KVS gives. */
const RULES_PER_QUERY = 100;

interface Snapshot {
  rules: Map<string, StoredRule>;
  generation: string;
  checkedAtMs: number;
}

/** Copies by installation: one warm process serves several. */
const snapshots = new Map<string, Snapshot>();

export const ruleStore: RuleStore = {
  async get(id) {
    const entity = await kvs.entity<RuleEntity>(RULE).get(id);
    return entity === undefined ? undefined : parseStoredRule(entity.record);
  },

  async list({ cursor, limit }) {
    const query = kvs.entity<RuleEntity>(RULE).query().index(BY_PRIORITY).sort(Sort.ASC).limit(limit);
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

  async commit(changes, { change, job } = {}) {
    const transaction = kvs.transact();
    for (const each of changes) addRuleWrite(transaction, each);
    if (change !== undefined) addChange(transaction, change);
    if (job !== undefined) addJob(transaction, job);
    transaction.set(GENERATION_KEY, newGeneration(changes));
    try {
      await transaction.execute();
    } catch (error) {
      if (isConflict(error)) return err('conflict');
      throw error;
    }
    const known = snapshots.get(installationKey())?.rules;
    for (const { before, after } of changes) {
      if (after === undefined) known?.delete(before.rule.id);
      else known?.set(after.rule.id, after);
    }
    return ok(undefined);
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

/** Another text than before, whoever commits. */
function newGeneration(changes: readonly RuleWrite[]): string {
  const of = ({ before, after }: RuleWrite) =>
    after === undefined ? `${before.rule.id}:deleted` : `${after.rule.id}:${after.version}`;
  return `${changes.slice(0, 1).map(of).join('')}:${changes.length}:${Date.now()}:${Math.random().toString(36).slice(2)}`;
}
