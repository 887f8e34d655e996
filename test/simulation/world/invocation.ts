// One invocation of the app: a process that lives until it answers, is killed, or runs out of time. What it awaits when
// it dies never comes; what it has asked for may still happen.

import type { World } from './world';

export type InvocationKind = 'event' | 'queue' | 'sweep' | 'admin';

export class Invocation {
  readonly world: World;
  readonly id: number;
  readonly kind: InvocationKind;
  readonly startedAt: number;
  readonly deadlineAt: number;
  /** How far the clock of its machine is from the truth, in ms. */
  readonly skewMs: number;
  /** Which event it was delivered for. */
  readonly subject: number;
  isAlive = true;
  lastCallAt: number;
  /** Whether one of its calls took far longer than usual, which nobody can make up for. */
  wasSlowed = false;
  wasSlowedByConfluence = false;
  onDeath: () => void = () => undefined;

  constructor(
    world: World,
    id: number,
    kind: InvocationKind,
    limitSeconds: number,
    skewMs: number,
    subject: number,
  ) {
    this.world = world;
    this.id = id;
    this.kind = kind;
    this.startedAt = world.now;
    this.lastCallAt = world.now;
    this.deadlineAt = world.now + limitSeconds * 1000;
    this.skewMs = skewMs;
    this.subject = subject;
  }

  /** Its own idea of the time. */
  nowMs(): number {
    return this.world.timeline.now + this.skewMs;
  }

  remainingMs(): number {
    return Math.max(0, this.deadlineAt - this.world.timeline.now);
  }

  kill(why: string): void {
    if (!this.isAlive) return;
    this.isAlive = false;
    if (this.world.trace.lines !== undefined) this.world.say(`${this.name} dies: ${why}`);
    this.onDeath();
  }

  get name(): string {
    return `${this.kind}#${this.id}`;
  }
}
