// The host's memory on disk: named ordered tables in one LMDB environment. A write is acknowledged when its
// transaction has committed, so it survives a kill of the process. It must not know what the tables mean.

import { open } from 'lmdb';
import type { Key, RootDatabase } from 'lmdb';

export interface RangeOptions {
  readonly start?: Key;
  /** Exclusive. */
  readonly end?: Key;
  readonly limit?: number;
  readonly reverse?: boolean;
}

/** One ordered table. Values are JSON. Reads see the last commit, or the writes of the open transaction. */
export interface Table<V> {
  get(key: Key): V | undefined;
  /** Only inside `Store.transaction`. */
  put(key: Key, value: V): void;
  /** Only inside `Store.transaction`. */
  remove(key: Key): void;
  range(options?: RangeOptions): Iterable<{ key: Key; value: V }>;
}

export interface Store {
  table<V>(name: string): Table<V>;
  /** Runs `work` alone and at once; its writes are committed together, or none when it throws. `work` is synchronous. */
  transaction<T>(work: () => T): Promise<T>;
  close(): Promise<void>;
}

/** Tables that one environment may hold; LMDB wants the number beforehand. */
const MAX_TABLES = 64;

/** Opens (and creates) the store in the folder `path`. */
export function openStore(path: string): Store {
  const root: RootDatabase = open({ path, maxDbs: MAX_TABLES, encoding: 'json', compression: false });
  return {
    table<V>(name: string): Table<V> {
      const db = root.openDB<V, Key>({ name, encoding: 'json' });
      return {
        get: (key) => db.get(key),
        put: (key, value) => void db.putSync(key, value),
        remove: (key) => void db.removeSync(key),
        range: (options = {}) => db.getRange(options),
      };
    },
    // A child transaction, because only that one is undone when `work` throws.
    transaction: (work) => root.childTransaction(work),
    close: () => root.close(),
  };
}
