// A leaf as a record, for where leaves are decided one by one: a text is compared by what the record says, anything else
// is given to the leaf's test. Chains of closures would say the same, at several times the cost.

import { fieldOfElement } from './recognise-leaf';
import type { HoldsFor, Leaf, Probe } from './leaf';
import type { Slot } from './slot';

/** How a text or a list decides a leaf. Numbers, because the engine switches on them fastest. */
const BY_TEST = 0;
const BY_EQUALITY = 1;
const BY_MEMBERSHIP = 2;
const BY_PART = 3;
const BY_PREFIX = 4;
const BY_SUFFIX = 5;
const BY_ELEMENT = 6;

/** The place of a leaf that depends on no slot. */
export const NO_SLOT = -1;

export interface LeafRecord {
  readonly kind: number;
  /** Position of its slot, or `NO_SLOT`: then `holds` decides. */
  readonly slot: number;
  readonly text: string;
  readonly texts: ReadonlySet<string>;
  /** The field of elements, and whether case does not matter. */
  readonly field: string;
  readonly folded: boolean;
  readonly test: (value: unknown) => boolean;
  readonly holds: HoldsFor;
}

/** The record of `leaf`; `numberOf` gives a slot its position. */
export function toLeafRecord(leaf: Leaf, numberOf: (slot: Slot) => number): LeafRecord {
  const { slot, test, probe } = leaf.shape;
  const [field, folded] = probe?.kind === 'element' ? [probe.field, probe.folded] : ['', false];
  const texts = probe !== undefined && 'texts' in probe ? probe.texts : [];
  const text = probe !== undefined && 'text' in probe ? probe.text : (texts[0] ?? '');
  const isAlone = slot === undefined || test === undefined;
  return {
    kind: isAlone ? BY_TEST : kindOf(probe),
    slot: isAlone ? NO_SLOT : numberOf(slot),
    text,
    texts: new Set(texts),
    field,
    folded,
    test: test ?? (() => false),
    holds: isAlone ? leaf.toHolds() : () => false,
  };
}

function kindOf(probe: Probe | undefined): number {
  switch (probe?.kind) {
    case 'equal':
      return probe.texts.length === 1 ? BY_EQUALITY : BY_MEMBERSHIP;
    case 'part':
      return BY_PART;
    case 'prefix':
      return BY_PREFIX;
    case 'suffix':
      return BY_SUFFIX;
    case 'element':
      return BY_ELEMENT;
    case undefined:
      return BY_TEST;
  }
}

/** Whether the leaf of `record` is true for `value`, which its slot holds. Throws what its test throws. */
export function decideRecord(record: LeafRecord, value: unknown): boolean {
  if (typeof value === 'string') {
    switch (record.kind) {
      case BY_EQUALITY:
        return value === record.text;
      case BY_MEMBERSHIP:
        return record.texts.has(value);
      case BY_PART:
        return value.includes(record.text);
      case BY_PREFIX:
        return hasTextAt(value, record.text, 0);
      case BY_SUFFIX:
        return hasTextAt(value, record.text, value.length - record.text.length);
      case BY_ELEMENT:
        return false;
    }
  } else if (record.kind === BY_ELEMENT && Array.isArray(value)) {
    return decideElements(record, value);
  }
  return record.test(value);
}

/** As `startsWith` and `endsWith` say; those are calls, and most texts differ in the first letter. */
function hasTextAt(whole: string, text: string, at: number): boolean {
  if (at < 0 || at + text.length > whole.length) return false;
  for (let index = 0; index < text.length; index++) {
    if (whole.charCodeAt(at + index) !== text.charCodeAt(index)) return false;
  }
  return true;
}

function decideElements(record: LeafRecord, list: readonly unknown[]): boolean {
  const { field, folded, texts } = record;
  for (const element of list) {
    const text = folded && typeof element === 'string' ? element : fieldOfElement(element, field);
    // What is not a text may be equal to one all the same; the test knows.
    if (typeof text !== 'string') {
      if (text !== null) return record.test(list);
    } else if (texts.has(folded ? text.toLowerCase() : text)) return true;
  }
  return false;
}
