// Where values, secrets and entities are kept, with the indexes of entities and the order of expiry beside them.
// It must know neither HTTP nor refusals: whoever calls it has checked what goes in.
//
// Tables (keys are LMDB's ordered lists):
//   kvs-items    ['value' | 'secret', key] and ['entity', entity, key]  -> Item
//   kvs-indexes  [entity, index, partition digest, range value, key]    -> 1
//   kvs-expiry   [expiresAtMs, ...item key]                             -> 1
//   kvs-meta     'indexes' -> the definitions that kvs-indexes was built from

import type { Key } from 'lmdb';
import type { JsonValue } from '../../core/json';
import type { HostClock } from '../ports';
import type { Store } from '../store/store';
import type { EntityDefinition } from './entity-definition';
import { indexRows } from './index-rows';
import { scanTable } from './scan';
import type { ScanOptions } from './scan';

/** Where one item is. */
export type Address =
  | { readonly space: 'value' | 'secret'; readonly key: string }
  | { readonly space: 'entity'; readonly entity: string; readonly key: string };

export interface Item {
  readonly value: JsonValue;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  /** When it expires; it stays readable for the deletion lag after that. */
  readonly expiresAtMs?: number;
}

/** Writes within `ItemStore.write`; reads see them. */
export interface ItemWriter {
  /** `ttlMs` of `undefined` takes an earlier expiry away. Returns what is stored now. */
  put(address: Address, value: JsonValue, ttlMs: number | undefined): Item;
  /** Removes the item if it is there. */
  remove(address: Address): void;
}

export interface ItemStore {
  get(address: Address): Item | undefined;
  /** Runs `work` in one transaction, which is committed when the promise resolves. */
  write<T>(work: (writer: ItemWriter) => T): Promise<T>;
  /** Items in the order of their keys; `base` is the item key without its last part. */
  scanItems(
    options: ScanOptions,
  ): Iterable<{ readonly row: readonly Key[]; readonly key: string; readonly item: Item }>;
  /** Entities in the order of an index; `base` is the index row up to the partition digest. */
  scanIndex(
    entity: string,
    options: ScanOptions,
  ): Iterable<{ readonly row: readonly Key[]; readonly key: string; readonly item: Item }>;
}

export interface ItemStoreOptions {
  readonly store: Store;
  readonly clock: HostClock;
  readonly entities: readonly EntityDefinition[];
  readonly deletionLagMs: number;
}

/** Expired items removed in passing by each write, so that no write takes long. */
const SWEEP_SIZE = 20;
/** Forge tells expiry in whole seconds. */
const EXPIRY_STEP_MS = 1000;

/** The key of an item in `kvs-items`. */
function toItemKey(address: Address): Key[] {
  return address.space === 'entity' ? ['entity', address.entity, address.key] : [address.space, address.key];
}

/** Opens the tables, and builds the indexes anew when the definitions have changed since. */
export async function openItemStore(options: ItemStoreOptions): Promise<ItemStore> {
  const { store, clock, deletionLagMs } = options;
  const items = store.table<Item>('kvs-items');
  const indexes = store.table<1>('kvs-indexes');
  const expiry = store.table<1>('kvs-expiry');
  const entities = new Map(options.entities.map((entity) => [entity.name, entity]));

  const isGone = (item: Item): boolean =>
    item.expiresAtMs !== undefined && item.expiresAtMs + deletionLagMs <= clock.nowMs();
  const rowsOf = (key: readonly Key[], item: Item): Key[][] => {
    const entity = key[0] === 'entity' ? entities.get(String(key[1])) : undefined;
    return entity === undefined ? [] : indexRows(entity, item.value, String(key[2]));
  };
  const drop = (key: Key[], item: Item): void => {
    for (const row of rowsOf(key, item)) indexes.remove(row);
    if (item.expiresAtMs !== undefined) expiry.remove([item.expiresAtMs, ...key]);
    items.remove(key);
  };
  const sweep = (): void => {
    const due = [...expiry.range({ end: [clock.nowMs() - deletionLagMs + 1], limit: SWEEP_SIZE })];
    for (const { key } of due) {
      const itemKey = (key as Key[]).slice(1);
      const item = items.get(itemKey);
      if (item !== undefined) drop(itemKey, item);
    }
  };
  const writer: ItemWriter = {
    put(address, value, ttlMs) {
      const key = toItemKey(address);
      const before = items.get(key);
      if (before !== undefined) drop(key, before);
      const nowMs = clock.nowMs();
      const item: Item = {
        value,
        createdAtMs: before === undefined || isGone(before) ? nowMs : before.createdAtMs,
        updatedAtMs: nowMs,
        ...(ttlMs === undefined
          ? {}
          : { expiresAtMs: Math.ceil((nowMs + ttlMs) / EXPIRY_STEP_MS) * EXPIRY_STEP_MS }),
      };
      items.put(key, item);
      for (const row of rowsOf(key, item)) indexes.put(row, 1);
      if (item.expiresAtMs !== undefined) expiry.put([item.expiresAtMs, ...key], 1);
      return item;
    },
    remove(address) {
      const key = toItemKey(address);
      const item = items.get(key);
      if (item !== undefined) drop(key, item);
    },
  };
  const get = (address: Address): Item | undefined => {
    const item = items.get(toItemKey(address));
    return item === undefined || isGone(item) ? undefined : item;
  };
  await rebuildIndexes(store, options.entities, rowsOf);

  return {
    get,
    write: (work) =>
      store.transaction(() => {
        sweep();
        return work(writer);
      }),
    *scanItems(scan) {
      for (const { row, value } of scanTable(items, scan)) {
        if (!isGone(value)) yield { row, key: String(row.at(-1)), item: value };
      }
    },
    *scanIndex(entity, scan) {
      for (const { row } of scanTable(indexes, scan)) {
        const key = String(row.at(-1));
        const item = get({ space: 'entity', entity, key });
        if (item !== undefined) yield { row, key, item };
      }
    },
  };
}

async function rebuildIndexes(
  store: Store,
  entities: readonly EntityDefinition[],
  rowsOf: (key: readonly Key[], item: Item) => Key[][],
): Promise<void> {
  const meta = store.table<string>('kvs-meta');
  const definitions = JSON.stringify(entities);
  if (meta.get('indexes') === definitions) return;
  const items = store.table<Item>('kvs-items');
  const indexes = store.table<1>('kvs-indexes');
  await store.transaction(() => {
    for (const { key } of [...indexes.range()]) indexes.remove(key);
    for (const { row, value } of [...scanTable(items, { base: ['entity'] })]) {
      for (const indexRow of rowsOf(row, value)) indexes.put(indexRow, 1);
    }
    meta.put('indexes', definitions);
  });
}
