// Batches: up to 25 gets, sets or deletes in one request, each for itself.
// It must not make one item's refusal another's. [developer.atlassian.com/platform/forge/storage-reference/kvs-batch]

import type * as v from 'valibot';
import { KVS_LIMITS } from '../../core/limits';
import { ok } from '../../core/result';
import type { Result } from '../../core/result';
import type { EntityDefinition } from './entity-definition';
import type { Address, ItemStore } from './item-store';
import { badRequest } from './refusal';
import type { KvsRefusal } from './refusal';
import type { BatchDeleteSchema, BatchGetSchema, BatchSetSchema } from './requests';
import { checkValueFor, getOne, toAddress } from './single';
import { checkTtl } from './validate';

interface BatchItem {
  readonly key: string;
  readonly entityName?: string;
}

interface FailedItem extends BatchItem {
  readonly error: { readonly code: string; readonly message: string };
}

export interface BatchAnswer {
  readonly successfulKeys: readonly BatchItem[];
  readonly failedKeys: readonly FailedItem[];
}

export function batchGet(
  items: ItemStore,
  entities: readonly EntityDefinition[],
  request: v.InferOutput<typeof BatchGetSchema>,
): Result<BatchAnswer, KvsRefusal> {
  return eachItem(request, (item) => {
    const address = toAddress(entities, item.key, item.entityName);
    return address.ok ? getOne(items, address.value, item.options?.metadataFields) : address;
  });
}

export function batchSet(
  items: ItemStore,
  entities: readonly EntityDefinition[],
  request: v.InferOutput<typeof BatchSetSchema>,
): Promise<Result<BatchAnswer, KvsRefusal>> {
  return items.write((writer) =>
    eachItem(request, (item) => {
      const address = toAddress(entities, item.key, item.entityName);
      if (!address.ok) return address;
      const value = checkValueFor(address.value, entities, item.value);
      if (!value.ok) return value;
      const ttlMs = checkTtl(item.options?.ttl);
      if (!ttlMs.ok) return ttlMs;
      writer.put(address.value, value.value, ttlMs.value);
      return ok({});
    }),
  );
}

/** A missing key is deleted successfully, as by a single delete. */
export function batchDelete(
  items: ItemStore,
  entities: readonly EntityDefinition[],
  request: v.InferOutput<typeof BatchDeleteSchema>,
): Promise<Result<BatchAnswer, KvsRefusal>> {
  return items.write((writer) =>
    eachItem(request, (item) => {
      const address: Result<Address, KvsRefusal> = toAddress(entities, item.key, item.entityName);
      if (!address.ok) return address;
      writer.remove(address.value);
      return ok({});
    }),
  );
}

function eachItem<T extends BatchItem>(
  request: readonly T[],
  perform: (item: T) => Result<object, KvsRefusal>,
): Result<BatchAnswer, KvsRefusal> {
  if (request.length === 0 || request.length > KVS_LIMITS.MAX_BATCH_KEYS) {
    return badRequest(`expected 1 to ${KVS_LIMITS.MAX_BATCH_KEYS} keys, got ${request.length}`);
  }
  if (new Set(request.map((item) => JSON.stringify([item.entityName, item.key]))).size < request.length) {
    return badRequest('expected each key once');
  }
  const successfulKeys: BatchItem[] = [];
  const failedKeys: FailedItem[] = [];
  for (const item of request) {
    const name = { key: item.key, ...(item.entityName === undefined ? {} : { entityName: item.entityName }) };
    const done = perform(item);
    if (done.ok) successfulKeys.push({ ...name, ...done.value });
    else failedKeys.push({ ...name, error: { code: done.error.code, message: done.error.message } });
  }
  return ok({ successfulKeys, failedKeys });
}
