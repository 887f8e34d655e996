// Get, set and delete of one item, be it a value, a secret or an entity.
// It must not know how the item is addressed on the wire.

import type { JsonValue } from '../../core/json';
import { ok } from '../../core/result';
import type { Result } from '../../core/result';
import { checkEntityValue } from './entity-value';
import { findEntity } from './entity-definition';
import type { EntityDefinition } from './entity-definition';
import type { Address, ItemStore } from './item-store';
import { keyNotFound, refuse } from './refusal';
import type { KvsRefusal } from './refusal';
import type { MetadataField, SetOptions } from './requests';
import { checkKey, checkSecret, checkSetOptions, checkTtl, checkValue } from './validate';
import { toWireItem } from './wire';
import type { WireItem } from './wire';

/** The address of a value, or of an entity when `entityName` is given. */
export function toAddress(
  entities: readonly EntityDefinition[],
  key: string,
  entityName: string | undefined,
): Result<Address, KvsRefusal> {
  if (entityName !== undefined) {
    const entity = findEntity(entities, entityName);
    if (!entity.ok) return entity;
  }
  const checked = checkKey(key, entityName === undefined ? 'plain' : 'entity');
  if (!checked.ok) return checked;
  return ok(
    entityName === undefined ? { space: 'value', key } : { space: 'entity', entity: entityName, key },
  );
}

/** The address of a secret. */
export function toSecretAddress(key: string): Result<Address, KvsRefusal> {
  const checked = checkKey(key, 'plain');
  return checked.ok ? ok({ space: 'secret', key }) : checked;
}

/** Checks a value for the place it goes to. */
export function checkValueFor(
  address: Address,
  entities: readonly EntityDefinition[],
  value: JsonValue,
): Result<JsonValue, KvsRefusal> {
  const checked = address.space === 'secret' ? checkSecret(value) : checkValue(value);
  if (!checked.ok || address.space !== 'entity') return checked;
  const entity = findEntity(entities, address.entity);
  return entity.ok ? checkEntityValue(entity.value, value) : entity;
}

export function getOne(
  items: ItemStore,
  address: Address,
  fields: readonly MetadataField[] | undefined,
): Result<WireItem, KvsRefusal> {
  const item = items.get(address);
  return item === undefined ? keyNotFound(address.key) : ok(toWireItem(address.key, item, fields));
}

/** Stores a checked value. The answer is `undefined` unless a value was asked for and there is one. */
export async function setOne(
  items: ItemStore,
  address: Address,
  value: JsonValue,
  options: SetOptions = {},
): Promise<Result<WireItem | undefined, KvsRefusal>> {
  const checked = checkSetOptions(options);
  if (!checked.ok) return checked;
  const ttlMs = checkTtl(options.ttl);
  if (!ttlMs.ok) return ttlMs;
  return items.write((writer) => {
    const before = items.get(address);
    if (options.keyPolicy === 'FAIL_IF_EXISTS' && before !== undefined) {
      return refuse('KEY_CONFLICT', `Key "${address.key}" already exists`, 409);
    }
    const now = writer.put(address, value, ttlMs.value);
    const returned = { PREVIOUS: before, LATEST: now, none: undefined }[options.returnValue ?? 'none'];
    return ok(
      returned === undefined ? undefined : toWireItem(address.key, returned, options.returnMetadataFields),
    );
  });
}

/** Removes an item; a missing one is no error. */
export function deleteOne(items: ItemStore, address: Address): Promise<void> {
  return items.write((writer) => writer.remove(address));
}
