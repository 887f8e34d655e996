// Which faults a seed has, and how often: every kind is on or off for the whole seed, with a rate of its own, so that
// some worlds see one kind of trouble often and others a little of everything.

import { CALL_CLASSES, CALL_FAULTS, FAULT_KINDS } from './fault-kinds';
import type { CallClass, FaultKind } from './fault-kinds';
import type { Prng } from './prng';

/** Rates of single kinds lie between these, evenly in their logarithm. */
const LOWEST_RATE = 0.002;
const HIGHEST_RATE = 0.08;

/** What is no failure but how the platform is, up to this rate. */
const HIGHEST_USUAL_RATE = 0.5;
const USUAL: readonly FaultKind[] = ['kvs: list behind'];

/** Worlds in which every kind is on. */
const ALL_ON = 0.1;

/** What decides which fault befalls a call. */
export interface FaultSource {
  /** The fault that befalls the next call, drawn by `chance` from 0 to 1. */
  draw(callClass: CallClass, chance: number): FaultKind | undefined;
  /** How often a fault that is not one of a call happens where it could: 0 when it is off. */
  rate(kind: FaultKind): number;
}

/** The faults of one class of calls: up to which number each kind is meant. */
interface Table {
  readonly kinds: readonly FaultKind[];
  readonly upTo: readonly number[];
}

/** Draws the faults of a world. */
export function drawSwarm(prng: Prng): FaultSource {
  const share = prng.chance(ALL_ON) ? 1 : 0.1 + 0.6 * prng.next();
  const rates = new Map<FaultKind, number>();
  for (const kind of FAULT_KINDS) {
    const on = prng.next() < share;
    const highest = USUAL.includes(kind) ? HIGHEST_USUAL_RATE : HIGHEST_RATE;
    const rate = LOWEST_RATE * (highest / LOWEST_RATE) ** prng.next();
    rates.set(kind, on ? rate : 0);
  }
  const rate = (kind: FaultKind): number => rates.get(kind) ?? 0;
  const tables = {} as Record<CallClass, Table>;
  for (const callClass of CALL_CLASSES) {
    const kinds = CALL_FAULTS[callClass].filter((kind) => rate(kind) > 0);
    let sum = 0;
    tables[callClass] = { kinds, upTo: kinds.map((kind) => (sum += rate(kind))) };
  }
  return {
    draw(callClass, chance) {
      const { kinds, upTo } = tables[callClass];
      const last = upTo[upTo.length - 1];
      if (last === undefined || chance >= last) return undefined;
      let index = 0;
      while (chance >= (upTo[index] as number)) index++;
      return kinds[index];
    },
    rate,
  };
}

/** A world without faults. */
export const NO_FAULTS: FaultSource = { draw: () => undefined, rate: () => 0 };
