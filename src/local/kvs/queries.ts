// The two queries: values by the beginning of their key, entities by an index.
// It must not write. Unlike on Forge, where queries are eventually consistent, an answer is always current.

import { KVS_LIMITS } from '../../core/limits';
import { ok } from '../../core/result';
import type { Result } from '../../core/result';
import { checkCondition, checkFilters, filtersHold } from './conditions';
import type { Condition } from './conditions';
import { parseCursor, toCursor } from './cursor';
import { KEY_INDEX, findEntity, findIndex } from './entity-definition';
import type { EntityDefinition, EntityIndex } from './entity-definition';
import { fitsType } from './entity-value';
import { indexBase } from './index-rows';
import { isJsonObject } from '../../core/json';
import type { ItemStore } from './item-store';
import { badRequest, refuse } from './refusal';
import type { KvsRefusal } from './refusal';
import type { EntityQueryRequest, QueryRequest } from './requests';
import { toWireItem } from './wire';
import type { WireItem } from './wire';

export interface QueryAnswer {
  readonly data: readonly WireItem[];
  /** Absent when nothing follows. */
  readonly cursor?: string;
}

type Rows = ReturnType<ItemStore['scanItems']>;

/** Values whose key begins with the given text; all of them without a `where`. */
export function queryValues(items: ItemStore, request: QueryRequest): Result<QueryAnswer, KvsRefusal> {
  const { limit = KVS_LIMITS.DEFAULT_QUERY_LIMIT, where = [], options } = request;
  if (limit > KVS_LIMITS.MAX_QUERY_LIMIT) {
    return refuse('LIST_QUERY_LIMIT_EXCEEDED', 'Limit for list query should be below 100.');
  }
  if (!Number.isInteger(limit) || limit < 1)
    return badRequest('limit: expected a whole number from 1 to 100');
  if (where.length > 1) {
    return refuse('QUERY_WHERE_INVALID', 'KVS queries should contain only a single "where" clause.');
  }
  const [clause] = where;
  if (clause !== undefined && clause.property !== 'key') {
    return refuse('QUERY_WHERE_FIELD_INVALID', 'The specified field is not supported for filters.');
  }
  if (clause !== undefined && clause.condition !== 'BEGINS_WITH') {
    return refuse('INVALID_FILTER_CONDITION', 'The specified condition is not supported for filters.');
  }
  const condition = clause === undefined ? ok(undefined) : checkCondition(clause, 'string', 'where');
  if (!condition.ok) return condition;
  const base = ['value'];
  const after = parseCursor(request.after, base);
  if (!after.ok) return after;
  const rows = items.scanItems({
    base,
    ...given('condition', condition.value),
    ...given('after', after.value),
  });
  return ok(readPage(rows, limit, ({ key, item }) => toWireItem(key, item, options?.metadataFields)));
}

/** Entities of one index. Filters look at one page of the index: a page can come back short, or empty, with a cursor. */
export function queryEntities(
  items: ItemStore,
  entities: readonly EntityDefinition[],
  request: EntityQueryRequest,
): Result<QueryAnswer, KvsRefusal> {
  const { limit = KVS_LIMITS.DEFAULT_QUERY_LIMIT, options } = request;
  const entity = findEntity(entities, request.entityName);
  if (!entity.ok) return entity;
  const index = findIndex(entity.value, request.indexName);
  if (!index.ok) return index;
  if (!Number.isInteger(limit) || limit < 1 || limit > KVS_LIMITS.MAX_QUERY_LIMIT) {
    return refuse('COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE', 'The page limit must be set between 1 and 100.');
  }
  const partition = checkPartition(entity.value, index.value, request.partition ?? []);
  if (!partition.ok) return partition;
  const range = checkRange(entity.value, index.value, request);
  if (!range.ok) return range;
  const filters = request.filters === undefined ? ok(undefined) : checkFilters(request.filters, entity.value);
  if (!filters.ok) return filters;

  const byKey = index.value.name === KEY_INDEX.name;
  const base = byKey
    ? ['entity', entity.value.name]
    : indexBase(entity.value.name, index.value, partition.value);
  const after = parseCursor(request.cursor, base);
  if (!after.ok) return after;
  const scan = {
    base,
    reverse: request.sort === 'DESC',
    ...given('condition', range.value),
    ...given('after', after.value),
  };
  const rows = byKey ? items.scanItems(scan) : items.scanIndex(entity.value.name, scan);
  return ok(
    readPage(rows, limit, ({ key, item }) => {
      const attributes = isJsonObject(item.value) ? item.value : undefined;
      if (filters.value !== undefined && !filtersHold(filters.value, attributes)) return undefined;
      return toWireItem(key, item, options?.metadataFields);
    }),
  );
}

function checkPartition(
  entity: EntityDefinition,
  index: EntityIndex,
  partition: NonNullable<EntityQueryRequest['partition']>,
): Result<typeof partition, KvsRefusal> {
  if (partition.length !== index.partition.length) {
    return badRequest(
      `partition: index "${index.name}" expects ${index.partition.length} values, got ${partition.length}`,
    );
  }
  const misfit = index.partition.find((name, at) => {
    const type = entity.attributes[name]?.type;
    return type === undefined || !fitsType(type, partition[at]);
  });
  if (misfit !== undefined)
    return badRequest(`partition: the value does not fit the type of attribute "${misfit}"`);
  return ok(partition);
}

function checkRange(
  entity: EntityDefinition,
  index: EntityIndex,
  request: EntityQueryRequest,
): Result<Condition | undefined, KvsRefusal> {
  if (request.range === undefined) return ok(undefined);
  const type = index.range === undefined ? 'string' : (entity.attributes[index.range]?.type ?? 'any');
  return checkCondition(request.range, type, 'where');
}

function readPage(
  rows: Rows,
  limit: number,
  read: (row: Rows extends Iterable<infer R> ? R : never) => WireItem | undefined,
): QueryAnswer {
  const data: WireItem[] = [];
  let seen = 0;
  let last: string | undefined;
  for (const row of rows) {
    if (seen === limit) return last === undefined ? { data } : { data, cursor: last };
    seen += 1;
    last = toCursor(row.row);
    const item = read(row);
    if (item !== undefined) data.push(item);
  }
  return { data };
}

function given<K extends string, V>(name: K, value: V | undefined): { readonly [P in K]?: V } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [P in K]?: V };
}
