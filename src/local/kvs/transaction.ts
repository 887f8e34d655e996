// Transactions: up to 25 sets, deletes and checks, all or nothing, with conditions on entities.
// It must not write before every operation has been found good.
// [developer.atlassian.com/platform/forge/storage-reference/entities-transactions]

import type { JsonValue } from '../../core/json';
import { isJsonObject } from '../../core/json';
import { KVS_LIMITS } from '../../core/limits';
import { ok } from '../../core/result';
import type { Result } from '../../core/result';
import { checkFilters, filtersHold } from './conditions';
import type { Filters } from './conditions';
import { findEntity } from './entity-definition';
import type { EntityDefinition } from './entity-definition';
import type { Address, ItemStore } from './item-store';
import { badRequest, refuse } from './refusal';
import type { KvsRefusal } from './refusal';
import type { RawFilters, TransactionRequest, Ttl } from './requests';
import { checkValueFor, toAddress } from './single';
import { checkTtl } from './validate';

interface RawOperation {
  readonly kind: 'set' | 'delete' | 'check';
  readonly key: string;
  readonly entityName?: string;
  readonly conditions?: RawFilters;
  readonly value?: JsonValue;
  readonly options?: { readonly ttl?: Ttl };
}

interface Operation {
  readonly kind: 'set' | 'delete' | 'check';
  readonly address: Address;
  readonly filters?: Filters;
  readonly value?: JsonValue;
  readonly ttlMs: number | undefined;
}

/** Performs all of `request`, or nothing. */
export async function transact(
  items: ItemStore,
  entities: readonly EntityDefinition[],
  request: TransactionRequest,
): Promise<Result<undefined, KvsRefusal>> {
  const operations = checkOperations(entities, [
    ...request.set.map((operation) => ({ kind: 'set' as const, ...operation })),
    ...request.delete.map((operation) => ({ kind: 'delete' as const, ...operation })),
    ...request.check.map((operation) => ({ kind: 'check' as const, ...operation })),
  ]);
  if (!operations.ok) return operations;
  return items.write((writer) => {
    const broken = operations.value.find((operation) => !conditionsHold(items, operation));
    if (broken !== undefined) {
      return refuse('CONDITIONAL_CHECK_FAILED', `Conditions on key "${broken.address.key}" are not met`, 409);
    }
    for (const { kind, address, value, ttlMs } of operations.value) {
      if (kind === 'set' && value !== undefined) writer.put(address, value, ttlMs);
      if (kind === 'delete') writer.remove(address);
    }
    return ok(undefined);
  });
}

function conditionsHold(items: ItemStore, operation: Operation): boolean {
  if (operation.filters === undefined) return true;
  const stored = items.get(operation.address)?.value;
  return filtersHold(operation.filters, isJsonObject(stored) ? stored : undefined);
}

function checkOperations(
  entities: readonly EntityDefinition[],
  operations: readonly RawOperation[],
): Result<readonly Operation[], KvsRefusal> {
  if (operations.length === 0 || operations.length > KVS_LIMITS.MAX_TRANSACTION_OPERATIONS) {
    return badRequest(
      `expected 1 to ${KVS_LIMITS.MAX_TRANSACTION_OPERATIONS} operations, got ${operations.length}`,
    );
  }
  if (
    new Set(operations.map(({ key, entityName }) => JSON.stringify([entityName, key]))).size <
    operations.length
  ) {
    return badRequest('expected each key once');
  }
  const checked: Operation[] = [];
  for (const raw of operations) {
    const operation = checkOperation(entities, raw);
    if (!operation.ok) return operation;
    checked.push(operation.value);
  }
  return ok(checked);
}

function checkOperation(
  entities: readonly EntityDefinition[],
  raw: RawOperation,
): Result<Operation, KvsRefusal> {
  const address = toAddress(entities, raw.key, raw.entityName);
  if (!address.ok) return address;
  const filters = checkConditions(entities, raw);
  if (!filters.ok) return filters;
  const value = raw.value === undefined ? ok(undefined) : checkValueFor(address.value, entities, raw.value);
  if (!value.ok) return value;
  const ttlMs = checkTtl(raw.options?.ttl);
  if (!ttlMs.ok) return ttlMs;
  return ok({
    kind: raw.kind,
    address: address.value,
    ttlMs: ttlMs.value,
    ...(filters.value === undefined ? {} : { filters: filters.value }),
    ...(value.value === undefined ? {} : { value: value.value }),
  });
}

/** Conditions are for entities only, and a check is nothing without them. */
function checkConditions(
  entities: readonly EntityDefinition[],
  raw: RawOperation,
): Result<Filters | undefined, KvsRefusal> {
  if (raw.conditions === undefined) {
    return raw.kind === 'check' ? badRequest(`check "${raw.key}": expected conditions`) : ok(undefined);
  }
  if (raw.entityName === undefined)
    return badRequest(`"${raw.key}": expected an entity beside the conditions`);
  const entity = findEntity(entities, raw.entityName);
  return entity.ok ? checkFilters(raw.conditions, entity.value) : entity;
}
