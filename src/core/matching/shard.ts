// What is stored of the index: a head that names parts, and the parts, each a few rules with lookup tables. A part never
// changes: what changes gets a new key, and one write of the head makes it count. It must not hold behaviour.

import { isJsonObject } from '../json';
import type { Scope } from '../rules/rule';

/** The version of the stored form; another one is rebuilt, not read. */
export const SHARD_FORMAT = 3;

/** Where the rules of one event type are. */
export interface TypeShard {
  /** Keys of the parts with rules for every space; every event of the type needs them all. */
  readonly open: readonly string[];
  /** Keys of the parts with rules for certain spaces, by the hash of the space key; null for an empty part. */
  readonly spaces: readonly (string | null)[];
}

/** The one value that is written over. */
export interface ShardHead {
  readonly v: typeof SHARD_FORMAT;
  /** Rises with every change. */
  readonly generation: number;
  /** By event id in its canonical spelling, and `*`. As pairs, because an id may be any text. */
  readonly types: readonly (readonly [type: string, shard: TypeShard])[];
}

/** One rule as a part holds it: enough to judge it, and to build the part again. */
export type ShardRule = readonly [
  id: string,
  version: number,
  priority: number,
  flags: number,
  /** Null for none. */
  scope: Scope | null,
  /** The condition as condition-text.ts writes it; empty for none. */
  condition: string,
];

export const SHADOW_FLAG = 1;
export const CHAIN_FLAG = 2;

/** The lookups of one slot. Rules are named by where they begin in `ShardPart.rules`; see shard-text.ts. */
export interface ShardSlot {
  /** The path and default of a field, or one of the subject's. */
  readonly read: readonly [path: string, fallback: unknown] | 'spaceKey' | 'spaceType';
  /** A table from texts that a value is equal to. */
  readonly equal: string;
  /** Parts, beginnings and ends of a text, in lists by their first two letters; also found by looking for a part. */
  readonly text: Readonly<Record<string, string>>;
  /** A table for each field of the elements of a list. */
  readonly elements: readonly (readonly [field: string, folded: boolean, table: string])[];
  /** Rules that this slot leads to when it holds nothing. */
  readonly ofNull: string;
  /** Rules that it leads to when it holds a number, true or false. */
  readonly ofOther: string;
  /** True when a list in this slot says nothing through `elements` alone. */
  readonly plain: boolean;
}

/** Nearly all of it is text: what is not looked up is never turned into objects. */
export interface ShardPart {
  readonly v: typeof SHARD_FORMAT;
  /** The rules one after another; see shard-text.ts. */
  readonly rules: string;
  /** Rules that no lookup leads to: every event has to look at them. */
  readonly open: string;
  readonly slots: readonly ShardSlot[];
}

/** Reads a stored head; undefined when there is none of this format, and the index must be built anew. */
export function parseShardHead(value: unknown): ShardHead | undefined {
  // Only this code writes heads and parts, so the format's number stands for the rest.
  return isJsonObject(value) && value['v'] === SHARD_FORMAT ? (value as unknown as ShardHead) : undefined;
}

/** Reads a stored part; undefined when it is missing or of another format. */
export function parseShardPart(value: unknown): ShardPart | undefined {
  return isJsonObject(value) && value['v'] === SHARD_FORMAT ? (value as unknown as ShardPart) : undefined;
}
