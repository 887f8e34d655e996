// What a bucket's rules say about their leaves: how often each is named, which value it is about, how often it is
// probably true. All of it is kept by the leaves' numbers, because a bucket has thousands. It must not choose an index.

import { guessLikelihoods } from './likelihood';
import { leavesOf } from './rule-node';
import type { Leaf } from './leaf';
import type { RuleNode } from './rule-node';
import type { Slot } from './slot';

/** A slot with the distinct leaves about it. */
export interface SlotLeaves {
  readonly slot: Slot;
  readonly leaves: Leaf[];
}

export interface LeafFacts {
  /** Each leaf once, in the order in which rules first name it. */
  readonly distinct: readonly Leaf[];
  /** More than the id of each leaf: the size of a table by id. */
  readonly size: number;
  readonly bySlot: ReadonlyMap<string, SlotLeaves>;
  readonly mentionsOf: (leaf: Leaf) => number;
  /** A guess, from 0 to 1. */
  readonly likelihood: (leaf: Leaf) => number;
}

/** Gathers the leaves of `nodes`, which come from one table. */
export function gatherLeaves(nodes: readonly RuleNode[]): LeafFacts {
  const mentioned: Leaf[] = [];
  for (const node of nodes) leavesOf(node, mentioned);
  const size = mentioned.reduce((most, { id }) => Math.max(most, id + 1), 0);
  const mentions = new Int32Array(size);
  const distinct: Leaf[] = [];
  const bySlot = new Map<string, SlotLeaves>();
  for (const leaf of mentioned) {
    const before = mentions[leaf.id] ?? 0;
    mentions[leaf.id] = before + 1;
    if (before > 0) continue;
    distinct.push(leaf);
    const { slot } = leaf.shape;
    if (slot === undefined) continue;
    const known = bySlot.get(slot.key);
    if (known === undefined) bySlot.set(slot.key, { slot, leaves: [leaf] });
    else known.leaves.push(leaf);
  }
  const mentionsOf = (leaf: Leaf): number => mentions[leaf.id] ?? 0;
  const guesses = guessLikelihoods(distinct, mentionsOf, size);
  return { distinct, size, bySlot, mentionsOf, likelihood: (leaf) => guesses[leaf.id] ?? 0 };
}
