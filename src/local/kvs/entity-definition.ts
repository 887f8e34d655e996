// Custom entities as the manifest declares them (`app.storage.entities`), and the look-up of their indexes.
// It must not read the manifest; the host passes the definitions in.

import { ok } from '../../core/result';
import type { Result } from '../../core/result';
import { STORE_LIMITS } from './limits';
import { refuse } from './refusal';
import type { KvsRefusal } from './refusal';

export type AttributeType = 'string' | 'integer' | 'float' | 'boolean' | 'any';

export interface EntityDefinition {
  readonly name: string;
  readonly attributes: Readonly<Record<string, { readonly type: AttributeType }>>;
  /** An attribute's name for a simple index, else a named one. */
  readonly indexes: readonly (
    | string
    | { readonly name: string; readonly range: readonly string[]; readonly partition?: readonly string[] }
  )[];
}

/** An index in one form, whichever way it was declared. */
export interface EntityIndex {
  readonly name: string;
  /** The attribute that orders it; absent for `by-key`, which the key orders. */
  readonly range?: string;
  readonly partition: readonly string[];
}

/** The index that every entity has. [developer.atlassian.com/platform/forge/storage-reference/entities-manifest] */
export const KEY_INDEX: EntityIndex = { name: 'by-key', partition: [] };

const NAME_PATTERN = /^(?![_.-])(?!.*\.{2})[a-z0-9:\-_.]*(?<![.])$/;

/** The declared indexes of `entity`, without `by-key`. */
export function indexesOf(entity: EntityDefinition): readonly EntityIndex[] {
  return entity.indexes.flatMap((index): EntityIndex[] => {
    if (typeof index === 'string') return [{ name: index, range: index, partition: [] }];
    const range = index.range[0];
    return range === undefined ? [] : [{ name: index.name, range, partition: index.partition ?? [] }];
  });
}

/** The entity called `name`, or why there is none. */
export function findEntity(
  entities: readonly EntityDefinition[],
  name: string,
): Result<EntityDefinition, KvsRefusal> {
  if (name.length < STORE_LIMITS.MIN_ENTITY_NAME_LENGTH) {
    return refuse('ENTITY_TYPE_TOO_SHORT', 'The provided key needs to be more than 3 characters.');
  }
  if (name.length > STORE_LIMITS.MAX_ENTITY_NAME_LENGTH) {
    return refuse('ENTITY_TYPE_TOO_LARGE', 'The provided key has exceeded the maximum 60 characters.');
  }
  if (!NAME_PATTERN.test(name)) {
    return refuse('INVALID_ENTITY_TYPE', 'The provided key does not match the pattern of entity names.');
  }
  const entity = entities.find((candidate) => candidate.name === name);
  if (entity === undefined) {
    return refuse('INVALID_ENTITY_TYPE', `Entity "${name}" is not declared in the manifest.`);
  }
  return ok(entity);
}

/** The index called `name`, `by-key` included, or the refusal. */
export function findIndex(entity: EntityDefinition, name: string): Result<EntityIndex, KvsRefusal> {
  const index =
    name === KEY_INDEX.name ? KEY_INDEX : indexesOf(entity).find((candidate) => candidate.name === name);
  if (index === undefined) {
    return refuse('INVALID_ENTITY_INDEX', `Entity "${entity.name}" has no index "${name}".`);
  }
  return ok(index);
}
