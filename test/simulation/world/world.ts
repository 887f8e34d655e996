// One simulated world: its time, its chance, its faults and what was found wrong. Everything else in it is a part that
// knows the world; the world knows no part.

import { FAULT_KINDS, faultIndex } from './fault-kinds';
import { Prng } from './prng';
import { Timeline } from './timeline';
import { Trace } from './trace';
import type { FaultKind } from './fault-kinds';
import type { FaultSource } from './swarm';

/** What must always hold, by its name in docs/reliability.md. */
export interface Violation {
  readonly invariant: string;
  readonly detail: string;
}

/** Every world begins at this moment. */
export const WORLD_START = Date.parse('2026-03-02T08:00:00.000Z');

/** Calls after which a world counts as one that never comes to rest. */
const MAX_CALLS = 60_000;

export class World {
  readonly timeline = new Timeline(WORLD_START);
  readonly prng: Prng;
  readonly trace: Trace;
  readonly faults = new Int32Array(FAULT_KINDS.length);
  readonly violations: Violation[] = [];
  /** Calls made so far. */
  calls = 0;
  /** When faults stop. */
  healsAt = WORLD_START;
  /** The latest moment for which nothing can be at rest: until then a server asked to wait, or an event was on its way. */
  busyUntil = WORLD_START;
  readonly source: FaultSource;
  /** Things that admins are still to do. */
  plans = 0;
  /** Set when the world must stop at once. */
  broken = false;

  constructor(seed: number, source: (prng: Prng) => FaultSource, readable: boolean) {
    this.prng = new Prng(seed);
    this.trace = new Trace(readable);
    this.source = source(this.prng);
  }

  get now(): number {
    return this.timeline.now;
  }

  /** Whether faults still happen. */
  get isSick(): boolean {
    return this.timeline.now < this.healsAt;
  }

  /**
   * Whether a fault of this kind, which is not one of a call, happens now. `weight` makes up for how seldom a world gets
   * to ask.
   */
  strikes(kind: FaultKind, weight = 1): boolean {
    if (!this.isSick || !this.isDrawn(kind, weight)) return false;
    this.count(kind);
    return true;
  }

  /** The same, neither counted nor bound to the time. */
  isDrawn(kind: FaultKind, weight: number): boolean {
    const rate = this.source.rate(kind);
    return rate > 0 && this.prng.chance(Math.min(0.6, rate * weight));
  }

  count(kind: FaultKind): void {
    const index = faultIndex(kind);
    this.faults[index] = (this.faults[index] as number) + 1;
    this.trace.mix(index, this.timeline.now);
    if (this.trace.lines !== undefined) this.say(`fault  ${kind}`);
  }

  /** Counts a call; a world that makes too many is broken. */
  countCall(): void {
    if (++this.calls === MAX_CALLS) {
      this.violate('L1', `the world did not come to rest within ${MAX_CALLS} calls`);
      this.broken = true;
    }
  }

  violate(invariant: string, detail: string): void {
    this.violations.push({ invariant, detail });
    if (this.trace.lines !== undefined) this.say(`VIOLATION  ${invariant}: ${detail}`);
  }

  /** A server asked the engine to wait. */
  askPatience(seconds: number): void {
    this.keepBusy(this.timeline.now + seconds * 1000);
  }

  /** Nothing can be at rest before `at`. */
  keepBusy(at: number): void {
    if (at > this.busyUntil) this.busyUntil = at;
  }

  /** A line for people; nothing when nobody reads. */
  say(line: string): void {
    const { lines } = this.trace;
    if (lines === undefined) return;
    const seconds = ((this.timeline.now - WORLD_START) / 1000).toFixed(3).padStart(10);
    lines.push(`${seconds}  ${line}`);
  }
}
