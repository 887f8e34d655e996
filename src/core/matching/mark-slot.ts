// Marks what the value of one slot makes true: through the automaton for parts of a text, element by element for a list,
// test by test for anything odd. It must mark exactly what evaluating each leaf would say.

import { NO_HIT } from './hits';
import { fieldOfElement } from './recognise-leaf';
import type { SlotIndex, TestedLeaf, TextLeaf } from './slot-index';
import type { TextAutomaton } from './text-automaton';

/** Where marks go. */
export interface Marks {
  apply(hit: number): void;
}

/** Marks the parts, beginnings and ends that are found in `text`. */
export function markText(
  automaton: TextAutomaton,
  texts: readonly TextLeaf[],
  text: string,
  marks: Marks,
): void {
  const { asciiClasses, otherClasses, classCount, next, foundStart } = automaton;
  const { length } = text;
  let state = 0;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    const letter = code < asciiClasses.length ? (asciiClasses[code] ?? 0) : (otherClasses.get(code) ?? 0);
    state = next[state * classCount + letter] ?? 0;
    const from = foundStart[state] ?? 0;
    const to = foundStart[state + 1] ?? 0;
    if (from !== to) markFound(automaton, texts, text, at + 1, from, to, marks);
  }
}

function markFound(
  { found, depths, needsProof }: TextAutomaton,
  texts: readonly TextLeaf[],
  text: string,
  end: number,
  from: number,
  to: number,
  marks: Marks,
): void {
  for (let at = from; at < to; at++) {
    const number = found[at] ?? 0;
    const leaf = texts[number];
    if (leaf === undefined) continue;
    const begin = end - (depths[number] ?? 0);
    if (leaf.kind === 'prefix' && begin !== 0) continue;
    if (leaf.kind === 'suffix' && begin + leaf.text.length !== text.length) continue;
    if (needsProof[number] === 1 && !text.startsWith(leaf.text, begin)) continue;
    marks.apply(leaf.hit);
  }
}

/** Marks what a list makes true. False when a test threw. */
export function markElements(slot: SlotIndex, list: readonly unknown[], marks: Marks): boolean {
  for (const { field, folded, hits } of slot.elements) {
    for (const element of list) {
      const value = fieldOfElement(element, field);
      // A text that is an element by itself is a label's name too, where case does not matter.
      const text = folded && typeof element === 'string' ? element : value;
      if (typeof text === 'string') {
        const hit = hits.get(folded ? text.toLowerCase() : text);
        if (hit !== undefined) marks.apply(hit);
      } else if (text !== null) {
        return markOdd(slot.plainLeaves, list, marks) && markOdd(slot.elementLeaves, list, marks);
      }
    }
  }
  return markOdd(slot.plainLeaves, list, marks);
}

/** Tests leaf by leaf, and notices what throws. */
export function markOdd(leaves: readonly TestedLeaf[], value: unknown, marks: Marks): boolean {
  try {
    for (const { leaf, hit } of leaves) {
      const { test } = leaf.shape;
      if (test?.(value) === true && hit !== NO_HIT) marks.apply(hit);
    }
    return true;
  } catch {
    // Whoever asked judges rule by rule; there the error is met again, in its place.
    return false;
  }
}
