// Guesses how often a leaf is true, from how often the rules of a bucket name its texts: what rules are written about
// is what happens often. Only speed depends on it.

import type { Leaf } from './leaf';

/** A part of a title is rarer than its mentions say, and a start or an end rarer still. */
const PART_LIKELIHOOD = 0.05;
const END_LIKELIHOOD = 0.02;

/** A list holds several things, so each is likelier to be in it. */
const ELEMENTS = 2;

/** For tests that no guess is made about. */
const UNKNOWN_LIKELIHOOD = 0.5;

/** The guess for each of the distinct `leaves`, by its id. A table of `size`. */
export function guessLikelihoods(
  leaves: readonly Leaf[],
  mentionsOf: (leaf: Leaf) => number,
  size: number,
): Float64Array {
  const bySlot = new Map<string, Named>();
  for (const leaf of leaves) {
    const { slot, probe } = leaf.shape;
    if (slot === undefined || probe === undefined || !('texts' in probe)) continue;
    let named = bySlot.get(slot.key);
    if (named === undefined) bySlot.set(slot.key, (named = { counts: new Map(), total: 0 }));
    const mentions = mentionsOf(leaf);
    for (const text of probe.texts) named.counts.set(text, (named.counts.get(text) ?? 0) + mentions);
    named.total += mentions * probe.texts.length;
  }
  const guesses = new Float64Array(size);
  for (const leaf of leaves) guesses[leaf.id] = guessOf(leaf, bySlot);
  return guesses;
}

/** How often the rules name each text of a slot, and any of them. */
interface Named {
  readonly counts: Map<string, number>;
  total: number;
}

function guessOf({ shape: { slot, probe } }: Leaf, bySlot: ReadonlyMap<string, Named>): number {
  if (slot === undefined || probe === undefined) return UNKNOWN_LIKELIHOOD;
  if (!('texts' in probe)) return probe.kind === 'part' ? PART_LIKELIHOOD : END_LIKELIHOOD;
  const named = bySlot.get(slot.key);
  let count = 0;
  for (const text of probe.texts) count += named?.counts.get(text) ?? 0;
  const share = count / ((named?.total ?? 0) + 1);
  return Math.min(1, probe.kind === 'element' ? share * ELEMENTS : share);
}
