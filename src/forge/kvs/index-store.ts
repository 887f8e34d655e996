// The stored index: parts under keys that never change, and one head that is written only over the generation that was
// read. Parts that no head names any more are listed, and deleted by the sweep once no reader can be between the two.

import { Filter, FilterConditions, WhereConditions, kvs } from '@forge/kvs';
import { KVS_LIMITS } from '../../core/limits';
import { err, ok } from '../../core/result';
import { isConflict } from './conflict';
import { installationKey, isFresh } from './memory';
import type { ShardStore } from '../../core/matching/shard-store';

const ENTITY = 'index-head';
const HEAD_KEY = 'head';

/** Lists of retired parts, by when they were retired. */
const RETIRED_PREFIX = 'index-retired:';

/** Longer than any reader takes from the head to its parts. */
const RETIRED_FOR_MS = 5 * 60 * 1000;

/** Parts kept in memory by installation; far more than one event type has. */
const MAX_PARTS_IN_MEMORY = 200;

interface HeadEntity {
  generation: number;
  head: unknown;
}

interface Retired {
  readonly at: number;
  readonly keys: readonly string[];
}

interface Memory {
  head?: { readonly value: unknown; readonly readAtMs: number };
  readonly parts: Map<string, unknown>;
}

const memories = new Map<string, Memory>();

export const indexStore: ShardStore = {
  async readHead() {
    const memory = memoryOfInstallation();
    if (memory.head !== undefined && isFresh(memory.head.readAtMs)) return memory.head.value;
    const entity = await kvs.entity<HeadEntity>(ENTITY).get(HEAD_KEY);
    memory.head = { value: entity?.head, readAtMs: Date.now() };
    return entity?.head;
  },

  async readParts(keys) {
    const { parts } = memoryOfInstallation();
    const wanted = keys.filter((key) => !parts.has(key));
    for (const some of inBatches(wanted)) {
      const { successfulKeys } = await kvs.batchGet<unknown>(some.map((key) => ({ key })));
      for (const { key, value } of successfulKeys) remember(parts, key, value);
    }
    // A head in memory may name parts that are gone: the next read of it must be a new one.
    if (keys.some((key) => !parts.has(key))) delete memoryOfInstallation().head;
    return new Map(keys.filter((key) => parts.has(key)).map((key) => [key, parts.get(key)]));
  },

  async commit({ head, parts, retired }, expectedGeneration) {
    delete memoryOfInstallation().head;
    for (const some of inBatches([...parts])) {
      const { failedKeys } = await kvs.batchSet(some.map(([key, value]) => ({ key, value })));
      const failed = failedKeys[0];
      if (failed !== undefined) throw new Error(`Failed to store the index: ${failed.error.message}.`);
    }
    const entity: HeadEntity = { generation: head.generation, head };
    try {
      if (expectedGeneration === 0) {
        await kvs.entity<HeadEntity>(ENTITY).set(HEAD_KEY, entity, { keyPolicy: 'FAIL_IF_EXISTS' });
      } else {
        const conditions = new Filter<HeadEntity>().and(
          'generation',
          FilterConditions.equalTo(expectedGeneration),
        );
        await kvs.transact().set(HEAD_KEY, entity, { entityName: ENTITY, conditions }).execute();
      }
    } catch (error) {
      if (!isConflict(error)) throw error;
      await retire(head.generation, [...parts.keys()]);
      return err('conflict');
    }
    await retire(head.generation, retired);
    return ok(undefined);
  },
};

/** Deletes parts that were retired long enough ago; one page of lists a call. */
export async function deleteRetiredParts(nowMs: number): Promise<void> {
  const { results } = await kvs.query().where('key', WhereConditions.beginsWith(RETIRED_PREFIX)).getMany();
  for (const { key, value } of results) {
    const { at, keys } = value as Retired;
    if (nowMs - at < RETIRED_FOR_MS) continue;
    for (const some of inBatches(keys)) await kvs.batchDelete(some.map((each) => ({ key: each })));
    await kvs.delete(key);
  }
}

async function retire(generation: number, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  const retired: Retired = { at: Date.now(), keys };
  await kvs.set(`${RETIRED_PREFIX}${generation}:${keys[0] ?? ''}`, retired);
}

function memoryOfInstallation(): Memory {
  const installation = installationKey();
  const memory = memories.get(installation) ?? { parts: new Map<string, unknown>() };
  memories.set(installation, memory);
  return memory;
}

function remember(parts: Map<string, unknown>, key: string, value: unknown): void {
  const [oldest] = parts.keys();
  if (parts.size >= MAX_PARTS_IN_MEMORY && oldest !== undefined) parts.delete(oldest);
  parts.set(key, value);
}

function inBatches<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / KVS_LIMITS.MAX_BATCH_KEYS) }, (_, index) =>
    items.slice(index * KVS_LIMITS.MAX_BATCH_KEYS, (index + 1) * KVS_LIMITS.MAX_BATCH_KEYS),
  );
}
