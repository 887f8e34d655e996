// The port of the stored index, and the two things done through it: matching one event, and following one changed rule.
// Readers never see half a change: parts are written under new keys, one write of the head makes them count, and a part
// that is gone means that the head is old.

import { asIndexed } from '../fields/relax-condition';
import { err, ok } from '../result';
import { buildShards, touchedKeys, updateShards } from './build-shards';
import { matchParts } from './match-parts';
import { parseShardHead, parseShardPart } from './shard';
import { rehearse } from './rehearse';
import { partKeysOf } from './shard-layout';
import type { ParsedEvent } from '../events/event';
import type { Result } from '../result';
import type { StoredRule } from '../rules/rule';
import type { JudgeContext } from '../runs/judge-rule';
import type { RuleChange, ShardChange } from './build-shards';
import type { StoredMatch } from './match-parts';
import type { ShardHead, ShardPart } from './shard';

/**
 * Where the index is kept. `commit` writes the parts (in any order, at most 25 keys at a time), then the head on the
 * condition that the stored generation is still `expectedGeneration` (0: there is none), else it answers `conflict`.
 * Retired parts are to be deleted no sooner than a minute later, or by a key's time to live: a reader may be between
 * head and parts.
 */
export interface ShardStore {
  readHead(): Promise<unknown>;
  /** The values that are there, by key. At most 25 keys are asked of KVS at once. */
  readParts(keys: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
  commit(change: ShardChange, expectedGeneration: number): Promise<Result<void, 'conflict'>>;
}

/** Reads begun anew because a part was gone, before it is given up. */
const MAX_READS = 3;

/** Writes begun anew because another writer was first. */
const MAX_WRITES = 8;

/** Whether this process has rehearsed. */
let hasRehearsed = false;

/** What matches in the stored index; `missing` when there is none that can be read, and it has to be built. */
export async function matchStored(
  store: ShardStore,
  event: ParsedEvent,
  context: JudgeContext,
): Promise<Result<readonly StoredMatch[], 'missing'>> {
  for (let read = 0; read < MAX_READS; read++) {
    const reading = store.readHead();
    if (!hasRehearsed) rehearse(event, context);
    hasRehearsed = true;
    const head = parseShardHead(await reading);
    if (head === undefined) return err('missing');
    const parts = await readParts(store, partKeysOf(head, event));
    if (parts !== undefined) return ok(matchParts([...parts.values()], event, context));
  }
  return err('missing');
}

/**
 * Follows a changed rule; `allRules` is asked for only when the index has to be built anew. `newToken` gives another
 * text at every call, on every machine. `conflict` when other writers were always faster.
 */
export async function storeChange(
  store: ShardStore,
  change: RuleChange,
  allRules: () => Promise<readonly StoredRule[]>,
  newToken: () => string,
): Promise<Result<void, 'conflict'>> {
  return commitNext(store, async (head) => {
    const parts = head === undefined ? undefined : await readParts(store, touchedKeys(head, change));
    const update =
      head === undefined || parts === undefined
        ? undefined
        : updateShards(head, parts, indexedChange(change), newToken());
    return update ?? buildShards((await allRules()).map(asIndexed), head, newToken());
  });
}

/** Builds the whole index anew. */
export function rebuildIndex(
  store: ShardStore,
  allRules: () => Promise<readonly StoredRule[]>,
  newToken: () => string,
): Promise<Result<void, 'conflict'>> {
  return commitNext(store, async (head) => buildShards((await allRules()).map(asIndexed), head, newToken()));
}

/** The index sees payloads alone, so of conditions it holds what payloads decide. */
function indexedChange({ before, after }: RuleChange): RuleChange {
  return {
    before: before === undefined ? undefined : asIndexed(before),
    after: after === undefined ? undefined : asIndexed(after),
  };
}

async function commitNext(
  store: ShardStore,
  next: (head: ShardHead | undefined) => Promise<ShardChange>,
): Promise<Result<void, 'conflict'>> {
  for (let write = 0; write < MAX_WRITES; write++) {
    const head = parseShardHead(await store.readHead());
    const committed = await store.commit(await next(head), head?.generation ?? 0);
    if (committed.ok) return committed;
  }
  return err('conflict');
}

/** Undefined when one is gone: the head was old. */
async function readParts(
  store: ShardStore,
  keys: readonly string[],
): Promise<ReadonlyMap<string, ShardPart> | undefined> {
  const values = keys.length === 0 ? new Map<string, unknown>() : await store.readParts(keys);
  const parts = new Map<string, ShardPart>();
  for (const key of keys) {
    const part = parseShardPart(values.get(key));
    if (part === undefined) return undefined;
    parts.set(key, part);
  }
  return parts;
}
