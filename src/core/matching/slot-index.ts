// The lookups of one slot: from a text, a list or nothing to the leaves that it makes true. Whatever else a slot may hold
// is tested leaf by leaf. It must not evaluate anything while it is built but tests of null, which never fail.

import { createTextAutomaton } from './text-automaton';
import { NO_HIT } from './hits';
import type { HitsBuilder } from './hits';
import type { Leaf } from './leaf';
import type { Slot } from './slot';
import type { TextAutomaton } from './text-automaton';

/** Leaves on one field of the elements of a list. */
export interface ElementIndex {
  readonly field: string;
  /** Compared in lower case. */
  readonly folded: boolean;
  readonly hits: ReadonlyMap<string, number>;
}

/** One text that the automaton looks for, with what to check when it is found. */
export interface TextLeaf {
  readonly kind: 'part' | 'prefix' | 'suffix';
  readonly text: string;
  readonly hit: number;
}

export interface SlotIndex {
  readonly slot: Slot;
  /** What a text makes true by being equal. */
  readonly exact: ReadonlyMap<string, number>;
  readonly automaton: TextAutomaton | undefined;
  /** By the automaton's numbers. */
  readonly texts: readonly TextLeaf[];
  /** What null makes true. */
  readonly nullHit: number;
  readonly elements: readonly ElementIndex[];
  /** Every leaf on this slot that lists are not looked up for, and those that they are. */
  readonly plainLeaves: readonly TestedLeaf[];
  readonly elementLeaves: readonly TestedLeaf[];
}

/** A leaf to be tested by itself. */
export interface TestedLeaf {
  readonly leaf: Leaf;
  /** What its truth brings; nothing for a leaf that is asked again when it is reached. */
  readonly hit: number;
}

/**
 * The lookups of `slot` for `leaves`, which are all about it. `numberOf` is undefined for those that are asked when a
 * program reaches them.
 */
export function indexSlot(
  slot: Slot,
  leaves: readonly Leaf[],
  numberOf: (leaf: Leaf) => number | undefined,
  hits: HitsBuilder,
): SlotIndex {
  const plainLeaves: TestedLeaf[] = [];
  const elementLeaves: TestedLeaf[] = [];
  const texts: TextLeaf[] = [];
  const ofNull: number[] = [];
  const exact = new TextLeads();
  const elements = new Map<string, ElementLeads>();
  for (const leaf of leaves) {
    const { probe, test } = leaf.shape;
    const number = numberOf(leaf);
    const hit = number === undefined ? NO_HIT : hits.ofLeaf(number);
    (probe?.kind === 'element' ? elementLeaves : plainLeaves).push({ leaf, hit });
    if (number === undefined) continue;
    if (test?.(null) === true) ofNull.push(number);
    if (probe === undefined) continue;
    if (probe.kind === 'equal') exact.add(probe.texts, number);
    else if (probe.kind === 'element') leadsOf(probe, elements).add(probe.texts, number);
    else texts.push({ kind: probe.kind, text: probe.text, hit });
  }
  return {
    slot,
    exact: exact.toHits(hits),
    automaton: texts.length === 0 ? undefined : createTextAutomaton(texts.map(({ text }) => text)),
    texts,
    nullHit: hits.join(ofNull),
    elements: [...elements.values()].map(({ field, folded, leads }) => ({
      field,
      folded,
      hits: leads.toHits(hits),
    })),
    plainLeaves,
    elementLeaves,
  };
}

interface ElementLeads {
  readonly field: string;
  readonly folded: boolean;
  readonly leads: TextLeads;
}

function leadsOf(
  { field, folded }: { readonly field: string; readonly folded: boolean },
  elements: Map<string, ElementLeads>,
): TextLeads {
  const key = JSON.stringify([field, folded]);
  let known = elements.get(key);
  if (known === undefined) elements.set(key, (known = { field, folded, leads: new TextLeads() }));
  return known.leads;
}

/** The leaves that each text makes true, while they are gathered. Most texts have one. */
class TextLeads {
  readonly #leaves = new Map<string, number | number[]>();

  /** A text that is named twice counts twice, which does no harm. */
  add(texts: readonly string[], leaf: number): void {
    for (const text of texts) {
      const known = this.#leaves.get(text);
      if (known === undefined) this.#leaves.set(text, leaf);
      else if (typeof known === 'number') this.#leaves.set(text, [known, leaf]);
      else known.push(leaf);
    }
  }

  toHits(hits: HitsBuilder): ReadonlyMap<string, number> {
    const byText = new Map<string, number>();
    this.#leaves.forEach((leaves, text) => {
      byText.set(text, typeof leaves === 'number' ? hits.ofLeaf(leaves) : hits.join(leaves));
    });
    return byText;
  }
}
