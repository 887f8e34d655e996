// Events that are alike in the slots of which rules name only a few values (type, status, size …) share a class: which of
// those leaves are true, and what follows from them for each rule. A class is worked out when its first event comes. It must
// decide nothing that a leaf about another slot could still change.

import { simplify } from './rule-node';
import { readSlot } from './slot';
import type { ParsedEvent } from '../events/event';
import type { Leaf } from './leaf';
import type { RuleNode } from './rule-node';
import type { Slot } from './slot';

/** What is known of an event of the class before anything else is looked up. */
export interface EventClass {
  /** Numbers of the leaves that are true. */
  readonly leaves: Int32Array;
  /** Bits of the rules that have to be looked at, and of those that match. */
  readonly candidates: Int32Array;
  readonly matching: Int32Array;
}

/** A slot that classes are made by, with the leaves about it. */
export interface ClassSlot {
  readonly slot: Slot;
  readonly leaves: readonly Leaf[];
}

/** What classes are made of. */
export interface ClassSource {
  readonly slots: readonly ClassSlot[];
  /** Numbers of the slots' leaves. */
  readonly numbers: ReadonlyMap<Leaf, number>;
  readonly ruleCount: number;
  /** Rules that every event has to look at, and what decides them. */
  readonly open: readonly number[];
  /** Rules that a leaf of the slots leads to. */
  readonly ledTo: ReadonlyMap<Leaf, readonly number[]>;
  /** What decides each of these rules. */
  readonly nodes: ReadonlyMap<number, RuleNode>;
}

/** Classes that are kept, and texts of a slot whose leaves are remembered; beyond that they are worked out again. */
const MAX_REMEMBERED = 256;

/** The truth of a slot's leaves, one bit each, by the value that the slot holds. */
interface SlotTruths {
  readonly slot: Slot;
  readonly tests: readonly ((value: unknown) => boolean)[];
  readonly ofText: Map<string, number>;
  readonly ofNull: number;
}

/** The classes of one bucket. */
export class EventClasses {
  readonly #source: ClassSource;
  readonly #slots: readonly SlotTruths[];
  readonly #classes = new Map<number, EventClass>();

  constructor(source: ClassSource) {
    this.#source = source;
    this.#slots = source.slots.map(({ slot, leaves }) => {
      const tests = leaves.map(({ shape }) => shape.test ?? (() => false));
      return { slot, tests, ofText: new Map(), ofNull: truthsOf(tests, null) };
    });
  }

  /** The class of `event`. Throws when a value breaks a test; then nothing is known of it. */
  classOf(event: ParsedEvent): EventClass {
    let signature = 0;
    for (const slot of this.#slots) {
      const value = readSlot(slot.slot, event);
      const truths =
        value === null ? slot.ofNull : typeof value === 'string' ? ofText(slot, value) : undefined;
      signature = (signature << slot.tests.length) | (truths ?? truthsOf(slot.tests, value));
    }
    return this.#classes.get(signature) ?? this.#add(signature);
  }

  #add(signature: number): EventClass {
    if (this.#classes.size >= MAX_REMEMBERED) this.#classes.clear();
    const made = makeClass(this.#source, signature);
    this.#classes.set(signature, made);
    return made;
  }
}

function ofText(slot: SlotTruths, text: string): number {
  const known = slot.ofText.get(text);
  if (known !== undefined) return known;
  const truths = truthsOf(slot.tests, text);
  if (slot.ofText.size < MAX_REMEMBERED) slot.ofText.set(text, truths);
  return truths;
}

/** The first test in the highest bit. */
function truthsOf(tests: readonly ((value: unknown) => boolean)[], value: unknown): number {
  let truths = 0;
  for (const test of tests) truths = (truths << 1) | (test(value) ? 1 : 0);
  return truths;
}

function makeClass(source: ClassSource, signature: number): EventClass {
  const leaves = source.slots.flatMap((slot) => slot.leaves);
  const truths = new Map(
    leaves.map((leaf, index) => [leaf, ((signature >> (leaves.length - 1 - index)) & 1) === 1]),
  );
  const trueLeaves = leaves.filter((leaf) => truths.get(leaf) === true);
  const rules = new Set([...source.open, ...trueLeaves.flatMap((leaf) => source.ledTo.get(leaf) ?? [])]);
  const [candidates, matching]: [number[], number[]] = [[], []];
  for (const rule of rules) {
    const node = source.nodes.get(rule);
    if (node === undefined) continue;
    const rest = simplify(node, (leaf) => truths.get(leaf));
    if (rest.kind !== 'constant') candidates.push(rule);
    else if (rest.truth) matching.push(rule);
  }
  return {
    leaves: Int32Array.from(trueLeaves, (leaf) => source.numbers.get(leaf) ?? 0),
    candidates: bitsOf(candidates, source.ruleCount),
    matching: bitsOf(matching, source.ruleCount),
  };
}

/** The numbers as a set of bits. */
export function bitsOf(numbers: readonly number[], size: number): Int32Array {
  const bits = new Int32Array((size + 31) >> 5);
  for (const number of numbers) bits[number >> 5] = (bits[number >> 5] ?? 0) | (1 << (number & 31));
  return bits;
}
