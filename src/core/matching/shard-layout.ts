// In which parts of the stored index a rule lies, and how many parts an event type has. Every place that asks gets the
// same answer, so that saving a rule finds the parts that hold it.

import { canonicalEventId } from '../events/find-event';
import { ANY_EVENT } from '../runs/judge-rule';
import type { ParsedEvent } from '../events/event';
import type { Rule } from '../rules/rule';
import type { ShardHead, TypeShard } from './shard';

/** A type whose rules take less stays in one part, in bytes: a second part would cost a read unit more. */
export const SINGLE_PART_BYTES = 9_000;

/** What a part for certain spaces should take, in bytes; about two read units. */
export const SPACE_PART_BYTES = 16_000;

/** What a part for every space should take, in bytes; half of what KVS holds leaves room to grow. */
export const OPEN_PART_BYTES = 120_000;

/** One part of a type: its kind and its position in the type's list. */
export interface PartPlace {
  readonly kind: 'open' | 'spaces';
  readonly index: number;
}

/** The event types that a rule is listed under; just `*` for one that listens to any. */
export function typesOf(rule: Rule): readonly string[] {
  return rule.when.includes(ANY_EVENT) ? [ANY_EVENT] : [...new Set(rule.when.map(canonicalEventId))];
}

/** The parts of a type that a rule lies in, given how many the type has. */
export function placesOf(rule: Rule, openCount: number, spaceCount: number): readonly PartPlace[] {
  const spaces = rule.scope?.spaces ?? [];
  if (spaces.length === 0 || spaceCount === 0) return [{ kind: 'open', index: hash(rule.id) % openCount }];
  const indexes = new Set(spaces.map((key) => hash(key) % spaceCount));
  return [...indexes].map((index) => ({ kind: 'spaces', index }));
}

/** The keys of a type's parts that an event in the space needs. */
function partKeysFor(shard: TypeShard, spaceKey: string | undefined): readonly string[] {
  if (spaceKey === undefined || shard.spaces.length === 0) return shard.open;
  const key = shard.spaces[hash(spaceKey) % shard.spaces.length];
  return key === undefined || key === null ? shard.open : [...shard.open, key];
}

/** The keys of all parts that an event needs: those of its type, and those of rules for any event. */
export function partKeysOf(head: ShardHead, event: ParsedEvent): readonly string[] {
  const keys: string[] = [];
  for (const listed of head.types) {
    const type = listed[0];
    if (type === event.type || type === ANY_EVENT)
      keys.push(...partKeysFor(listed[1], event.subject.spaceKey));
  }
  return keys;
}

/** FNV-1a over UTF-16 code units: it only has to spread, and to stay as it is. */
function hash(text: string): number {
  let mixed = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    mixed = Math.imul(mixed ^ text.charCodeAt(index), 0x01000193);
  }
  return mixed >>> 0;
}
