// The rows by which an entity is found: one for each index whose attributes it has.
// It must not touch the tables.

import { createHash } from 'node:crypto';
import type { Key } from 'lmdb';
import { isJsonObject } from '../../core/json';
import type { JsonValue } from '../../core/json';
import { isScalar } from './conditions';
import type { Scalar } from './conditions';
import { indexesOf } from './entity-definition';
import type { EntityDefinition, EntityIndex } from './entity-definition';

/** The rows of the entity `value`, stored under `key`. An index lacking an attribute of the value has no row for it. */
export function indexRows(entity: EntityDefinition, value: JsonValue, key: string): Key[][] {
  if (!isJsonObject(value)) return [];
  return indexesOf(entity).flatMap((index) => {
    const range = index.range === undefined ? undefined : value[index.range];
    const partition = index.partition.map((name) => value[name]);
    if (!isScalar(range) || !partition.every(isScalar)) return [];
    return [[...indexBase(entity.name, index, partition), toRowValue(range), key]];
  });
}

/**
 * Where the rows of one partition of an index begin. The partition is a digest, because 1,700 bytes of values would
 * not fit a key beside the rest, and partitions are only ever asked for as a whole.
 */
export function indexBase(entity: string, index: EntityIndex, partition: readonly Scalar[]): Key[] {
  const digest = createHash('sha256').update(JSON.stringify(partition)).digest('base64url');
  return [entity, index.name, digest];
}

/** `-0` equals `0` for whoever asks, but not for LMDB. */
function toRowValue(value: Scalar): Scalar {
  return value === 0 ? 0 : value;
}
