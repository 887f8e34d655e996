// The lookups of one slot: from a text, a list or nothing to the leaves that it makes true. Whatever else a slot may hold
// is tested leaf by leaf. It must not evaluate anything while it is built but tests of null, which never fail.

import { createTextAutomaton } from './text-automaton';
import { NO_HIT } from './hits';
import type { Leaf, Probe } from './leaf';
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
 * program reaches them; `join` makes the hit of several.
 */
export function indexSlot(
  slot: Slot,
  leaves: readonly Leaf[],
  numberOf: (leaf: Leaf) => number | undefined,
  join: (leaves: readonly number[]) => number,
): SlotIndex {
  const tested = leaves.map((leaf): TestedLeaf => {
    const number = numberOf(leaf);
    return { leaf, hit: number === undefined ? NO_HIT : join([number]) };
  });
  const known = leaves.flatMap((leaf): Numbered => {
    const number = numberOf(leaf);
    return number === undefined ? [] : [[number, leaf]];
  });
  const isElement = ({ leaf }: TestedLeaf): boolean => leaf.shape.probe?.kind === 'element';
  const texts = tested.flatMap(({ leaf: { shape }, hit }) =>
    hit === NO_HIT ? [] : textLeaf(shape.probe, hit),
  );
  return {
    slot,
    exact: byText(known, (probe) => (probe.kind === 'equal' ? probe.texts : []), join),
    automaton: texts.length === 0 ? undefined : createTextAutomaton(texts.map(({ text }) => text)),
    texts,
    nullHit: join(known.filter(([, { shape }]) => shape.test?.(null) === true).map(([number]) => number)),
    elements: elementIndexes(known, join),
    plainLeaves: tested.filter((each) => !isElement(each)),
    elementLeaves: tested.filter(isElement),
  };
}

function textLeaf(probe: Probe | undefined, hit: number): readonly TextLeaf[] {
  return probe !== undefined && 'text' in probe ? [{ kind: probe.kind, text: probe.text, hit }] : [];
}

type Numbered = readonly (readonly [number, Leaf])[];

function byText(
  leaves: Numbered,
  textsOf: (probe: Probe) => readonly string[],
  join: (leaves: readonly number[]) => number,
): ReadonlyMap<string, number> {
  const byEach = new Map<string, number[]>();
  for (const [number, leaf] of leaves) {
    const { probe } = leaf.shape;
    for (const text of new Set(probe === undefined ? [] : textsOf(probe))) {
      const list = byEach.get(text);
      if (list === undefined) byEach.set(text, [number]);
      else list.push(number);
    }
  }
  return new Map([...byEach].map(([text, numbers]) => [text, join(numbers)]));
}

function elementIndexes(
  leaves: Numbered,
  join: (leaves: readonly number[]) => number,
): readonly ElementIndex[] {
  const kinds = new Map<string, { readonly field: string; readonly folded: boolean }>();
  for (const [, leaf] of leaves) {
    const { probe } = leaf.shape;
    if (probe?.kind !== 'element') continue;
    const { field, folded } = probe;
    kinds.set(JSON.stringify([field, folded]), { field, folded });
  }
  return [...kinds.values()].map(({ field, folded }) => {
    const textsOf = (probe: Probe): readonly string[] =>
      probe.kind === 'element' && probe.field === field && probe.folded === folded ? probe.texts : [];
    return { field, folded, hits: byText(leaves, textsOf, join) };
  });
}
