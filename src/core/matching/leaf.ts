// The leaves of conditions: the tests that "and", "or", "not" and "if" put together. The same test in two rules is one
// leaf. It must not know how leaves are looked up.

import { compile } from '../conditions/compile-condition';
import { truthy } from '../conditions/truthy';
import { recogniseLeaf } from './recognise-leaf';
import type { Evaluate, EvaluationContext } from '../conditions/condition';
import type { ParsedEvent } from '../events/event';
import type { Slot } from './slot';

/** How a leaf's truth follows from a text in its slot, or from a list of things. */
export type Probe =
  /** The text is one of `texts`. */
  | { readonly kind: 'equal'; readonly texts: readonly string[] }
  /** `text`, which is not empty, is somewhere in the text, at its start, or at its end. */
  | { readonly kind: 'part' | 'prefix' | 'suffix'; readonly text: string }
  /** One element of the list, or its field `field`, is one of `texts`. `folded`: in lower case. */
  | {
      readonly kind: 'element';
      readonly field: string | undefined;
      readonly folded: boolean;
      readonly texts: readonly string[];
    };

/**
 * When evaluating a leaf can throw: `never`, only for some `values` of its slot (objects that break coercion), or for
 * reasons of its own (`maybe`).
 */
export type Throws = 'never' | 'values' | 'maybe';

export interface LeafShape {
  readonly throws: Throws;
  /** The one value that the leaf depends on, where that is known. */
  readonly slot?: Slot;
  /** The leaf's truth for a value of its slot. Present with `slot`. */
  readonly test?: (value: unknown) => boolean;
  readonly probe?: Probe;
}

export interface Leaf extends LeafShape {
  /** Position in its table. */
  readonly id: number;
  /** Its truth. Throws what JSON Logic throws. */
  readonly holds: (event: ParsedEvent, context: EvaluationContext) => boolean;
}

/** Gives equal tests the same leaf. */
export interface LeafTable {
  readonly ofLogic: (logic: unknown) => Leaf;
  /** A test on the subject, which no condition can express. */
  readonly ofScope: (slot: Slot, texts: readonly string[]) => Leaf;
}

export function createLeafTable(): LeafTable {
  const leaves = new Map<string, Leaf>();
  const slots = new Map<string, Slot>();
  const shared = (slot: Slot): Slot => {
    const known = slots.get(slot.key);
    if (known === undefined) slots.set(slot.key, slot);
    return known ?? slot;
  };
  const add = (key: string, make: (id: number) => Leaf): Leaf => {
    const known = leaves.get(key);
    if (known !== undefined) return known;
    const leaf = make(leaves.size);
    leaves.set(key, leaf);
    return leaf;
  };
  return {
    ofLogic: (logic) =>
      add(JSON.stringify(logic) ?? 'undefined', (id) => {
        const shape = recogniseLeaf(logic);
        if (shape.slot === undefined || shape.test === undefined) {
          return { ...shape, id, holds: lazily(logic) };
        }
        const { test } = shape;
        const slot = shared(shape.slot);
        return { ...shape, slot, id, holds: (event) => test(slot.read(event)) };
      }),
    ofScope: (slot, texts) =>
      add(`${slot.key} ${JSON.stringify(texts)}`, (id) => {
        const test = (value: unknown): boolean => texts.includes(value as string);
        const holds = (event: ParsedEvent): boolean => test(slot.read(event));
        return { id, throws: 'never', slot: shared(slot), test, probe: { kind: 'equal', texts }, holds };
      }),
  };
}

/** Compiled at its first evaluation: most leaves of a large rule set are never evaluated. */
function lazily(logic: unknown): Leaf['holds'] {
  let evaluate: Evaluate | undefined;
  return ({ facts }, context) => {
    evaluate ??= compile(logic);
    return truthy(evaluate(facts, context));
  };
}
