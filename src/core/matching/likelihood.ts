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

/** The guess for each of `leaves`, which are listed as often as rules name them. */
export function guessLikelihoods(leaves: readonly Leaf[]): (leaf: Leaf) => number {
  const mentions = new Map<string, Map<string, number>>();
  const totals = new Map<string, number>();
  for (const leaf of leaves) {
    const { slot, probe } = leaf.shape;
    if (slot === undefined || probe === undefined || !('texts' in probe)) continue;
    const counts = mentions.get(slot.key) ?? new Map<string, number>();
    mentions.set(slot.key, counts);
    for (const text of probe.texts) counts.set(text, (counts.get(text) ?? 0) + 1);
    totals.set(slot.key, (totals.get(slot.key) ?? 0) + probe.texts.length);
  }
  const guessOf = ({ shape: { slot, probe } }: Leaf): number => {
    if (slot === undefined || probe === undefined) return UNKNOWN_LIKELIHOOD;
    if (!('texts' in probe)) return probe.kind === 'part' ? PART_LIKELIHOOD : END_LIKELIHOOD;
    const counts = mentions.get(slot.key);
    const named = probe.texts.reduce((sum, text) => sum + (counts?.get(text) ?? 0), 0);
    const share = named / ((totals.get(slot.key) ?? 0) + 1);
    return Math.min(1, probe.kind === 'element' ? share * ELEMENTS : share);
  };
  const guesses = new Map<Leaf, number>();
  return (leaf) => {
    const known = guesses.get(leaf);
    if (known !== undefined) return known;
    const guess = guessOf(leaf);
    guesses.set(leaf, guess);
    return guess;
  };
}
