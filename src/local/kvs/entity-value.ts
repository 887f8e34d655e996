// What may be stored in a custom entity: values that fit the declared attribute types and the sizes of its indexes.
// It must not store them. Attributes that the manifest does not declare are refused: Forge "strictly enforces
// attribute types" and says nothing of further ones, so the host takes the careful reading.

import { isJsonObject } from '../../core/json';
import type { JsonObject, JsonValue } from '../../core/json';
import { ok } from '../../core/result';
import type { Result } from '../../core/result';
import { isScalar } from './conditions';
import { indexesOf } from './entity-definition';
import type { AttributeType, EntityDefinition } from './entity-definition';
import { STORE_LIMITS } from './limits';
import { refuse } from './refusal';
import type { KvsRefusal } from './refusal';

/** Checks `value` against `entity`. */
export function checkEntityValue(entity: EntityDefinition, value: JsonValue): Result<JsonObject, KvsRefusal> {
  if (!isJsonObject(value)) {
    return refuse('INVALID_ENTITY_VALUE', 'The value of an entity must be an object.');
  }
  for (const [name, attribute] of Object.entries(value)) {
    const type = Object.hasOwn(entity.attributes, name) ? entity.attributes[name]?.type : undefined;
    if (type === undefined) {
      return refuse('INVALID_ENTITY_VALUE', `Entity "${entity.name}" declares no attribute "${name}".`);
    }
    if (!fitsType(type, attribute)) {
      return refuse(
        'INVALID_ENTITY_VALUE',
        `Attribute "${name}" of entity "${entity.name}" must be of type ${type}.`,
      );
    }
  }
  return checkIndexSizes(entity, value);
}

/** True when `value` is a value of `type`. */
export function fitsType(type: AttributeType, value: unknown): boolean {
  switch (type) {
    case 'string':
      return typeof value === 'string' && value.trim() !== '';
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return (
        Number.isInteger(value) &&
        Number(value) >= STORE_LIMITS.MIN_INTEGER &&
        Number(value) <= STORE_LIMITS.MAX_INTEGER
      );
    case 'float': {
      if (typeof value !== 'number') return false;
      const magnitude = Math.abs(value);
      return (
        magnitude === 0 ||
        (magnitude >= STORE_LIMITS.MIN_FLOAT_MAGNITUDE && magnitude < STORE_LIMITS.FLOAT_MAGNITUDE_BELOW)
      );
    }
    case 'any':
      return value !== null;
  }
}

function checkIndexSizes(entity: EntityDefinition, value: JsonObject): Result<JsonObject, KvsRefusal> {
  for (const index of indexesOf(entity)) {
    const rangeBytes = sizeOf(value, index.range === undefined ? [] : [index.range]);
    const partitionBytes = sizeOf(value, index.partition);
    if (rangeBytes > STORE_LIMITS.MAX_RANGE_BYTES || partitionBytes > STORE_LIMITS.MAX_PARTITION_BYTES) {
      return refuse(
        'INVALID_ENTITY_VALUE',
        `The values of index "${index.name}" may take 900 bytes (range) and 1700 bytes (partition).`,
      );
    }
  }
  return ok(value);
}

function sizeOf(value: JsonObject, attributes: readonly string[]): number {
  return attributes.reduce((bytes, name) => {
    const attribute = value[name];
    return !isScalar(attribute) ? bytes : bytes + Buffer.byteLength(String(attribute));
  }, 0);
}
