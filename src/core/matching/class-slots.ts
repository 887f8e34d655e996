// Chooses the slots that classes of events are made by: those of which all rules of a bucket together name few values, such
// as types, states and sizes. It must leave out what nearly every event has another value of.

import type { ClassSlot } from './event-classes';
import type { Leaf } from './leaf';
import type { SlotLeaves } from './leaf-facts';

/** A slot with more leaves is looked up. */
const MAX_LEAVES_OF_SLOT = 8;

/** Leaves of all such slots together: each is a bit of a class's number, and more would make too many classes. */
const MAX_LEAVES = 20;

/** The slots, those with the fewest leaves first, with the distinct leaves about each. */
export function classSlotsOf(slots: Iterable<SlotLeaves>): readonly ClassSlot[] {
  const few = [...slots]
    .filter(({ leaves }) => leaves.length <= MAX_LEAVES_OF_SLOT && leaves.every(isAboutWholeValue))
    .sort((a, b) => a.leaves.length - b.leaves.length);
  const chosen: ClassSlot[] = [];
  let count = 0;
  for (const each of few) {
    count += each.leaves.length;
    if (count > MAX_LEAVES) break;
    chosen.push(each);
  }
  return chosen;
}

/** Parts of texts and elements of lists are looked up, however few there are. */
function isAboutWholeValue({ shape: { probe } }: Leaf): boolean {
  return probe === undefined || probe.kind === 'equal';
}
