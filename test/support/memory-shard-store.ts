// A stored index in memory, as KVS would keep it: what is read is a copy.

import { err, ok } from '../../src/core/result';
import type { ShardStore } from '../../src/core/matching/shard-store';

export function createMemoryShardStore(): {
  readonly store: ShardStore;
  readonly values: Map<string, string>;
} {
  const values = new Map<string, string>();
  let generation = 0;
  const read = (key: string): unknown => {
    const text = values.get(key);
    return text === undefined ? undefined : JSON.parse(text);
  };
  const store: ShardStore = {
    readHead: () => Promise.resolve(read('head')),
    readParts: (keys) => Promise.resolve(new Map(keys.map((key) => [key, read(key)]))),
    commit({ head, parts, retired }, expectedGeneration) {
      if (expectedGeneration !== generation) return Promise.resolve(err('conflict' as const));
      for (const [key, part] of parts) values.set(key, JSON.stringify(part));
      values.set('head', JSON.stringify(head));
      generation = head.generation;
      for (const key of retired) values.delete(key);
      return Promise.resolve(ok(undefined));
    },
  };
  return { store, values };
}
