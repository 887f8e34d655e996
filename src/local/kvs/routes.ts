// The paths of the key-value store, what each takes and what it answers.
// It must not store or judge anything itself. A path that is not here is answered by kvs.ts with 501.

import type * as v from 'valibot';
import { KVS_LIMITS } from '../../core/limits';
import { ok } from '../../core/result';
import type { Result } from '../../core/result';
import { batchDelete, batchGet, batchSet } from './batch';
import type { EntityDefinition } from './entity-definition';
import type { Address, ItemStore } from './item-store';
import { queryEntities, queryValues } from './queries';
import { refuse } from './refusal';
import type { KvsRefusal } from './refusal';
import * as requests from './requests';
import { checkValueFor, deleteOne, getOne, setOne, toAddress, toSecretAddress } from './single';
import { transact } from './transaction';

interface RouteContext {
  readonly items: ItemStore;
  readonly entities: readonly EntityDefinition[];
}

/** An answer of `undefined` is an empty body. */
type Answer = Result<object | undefined, KvsRefusal>;

export interface Route {
  /** Which of the two budgets the request is counted on. */
  readonly counts: 'read' | 'write';
  /** Forge calls the same refusal by another name for transactions. […/storage-reference/kvs-transactions] */
  readonly tooMany: 'RATE_LIMIT_EXCEEDED' | 'TOO_MANY_REQUESTS';
  answer(context: RouteContext, bodyText: string): Answer | Promise<Answer>;
}

function route<S extends v.GenericSchema>(
  counts: Route['counts'],
  schema: S,
  answer: (context: RouteContext, body: v.InferOutput<S>) => Answer | Promise<Answer>,
): Route {
  return {
    counts,
    tooMany: 'RATE_LIMIT_EXCEEDED',
    answer(context, bodyText) {
      const body = requests.parseBody(schema, bodyText);
      return body.ok ? answer(context, body.value) : body;
    },
  };
}

/** Batches and transactions may not exceed 4 MB. */
function bounded(inner: Route): Route {
  return {
    ...inner,
    answer: (context, bodyText) =>
      Buffer.byteLength(bodyText) > KVS_LIMITS.MAX_BATCH_BYTES
        ? refuse('MAX_SIZE', 'The request has exceeded the maximum size of 4 MB.')
        : inner.answer(context, bodyText),
  };
}

async function setChecked(
  { items, entities }: RouteContext,
  address: Result<Address, KvsRefusal>,
  body: v.InferOutput<typeof requests.SetSchema>,
): Promise<Answer> {
  if (!address.ok) return address;
  const value = checkValueFor(address.value, entities, body.value);
  return value.ok ? setOne(items, address.value, value.value, body.options) : value;
}

async function deleteChecked(items: ItemStore, address: Result<Address, KvsRefusal>): Promise<Answer> {
  if (!address.ok) return address;
  await deleteOne(items, address.value);
  return ok(undefined);
}

function getChecked(
  items: ItemStore,
  address: Result<Address, KvsRefusal>,
  body: v.InferOutput<typeof requests.GetSchema>,
): Answer {
  return address.ok ? getOne(items, address.value, body.options?.metadataFields) : address;
}

const valueAddress = (body: { key: string }): Result<Address, KvsRefusal> =>
  toAddress([], body.key, undefined);
const entityAddress = (
  { entities }: RouteContext,
  body: { key: string; entityName: string },
): Result<Address, KvsRefusal> => toAddress(entities, body.key, body.entityName);

/** By path. */
export const ROUTES: ReadonlyMap<string, Route> = new Map([
  ['/api/v1/get', route('read', requests.GetSchema, (c, b) => getChecked(c.items, valueAddress(b), b))],
  ['/api/v1/set', route('write', requests.SetSchema, (c, b) => setChecked(c, valueAddress(b), b))],
  [
    '/api/v1/delete',
    route('write', requests.DeleteSchema, (c, b) => deleteChecked(c.items, valueAddress(b))),
  ],
  ['/api/v1/query', route('read', requests.QuerySchema, (c, b) => queryValues(c.items, b))],
  [
    '/api/v1/secret/get',
    route('read', requests.GetSchema, (c, b) => getChecked(c.items, toSecretAddress(b.key), b)),
  ],
  [
    '/api/v1/secret/set',
    route('write', requests.SetSchema, (c, b) => setChecked(c, toSecretAddress(b.key), b)),
  ],
  [
    '/api/v1/secret/delete',
    route('write', requests.DeleteSchema, (c, b) => deleteChecked(c.items, toSecretAddress(b.key))),
  ],
  [
    '/api/v1/entity/get',
    route('read', requests.EntityGetSchema, (c, b) => getChecked(c.items, entityAddress(c, b), b)),
  ],
  [
    '/api/v1/entity/set',
    route('write', requests.EntitySetSchema, (c, b) => setChecked(c, entityAddress(c, b), b)),
  ],
  [
    '/api/v1/entity/delete',
    route('write', requests.EntityDeleteSchema, (c, b) => deleteChecked(c.items, entityAddress(c, b))),
  ],
  [
    '/api/v1/entity/query',
    route('read', requests.EntityQuerySchema, (c, b) => queryEntities(c.items, c.entities, b)),
  ],
  [
    '/api/v1/batch/get',
    bounded(route('read', requests.BatchGetSchema, (c, b) => batchGet(c.items, c.entities, b))),
  ],
  [
    '/api/v1/batch/set',
    bounded(route('write', requests.BatchSetSchema, (c, b) => batchSet(c.items, c.entities, b))),
  ],
  [
    '/api/v1/batch/delete',
    bounded(route('write', requests.BatchDeleteSchema, (c, b) => batchDelete(c.items, c.entities, b))),
  ],
  [
    '/api/v1/transaction',
    {
      ...bounded(route('write', requests.TransactionSchema, (c, b) => transact(c.items, c.entities, b))),
      tooMany: 'TOO_MANY_REQUESTS' as const,
    },
  ],
]);
