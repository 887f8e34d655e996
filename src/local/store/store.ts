// The host's memory on disk: named ordered tables in one LMDB environment. A write is acknowledged when its
// transaction has committed, so it survives a kill of the process. The disk is flushed when the operating system
// likes: a loss of power may cost the last seconds, or the file. It must not know what the tables mean.

import { open, TransactionFlags } from 'lmdb';
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

/**
 * Twice LMDB's usual page, because the page bounds the key: 4,026 bytes instead of 1,978, which an index entry
 * of the key-value store (900 bytes of value beside a key of 500 characters) can exceed.
 */
const PAGE_BYTES = 8192;

/**
 * Undone when `work` throws; committed on return, without waiting for the disk. The asynchronous transactions of
 * lmdb 3.5.6 were seen never to call back on Node 20.20, so they are not used.
 */
const COMMIT = (TransactionFlags.ABORTABLE |
  TransactionFlags.SYNCHRONOUS_COMMIT |
  TransactionFlags.NO_SYNC_FLUSH) as TransactionFlags;

/** Opens (and creates) the store in the folder `path`. */
export function openStore(path: string): Store {
  const root: RootDatabase = open({
    path,
    // Else a folder with a dot in its name is taken for the file.
    noSubdir: false,
    maxDbs: MAX_TABLES,
    pageSize: PAGE_BYTES,
    encoding: 'json',
    compression: false,
    // It would flush within each synchronous commit, which holds up the whole host for milliseconds.
    overlappingSync: false,
  });
  return {
    table<V>(name: string): Table<V> {
      const db = root.openDB<V, Key>({ name, encoding: 'json' });
      return {
        get: (key) => db.get(key),
        put: (key, value) => {
          db.putSync(key, value);
        },
        remove: (key) => {
          db.removeSync(key);
        },
        range: (options = {}) => db.getRange(options),
      };
    },
    transaction: <T>(work: () => T): Promise<T> =>
      new Promise((resolve) => {
        resolve(root.transactionSync(work, COMMIT));
      }),
    close: () => root.close(),
  };
}
