// Decides the leaves of one bucket, one by one, for the event at hand. It reads each slot at most once for an event: those
// that are needed for certain at once, because the processor then waits for several parts of the event together, and the
// others when a leaf asks.

import { NO_SLOT, decideRecord, toLeafRecord } from './leaf-record';
import type { EvaluationContext } from '../conditions/condition';
import type { ParsedEvent } from '../events/event';
import type { Leaf } from './leaf';
import type { LeafRecord } from './leaf-record';
import type { Slot } from './slot';

/** Turns are positive numbers of 31 bits; then they begin anew. */
const LAST_TURN = 0x3fff_ffff;

/** The leaves of one bucket by number. */
export class LeafDecider {
  readonly #records: readonly LeafRecord[];
  readonly #reads: readonly Slot['read'][];
  readonly #fallbacks: readonly unknown[];
  readonly #values: unknown[];
  /** The turn in which each slot was read last. */
  readonly #readIn: Int32Array;
  #turn = 0;

  constructor(leaves: readonly Leaf[]) {
    const slots = new Map<string, { readonly slot: Slot; readonly number: number }>();
    this.#records = leaves.map((leaf) =>
      toLeafRecord(leaf, (slot) => {
        const known = slots.get(slot.key);
        if (known !== undefined) return known.number;
        const number = slots.size;
        slots.set(slot.key, { slot, number });
        return number;
      }),
    );
    this.#reads = [...slots.values()].map(({ slot }) => slot.read);
    this.#fallbacks = [...slots.values()].map(({ slot }) => slot.fallback);
    this.#values = this.#reads.map(() => null);
    this.#readIn = new Int32Array(this.#reads.length);
  }

  /** The slots that `leaves` are about. */
  slotsOf(leaves: Iterable<number>): readonly number[] {
    const slots = [...leaves].map((leaf) => this.#records[leaf]?.slot ?? NO_SLOT);
    return [...new Set(slots)].filter((slot) => slot !== NO_SLOT);
  }

  /** Another event comes, of which `slots` are needed for certain. */
  begin(slots: readonly number[], event: ParsedEvent): void {
    if (this.#turn === LAST_TURN) {
      this.#turn = 0;
      this.#readIn.fill(0);
    }
    this.#turn++;
    for (const slot of slots) this.#read(slot, event);
  }

  #read(slot: number, event: ParsedEvent): void {
    const value = this.#reads[slot]?.(event);
    this.#values[slot] = value === undefined ? this.#fallbacks[slot] : value;
    this.#readIn[slot] = this.#turn;
  }

  /** The record of a leaf, for those that are asked of every event. */
  recordOf(leaf: number): LeafRecord | undefined {
    return this.#records[leaf];
  }

  /** Whether the leaf of `record`, whose slot this event has been read for, is true. Throws what JSON Logic throws. */
  holdsRead(record: LeafRecord): boolean {
    return decideRecord(record, this.#values[record.slot]);
  }

  /** Whether the leaf is true for `event`. Throws what JSON Logic throws. */
  holds(leaf: number, event: ParsedEvent, context: EvaluationContext): boolean {
    const record = this.#records[leaf];
    if (record === undefined) return false;
    const { slot } = record;
    if (slot === NO_SLOT) return record.holds(event, context);
    if (this.#readIn[slot] !== this.#turn) this.#read(slot, event);
    return decideRecord(record, this.#values[slot]);
  }
}
