// Answers an event from a bucket's index: reads each slot once, marks what it makes true, runs the programs of the rules
// that are then left, and collects the matches in order. Where a value is so odd that a test throws, every rule of the
// bucket is judged instead. It allocates nothing for an event but the answer.

import { failedMatch, judgeEach } from './bucket';
import { markElements, markOdd, markText } from './mark-slot';
import { ACCEPT } from './program';
import { HIT_HEADER, NO_HIT } from './hits';
import { readSlot } from './slot';
import type { EvaluationContext } from '../conditions/condition';
import type { ParsedEvent } from '../events/event';
import type { JudgeContext } from '../runs/judge-rule';
import type { BucketIndex } from './bucket-index';
import type { EventClass } from './event-classes';
import type { Match, MatchBucket } from './bucket';
import type { HoldsFor } from './leaf';

/** Epochs are positive numbers of 31 bits; then the marks are wiped. */
const LAST_EPOCH = 0x3fff_ffff;

/** The way for a bucket with many rules. It holds the state of one search, which the next one uses again. */
export class IndexSearch {
  readonly #index: BucketIndex;
  readonly #judgeEach: MatchBucket;
  readonly #matches: readonly Match[];
  readonly #lateLeaves: readonly HoldsFor[];
  /** A leaf is true in the epoch that it is marked with, false in the one that it is marked with negatively. */
  readonly #marks: Int32Array;
  readonly #candidates: Int32Array;
  readonly #ruleBits: Int32Array;
  /** Positions of the matching rules, in order. */
  readonly #found: Int32Array;
  #epoch = 0;

  constructor(index: BucketIndex) {
    this.#index = index;
    this.#judgeEach = judgeEach(index.rules);
    this.#matches = index.rules.map(({ match }) => match);
    this.#lateLeaves = index.lateLeaves;
    this.#marks = new Int32Array(index.knownCount + index.lateLeaves.length);
    this.#candidates = new Int32Array(index.chainRules.length);
    this.#ruleBits = new Int32Array(index.chainRules.length);
    this.#found = new Int32Array(index.rules.length);
  }

  match(event: ParsedEvent, context: JudgeContext): readonly Match[] {
    if (!this.#begin(event) || !this.#markSlots(event)) return this.#judgeEach(event, context);
    const errors = this.#runPrograms(event, context);
    return this.#collect(context, errors);
  }

  /** Begins with what the event's class brings. False when a test threw. */
  #begin(event: ParsedEvent): boolean {
    if (this.#epoch === LAST_EPOCH) {
      this.#epoch = 0;
      this.#marks.fill(0);
    }
    this.#epoch++;
    const known = this.#classOf(event);
    if (known === undefined) return false;
    this.#candidates.set(known.candidates);
    this.#ruleBits.set(known.matching);
    const [marks, epoch] = [this.#marks, this.#epoch];
    for (const leaf of known.leaves) marks[leaf] = epoch;
    return true;
  }

  #classOf(event: ParsedEvent): EventClass | undefined {
    try {
      return this.#index.classes.classOf(event);
    } catch {
      return undefined;
    }
  }

  /** False when a test threw: then nothing that was marked counts. */
  #markSlots(event: ParsedEvent): boolean {
    for (const slot of this.#index.slots) {
      const value = readSlot(slot.slot, event);
      if (typeof value === 'string') {
        const hit = slot.exact.get(value);
        if (hit !== undefined) this.apply(hit);
        if (slot.automaton !== undefined) markText(slot.automaton, slot.texts, value, this);
      } else if (value === null) {
        if (slot.nullHit !== NO_HIT) this.apply(slot.nullHit);
      } else if (Array.isArray(value) && slot.elements.length > 0) {
        if (!markElements(slot, value, this)) return false;
      } else if (!markOdd(slot.plainLeaves, value, this) || !markOdd(slot.elementLeaves, value, this)) {
        return false;
      }
    }
    return true;
  }

  /** Marks what a hit brings. Doing so twice does no harm. */
  apply(hit: number): void {
    const { table } = this.#index.hits;
    const [marks, candidates, ruleBits, epoch] = [this.#marks, this.#candidates, this.#ruleBits, this.#epoch];
    let at = hit + HIT_HEADER;
    const leavesEnd = at + (table[hit] ?? 0);
    const candidatesEnd = leavesEnd + (table[hit + 1] ?? 0);
    const rulesEnd = candidatesEnd + (table[hit + 2] ?? 0);
    for (; at < leavesEnd; at++) marks[table[at] ?? 0] = epoch;
    for (; at < candidatesEnd; at++) addBit(candidates, table[at] ?? 0);
    for (; at < rulesEnd; at++) addBit(ruleBits, table[at] ?? 0);
  }

  /** Runs the programs of the rules that are left. Errors by rule, where there are any. */
  #runPrograms(event: ParsedEvent, context: EvaluationContext): ReadonlyMap<number, unknown> | undefined {
    const [candidates, ruleBits] = [this.#candidates, this.#ruleBits];
    let errors: Map<number, unknown> | undefined;
    for (let word = 0; word < candidates.length; word++) {
      for (let bits = candidates[word] ?? 0; bits !== 0; bits &= bits - 1) {
        const rule = (word << 5) + 31 - Math.clz32(bits & -bits);
        try {
          if (this.#holds(rule, event, context)) addBit(ruleBits, rule);
        } catch (error) {
          errors ??= new Map();
          errors.set(rule, error);
          addBit(ruleBits, rule);
        }
      }
    }
    return errors;
  }

  #holds(rule: number, event: ParsedEvent, context: EvaluationContext): boolean {
    const { code, programStart, knownCount } = this.#index;
    const [marks, epoch] = [this.#marks, this.#epoch];
    let at = programStart[rule] ?? 0;
    while (at >= 0) {
      const leaf = code[at] ?? 0;
      const mark = marks[leaf] ?? 0;
      const isTrue =
        mark === epoch || (leaf >= knownCount && mark !== -epoch && this.#evaluate(leaf, event, context));
      at = code[isTrue ? at + 1 : at + 2] ?? 0;
    }
    return at === ACCEPT;
  }

  #evaluate(leaf: number, event: ParsedEvent, context: EvaluationContext): boolean {
    const isTrue = this.#lateLeaves[leaf - this.#index.knownCount]?.(event, context) === true;
    this.#marks[leaf] = isTrue ? this.#epoch : -this.#epoch;
    return isTrue;
  }

  #collect(context: JudgeContext, errors: ReadonlyMap<number, unknown> | undefined): readonly Match[] {
    const { chainRules } = this.#index;
    const [ruleBits, found, matches] = [this.#ruleBits, this.#found, this.#matches];
    let count = 0;
    for (let word = 0; word < ruleBits.length; word++) {
      let bits = ruleBits[word] ?? 0;
      if (context.selfCaused) bits &= chainRules[word] ?? 0;
      for (; bits !== 0; bits &= bits - 1) found[count++] = (word << 5) + 31 - Math.clz32(bits & -bits);
    }
    const answer: Match[] = [];
    for (let at = 0; at < count; at++) {
      const rule = found[at] ?? 0;
      const match = errors === undefined ? matches[rule] : this.#withError(rule, errors);
      if (match !== undefined) answer.push(match);
    }
    return answer;
  }

  #withError(position: number, errors: ReadonlyMap<number, unknown>): Match | undefined {
    const rule = this.#index.rules[position];
    if (rule === undefined || !errors.has(position)) return rule?.match;
    return failedMatch(rule, errors.get(position));
  }
}

function addBit(bits: Int32Array, number: number): void {
  bits[number >> 5] = (bits[number >> 5] ?? 0) | (1 << (number & 31));
}
