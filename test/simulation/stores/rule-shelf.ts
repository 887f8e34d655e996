// The rules of one world as the engine reads them, and the port of them. Admins change them from outside.

import { err } from '../../../src/core/result';
import { call, site } from '../world/call';
import type { RuleStore, SettingsStore } from '../../../src/core/ports';
import type { Settings } from '../../../src/core/admin/settings';
import type { ShardStore } from '../../../src/core/matching/shard-store';
import type { StoredRule } from '../../../src/core/rules/rule';
import type { Invocation } from '../world/invocation';

const SITES = {
  get: site('read a rule', 'kvs-read'),
  all: site('read the rules', 'kvs-read'),
  put: site('write a rule', 'kvs-write'),
  settings: site('read the settings', 'kvs-read'),
  index: site('read the index', 'kvs-read'),
} as const;

export interface Shelf {
  readonly rules: Map<string, StoredRule>;
  settings: Settings;
  /** The stored index by key, `head` among them; undefined: there is none yet. */
  index: ReadonlyMap<string, unknown> | undefined;
}

export function createRuleStore(invocation: Invocation, { rules }: Shelf): RuleStore {
  const everything = (): Promise<readonly StoredRule[]> =>
    call(invocation, SITES.all, '', () => [...rules.values()]);
  return {
    get: (id) => call(invocation, SITES.get, id, () => rules.get(id)),
    list: async () => ({ items: await everything() }),
    all: everything,
    snapshot: everything,
    // Rules are changed by the admins of the world, outside; the engine itself turns none off here.
    commit: (changes) =>
      call(invocation, SITES.put, `${changes.length} rules`, () => err('conflict' as const)),
    generation: () => call(invocation, SITES.index, 'generation', () => ''),
    markIndexed: () => call(invocation, SITES.put, 'indexed', () => undefined),
    isIndexed: () => call(invocation, SITES.index, 'indexed', () => true),
  };
}

export function createSettingsStore(invocation: Invocation, shelf: Shelf): SettingsStore {
  return {
    get: () => call(invocation, SITES.settings, '', () => shelf.settings),
    put: (settings) => call(invocation, SITES.put, 'settings', () => void (shelf.settings = settings)),
  };
}

export function createShardStore(invocation: Invocation, shelf: Shelf): ShardStore {
  return {
    readHead: () => call(invocation, SITES.index, 'head', () => shelf.index?.get('head')),
    readParts: (keys) =>
      call(invocation, SITES.index, 'parts', () => new Map(keys.map((key) => [key, shelf.index?.get(key)]))),
    commit: () => call(invocation, SITES.put, 'index', () => err('conflict' as const)),
  };
}
