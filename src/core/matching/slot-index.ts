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

/** The lookups of `slot`. The first `knownCount` of the bucket's leaves are those that lookups decide. */
export function indexSlot(
  slot: Slot,
  leaves: readonly Leaf[],
  knownCount: number,
  join: (leaves: readonly number[]) => number,
): SlotIndex {
  const here = [...leaves.entries()].filter(([, leaf]) => leaf.shape.slot?.key === slot.key);
  const known = here.filter(([number]) => number < knownCount);
  const tested = ([number, leaf]: readonly [number, Leaf]): TestedLeaf => {
    return { leaf, hit: number < knownCount ? join([number]) : NO_HIT };
  };
  const isElement = ([, { shape }]: readonly [number, Leaf]): boolean => shape.probe?.kind === 'element';
  const texts = known.flatMap(([number, { shape }]) => textLeaf(shape.probe, number, join));
  return {
    slot,
    exact: byText(known, (probe) => (probe.kind === 'equal' ? probe.texts : []), join),
    automaton: texts.length === 0 ? undefined : createTextAutomaton(texts.map(({ text }) => text)),
    texts,
    nullHit: join(known.filter(([, { shape }]) => shape.test?.(null) === true).map(([number]) => number)),
    elements: elementIndexes(known, join),
    plainLeaves: here.filter((each) => !isElement(each)).map(tested),
    elementLeaves: here.filter(isElement).map(tested),
  };
}

function textLeaf(
  probe: Probe | undefined,
  number: number,
  join: (leaves: readonly number[]) => number,
): readonly TextLeaf[] {
  if (probe === undefined || !('text' in probe)) return [];
  return [{ kind: probe.kind, text: probe.text, hit: join([number]) }];
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
