// The leaves of conditions: the tests that "and", "or", "not" and "if" put together. The same test in two rules is one
// leaf. It must not know how leaves are looked up.

import { compile } from '../conditions/compile-condition';
import { truthy } from '../conditions/truthy';
import { recogniseLeaf } from './recognise-leaf';
import { readSlot } from './slot';
import type { Evaluate, EvaluationContext } from '../conditions/condition';
import type { ParsedEvent } from '../events/event';
import type { Slot } from './slot';

/** Whether something holds for an event. Throws what JSON Logic throws. */
export type HoldsFor = (event: ParsedEvent, context: EvaluationContext) => boolean;

/** How a leaf's truth follows from a text in its slot, or from a list of things. */
export type Probe =
  /** The text is one of `texts`. */
  | { readonly kind: 'equal'; readonly texts: readonly string[] }
  /** `text`, which is not empty, is somewhere in the text, at its start, or at its end. */
  | { readonly kind: 'part' | 'prefix' | 'suffix'; readonly text: string }
  /** The field `field` of one element of the list is one of `texts`; `''`: the element is. `folded`: in lower case. */
  | {
      readonly kind: 'element';
      readonly field: string;
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

/** A test on the subject, which no condition can express: the slot's value is one of `texts`. */
export interface ScopeTest {
  readonly slot: Slot;
  readonly texts: readonly string[];
}

/** One test. Its shape is worked out when it is asked for, and can be forgotten: most leaves need it once. */
export class Leaf {
  /** Different from that of every other leaf of its table; they are small numbers. */
  readonly id: number;
  readonly #source: { readonly logic: unknown } | ScopeTest;
  #shape: LeafShape | undefined;
  #isShared = false;

  constructor(id: number, source: { readonly logic: unknown } | ScopeTest) {
    this.id = id;
    this.#source = source;
  }

  get shape(): LeafShape {
    return (this.#shape ??=
      'slot' in this.#source ? shapeOfScope(this.#source) : recogniseLeaf(this.#source.logic));
  }

  /** Lets go of the shape, to save memory, unless other buckets need it too. */
  forget(): void {
    if (!this.#isShared) this.#shape = undefined;
  }

  /** Says that other buckets have it too. */
  share(): void {
    this.#isShared = true;
  }

  /** The closure that decides it. */
  toHolds(): HoldsFor {
    const { slot, test } = this.shape;
    if (slot !== undefined && test !== undefined) return (event) => test(readSlot(slot, event));
    const logic = 'logic' in this.#source ? this.#source.logic : undefined;
    // Compiled at its first evaluation: most leaves of a large rule set are never evaluated.
    let evaluate: Evaluate | undefined;
    return ({ facts }, context) => {
      evaluate ??= compile(logic);
      return truthy(evaluate(facts, context));
    };
  }
}

function shapeOfScope({ slot, texts }: ScopeTest): LeafShape {
  const [only] = texts;
  return {
    throws: 'never',
    slot,
    test: texts.length === 1 ? (value) => value === only : (value) => texts.includes(value as string),
    probe: { kind: 'equal', texts },
  };
}

/** Gives equal tests the same leaf. */
export interface LeafTable {
  readonly ofLogic: (logic: unknown) => Leaf;
  readonly ofScope: (test: ScopeTest) => Leaf;
  /** The leaf of a test by its key; undefined where no rule has named it. */
  readonly find: (key: string) => Leaf | undefined;
  /** Every leaf's id is below it. */
  readonly size: () => number;
}

/** A table that goes on where `shared` ends, which must not grow any more. Tests that are in `shared` keep their leaves. */
export function createLeafTable(shared?: LeafTable): LeafTable {
  const leaves = new Map<string, Leaf>();
  const firstId = shared?.size() ?? 0;
  const find = (key: string): Leaf | undefined => shared?.find(key) ?? leaves.get(key);
  const add = (key: string, source: { readonly logic: unknown } | ScopeTest): Leaf => {
    const leaf = new Leaf(firstId + leaves.size, source);
    leaves.set(key, leaf);
    return leaf;
  };
  return {
    find,
    ofLogic(logic) {
      const key = JSON.stringify(logic) ?? 'undefined';
      return find(key) ?? add(key, { logic });
    },
    ofScope(test) {
      const key = `${test.slot.key} ${test.texts.join('\n')}`;
      return find(key) ?? add(key, test);
    },
    size: () => firstId + leaves.size,
  };
}
