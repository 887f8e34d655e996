// Starts invocations of the app, warm or cold, and ends those that run out of time.

import { Invocation } from '../world/invocation';
import type { InvocationKind } from '../world/invocation';
import type { Ports } from '../../../src/core/ports';
import type { World } from '../world/world';

/** Seconds that each kind of invocation has. */
const TIME_LIMITS: { readonly [K in InvocationKind]: number } = {
  event: 25,
  queue: 300,
  sweep: 300,
  admin: 25,
};

/** Clocks of the machines that the app runs on are this much wrong at most. */
const MAX_SKEW_MS = 3000;

/** How an invocation ended. */
export interface Ends<T> {
  readonly answered: (answer: T) => void;
  readonly threw: (error: unknown) => void;
  readonly died: () => void;
}

export class Invoker {
  readonly #world: World;
  readonly #portsFor: (invocation: Invocation) => Ports;
  readonly #live = new Set<Invocation>();
  /** Clock errors of processes that are warm and idle. */
  #warm: number[] = [];
  #count = 0;

  constructor(world: World, portsFor: (invocation: Invocation) => Ports) {
    this.#world = world;
    this.#portsFor = portsFor;
  }

  get liveCount(): number {
    return this.#live.size;
  }

  /** A new version of the app: no process is warm any more. */
  upgrade(): void {
    this.#world.count('process: app upgrade');
    this.#warm = [];
  }

  start<T>(kind: InvocationKind, subject: number, body: (ports: Ports) => Promise<T>, ends: Ends<T>): void {
    const world = this.#world;
    const skew = this.#process();
    const invocation = new Invocation(world, ++this.#count, kind, TIME_LIMITS[kind], skew, subject);
    this.#observe(invocation);
    this.#live.add(invocation);
    if (world.trace.lines !== undefined) world.say(`${invocation.name} begins`);
    const leave = (): void => {
      invocation.isAlive = false;
      this.#live.delete(invocation);
      world.timeline.cancel(deadline);
    };
    invocation.onDeath = () => {
      leave();
      ends.died();
    };
    const outOfTime = (): void => {
      if (!invocation.isAlive) return;
      world.count('kill: out of time');
      // A call that hangs cannot be left; whoever was free to stop in good time had to.
      if (world.now - invocation.lastCallAt < 2000 && !invocation.wasSlowed) {
        world.violate('S5', `${invocation.name} did not stop in good time by itself`);
      }
      invocation.kill('out of time');
    };
    const deadline = world.timeline.at(invocation.deadlineAt, outOfTime);
    body(this.#portsFor(invocation)).then(
      (answer) => {
        if (!invocation.isAlive) return;
        leave();
        this.#warm.push(skew);
        ends.answered(answer);
      },
      (error: unknown) => {
        if (!invocation.isAlive) return;
        leave();
        this.#warm.push(skew);
        if (world.trace.lines !== undefined) world.say(`${invocation.name} throws ${String(error)}`);
        ends.threw(error);
      },
    );
  }

  /** The clock error of the process that takes the next invocation. */
  #process(): number {
    const world = this.#world;
    if (this.#warm.length > 0 && world.prng.chance(0.7)) {
      world.count('process: warm start');
      return this.#warm.pop() as number;
    }
    world.count('process: cold start');
    if (world.strikes('clock: forward', 6)) return world.prng.between(1, MAX_SKEW_MS);
    if (world.strikes('clock: back', 6)) return -world.prng.between(1, MAX_SKEW_MS);
    return 0;
  }

  #observe({ kind, subject }: Invocation): void {
    if (kind !== 'event') return;
    let [same, other] = [false, false];
    for (const live of this.#live) {
      if (live.kind !== 'event') continue;
      if (live.subject === subject) same = true;
      else other = true;
    }
    if (same) this.#world.count('delivery: two of one event at once');
    if (other) this.#world.count('delivery: two events at once');
  }
}
