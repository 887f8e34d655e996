// Imports under way: jobs in the custom entity `import`, texts and slices under keys that vanish after a day.
// Slices are stored as text: rules inside a list would go deeper than KVS allows.

import { Filter, FilterConditions, Sort, kvs } from '@forge/kvs';
import { parseImportJob } from '../../core/import/import-job';
import { parseStoredRule } from '../../core/rules/parse-stored-rule';
import { err, ok } from '../../core/result';
import { isConflict } from './conflict';
import { IMPORT } from './rule-entities';
import type { ImportJob, ImportStore } from '../../core/import/import-job';
import type { RuleWrite } from '../../core/ports';
import type { ImportEntity } from './rule-entities';

type Transaction = ReturnType<typeof kvs.transact>;

const ONE_DAY = { ttl: { value: 1, unit: 'DAYS' } } as const;

/** More imports than this are not under way at a time. */
const MAX_OPEN = 10;

export const importStore: ImportStore = {
  async putText(id, part, text) {
    await kvs.set(`import-text:${id}:${part}`, text, ONE_DAY);
  },

  async getText(id, part) {
    return kvs.get<string>(`import-text:${id}:${part}`);
  },

  async putSlice(id, slice, writes) {
    await kvs.set(`import-slice:${id}:${slice}`, JSON.stringify(writes), ONE_DAY);
  },

  async getSlice(id, slice) {
    const text = await kvs.get<string>(`import-slice:${id}:${slice}`);
    return text === undefined ? undefined : (JSON.parse(text) as object[]).map(toWrite);
  },

  async get(id) {
    const entity = await kvs.entity<ImportEntity>(IMPORT).get(id);
    return entity === undefined ? undefined : parseImportJob(entity.record);
  },

  async put(job) {
    const transaction = kvs.transact();
    addJob(transaction, job);
    try {
      await transaction.execute();
      return ok(undefined);
    } catch (error) {
      if (isConflict(error)) return err('conflict');
      throw error;
    }
  },

  async listOpen() {
    const { results } = await kvs
      .entity<ImportEntity>(IMPORT)
      .query()
      .index('by-open', { partition: ['open'] })
      .sort(Sort.ASC)
      .limit(MAX_OPEN)
      .getMany();
    return results.map(({ value }) => parseImportJob(value.record));
  },
};

/** Adds the job, on the condition that the stored one is the revision below. */
export function addJob(transaction: Transaction, job: ImportJob): void {
  const { id, revision, state, touchedAt } = job;
  const below = revision === 1 ? FilterConditions.notExists() : FilterConditions.equalTo(revision - 1);
  const conditions = new Filter<ImportEntity>().and('revision', below);
  const atRest = state === 'done' || state === 'undone' || state === 'staged';
  const entity: ImportEntity = { revision, touchedAt, record: job, ...(atRest ? {} : { open: 'open' }) };
  transaction.set(id, entity, { entityName: IMPORT, conditions }, ONE_DAY);
}

function toWrite(write: object): RuleWrite {
  const { before, after } = write as { readonly before?: unknown; readonly after?: unknown };
  return {
    before: before === undefined ? undefined : parseStoredRule(before),
    after: after === undefined ? undefined : parseStoredRule(after),
  } as RuleWrite;
}
