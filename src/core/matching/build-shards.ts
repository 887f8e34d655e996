// Builds the stored index: all of it, one type of it, or what one changed rule touches. It must not write anything, and
// never changes a part that is stored: every part that is made gets a key of its own.

import { buildPart, toShardRule } from './build-part';
import { OPEN_PART_BYTES, SINGLE_PART_BYTES, SPACE_PART_BYTES, placesOf, typesOf } from './shard-layout';
import { SHARD_FORMAT } from './shard';
import { readRule, startsOf } from './shard-text';
import { jsonBytes } from '../json-bytes';
import { KVS_LIMITS } from '../limits';
import type { StoredRule } from '../rules/rule';
import type { PartPlace } from './shard-layout';
import type { ShardHead, ShardPart, ShardRule, TypeShard } from './shard';

/** The token where nobody else writes. */
const ONLY_WRITER = 'x';

/** What to store: new parts first, the head when they are there, and then what no head names any more may go. */
export interface ShardChange {
  readonly head: ShardHead;
  readonly parts: ReadonlyMap<string, ShardPart>;
  readonly retired: readonly string[];
}

/** One changed rule: as it was, as it is; undefined where it was not, or is no more. */
export interface RuleChange {
  readonly before: StoredRule | undefined;
  readonly after: StoredRule | undefined;
}

/**
 * The whole index of `rules`. `previous` is the head that it replaces. `token` becomes part of the new keys: two writers
 * must not give the same, or one would write over parts that the other's head names.
 */
export function buildShards(
  rules: readonly StoredRule[],
  previous?: ShardHead,
  token = ONLY_WRITER,
): ShardChange {
  const generation = (previous?.generation ?? 0) + 1;
  const byType = new Map<string, StoredRule[]>();
  for (const stored of rules) {
    if (stored.rule.state === 'off') continue;
    for (const type of typesOf(stored.rule)) {
      const list = byType.get(type);
      if (list === undefined) byType.set(type, [stored]);
      else list.push(stored);
    }
  }
  const maker = createPartMaker(generation, token);
  const types = [...byType].map(([type, list]) => [type, buildType(list, maker)] as const);
  const retired = (previous?.types ?? []).flatMap(([, shard]) => keysOf(shard));
  return { head: { v: SHARD_FORMAT, generation, types }, parts: maker.parts, retired };
}

/** Keys of the parts that a change touches; `updateShards` needs them. */
export function touchedKeys(head: ShardHead, change: RuleChange): readonly string[] {
  return touched(head, change).flatMap(({ key }) => (key === undefined ? [] : [key]));
}

/**
 * What to store after one rule changed. Undefined when the layout no longer fits: a type is new, or a part has grown
 * beyond what one value may hold; then `buildShards` is due.
 */
export function updateShards(
  head: ShardHead,
  parts: ReadonlyMap<string, ShardPart>,
  change: RuleChange,
  token = ONLY_WRITER,
): ShardChange | undefined {
  const { after } = change;
  const active = after === undefined || after.rule.state === 'off' ? undefined : after;
  const known = new Set(head.types.map(([type]) => type));
  if (active !== undefined && typesOf(active.rule).some((type) => !known.has(type))) return undefined;
  const maker = createPartMaker(head.generation + 1, token);
  const types = new Map(head.types);
  const retired: string[] = [];
  const id = after?.rule.id ?? change.before?.rule.id;
  for (const { type, place, key } of touched(head, change)) {
    const shard = types.get(type);
    if (shard === undefined) continue;
    const others = key === undefined ? [] : rulesOf(parts.get(key))?.filter(([each]) => each !== id);
    // A part that is not there cannot be changed.
    if (others === undefined) return undefined;
    const belongs =
      active !== undefined &&
      typesOf(active.rule).includes(type) &&
      placesOf(active.rule, shard.open.length, shard.spaces.length).some((each) => isSame(each, place));
    const made = maker.make(belongs ? [...others, toShardRule(active)] : others);
    if (made === undefined) return undefined;
    if (key !== undefined) retired.push(key);
    types.set(type, withPart(shard, place, made));
  }
  const next = { v: SHARD_FORMAT, generation: head.generation + 1, types: [...types] } as const;
  return { head: next, parts: maker.parts, retired };
}

/** The rules that a part holds. */
function rulesOf(part: ShardPart | undefined): readonly ShardRule[] | undefined {
  return part === undefined ? undefined : startsOf(part.rules).map((start) => readRule(part.rules, start));
}

interface TouchedPart {
  readonly type: string;
  readonly place: PartPlace;
  /** Undefined for a part that is empty. */
  readonly key: string | undefined;
}

function touched(head: ShardHead, { before, after }: RuleChange): readonly TouchedPart[] {
  const found = new Map<string, TouchedPart>();
  for (const stored of [before, after]) {
    // A rule that is off lies in no part.
    if (stored === undefined || stored.rule.state === 'off') continue;
    for (const [type, shard] of head.types) {
      if (!typesOf(stored.rule).includes(type)) continue;
      for (const place of placesOf(stored.rule, shard.open.length, shard.spaces.length)) {
        const key = (place.kind === 'open' ? shard.open : shard.spaces)[place.index] ?? undefined;
        found.set(JSON.stringify([type, place.kind, place.index]), { type, place, key });
      }
    }
  }
  return [...found.values()];
}

function isSame(a: PartPlace, b: PartPlace): boolean {
  return a.kind === b.kind && a.index === b.index;
}

function withPart(shard: TypeShard, { kind, index }: PartPlace, key: string): TypeShard {
  return kind === 'open'
    ? { ...shard, open: shard.open.with(index, key) }
    : { ...shard, spaces: shard.spaces.with(index, key) };
}

function keysOf({ open, spaces }: TypeShard): readonly string[] {
  return [...open, ...spaces.filter((key) => key !== null)];
}

interface PartMaker {
  readonly parts: Map<string, ShardPart>;
  /** The key of the new part; undefined when it does not fit a value. */
  readonly make: (rules: readonly ShardRule[]) => string | undefined;
}

/** Keys hold the generation and the writer, so that no two heads ever mean different parts by one key. */
function createPartMaker(generation: number, token: string): PartMaker {
  const parts = new Map<string, ShardPart>();
  return {
    parts,
    make(rules) {
      const part = buildPart(rules);
      if (jsonBytes(part) > KVS_LIMITS.MAX_VALUE_BYTES) return undefined;
      const key = `match-part-${generation}-${token}-${parts.size}`;
      parts.set(key, part);
      return key;
    },
  };
}

/** Splits the rules of a type into parts of a good size; further where a part does not fit a value. */
function buildType(rules: readonly StoredRule[], maker: PartMaker): TypeShard {
  const sizeOf = (list: readonly StoredRule[]): number =>
    list.reduce((sum, stored) => sum + jsonBytes(toShardRule(stored)), 0);
  const isOpen = ({ rule }: StoredRule): boolean => (rule.scope?.spaces ?? []).length === 0;
  const isSmall = sizeOf(rules) <= SINGLE_PART_BYTES;
  const scopedBytes = sizeOf(rules.filter((stored) => !isOpen(stored)));
  let spaceCount = isSmall ? 0 : Math.ceil(scopedBytes / SPACE_PART_BYTES);
  const openBytes = isSmall ? sizeOf(rules) : sizeOf(rules.filter(isOpen));
  let openCount = Math.max(1, Math.ceil(openBytes / OPEN_PART_BYTES));
  for (;;) {
    const open = Array.from({ length: openCount }, (): ShardRule[] => []);
    const spaces = Array.from({ length: spaceCount }, (): ShardRule[] => []);
    for (const stored of rules) {
      for (const { kind, index } of placesOf(stored.rule, openCount, spaceCount)) {
        (kind === 'open' ? open : spaces)[index]?.push(toShardRule(stored));
      }
    }
    const openKeys = open.map((list) => maker.make(list));
    const spaceKeys = spaces.map((list) => (list.length === 0 ? null : maker.make(list)));
    const openFits = openKeys.every((key) => key !== undefined);
    const spacesFit = spaceKeys.every((key) => key !== undefined);
    if (openFits && spacesFit) return { open: openKeys, spaces: spaceKeys };
    if (!openFits) openCount *= 2;
    if (!spacesFit) spaceCount *= 2;
    for (const key of [...openKeys, ...spaceKeys])
      if (key !== undefined && key !== null) maker.parts.delete(key);
  }
}
