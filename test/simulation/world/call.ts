// One request of the engine to the outside, and what may befall it. Every port is made of such calls; the timeline
// decides when each has its effect and when its answer arrives.

import { PATIENCE, callFailure } from './call-failure';
import type { CallClass, FaultKind } from './fault-kinds';
import type { Invocation } from './invocation';

/** A kind of request. */
export interface Site {
  readonly name: string;
  readonly callClass: CallClass;
  readonly code: number;
}

/** What the world promises of Confluence: an effect and its being seen come at most so long after the request began. */
export const EFFECT_BOUND_MS = 60_000;

/** A write to the store whose answer was lost may be applied so much later. */
const LATE_WRITE_MS = 45_000;

const LATENCY: { readonly [K in CallClass]: readonly [low: number, high: number] } = {
  'kvs-read': [4, 30],
  'kvs-list': [4, 30],
  'kvs-write': [8, 60],
  'confluence-read': [40, 400],
  'confluence-write': [60, 600],
  outside: [60, 900],
  queue: [20, 120],
};

const SLOW_MS: readonly [number, number] = [2000, 22_000];

/** The rest of an invocation's time in which nothing may be begun in Confluence any more. */
const LAST_START_MS = 2000;

let sites = 0;

/** Names a kind of request, once. */
export function site(name: string, callClass: CallClass): Site {
  return { name, callClass, code: ++sites };
}

/**
 * Makes the call. `act` is what it does outside, at one moment; it may throw. It gets the fault, for those that only it
 * can bring about. `refused` hears for how many seconds a server asked for patience.
 */
export function call<T>(
  invocation: Invocation,
  { name, callClass, code }: Site,
  target: string,
  act: (fault: FaultKind | undefined) => T,
  refused?: (seconds: number) => void,
): Promise<T> {
  if (!invocation.isAlive) return new Promise(() => undefined);
  const { world } = invocation;
  const { timeline, prng } = world;
  const begun = timeline.now;
  world.countCall();
  invocation.lastCallAt = begun;
  world.trace.mix(code, begun);
  const chance = prng.next();
  const fault = world.isSick ? world.source.draw(callClass, chance) : undefined;
  if (fault !== undefined) world.count(fault);
  if (world.trace.lines !== undefined) world.say(`${invocation.name}  ${name} ${target}`);
  // An action of several requests of which one hangs cannot be stopped in the middle.
  const late = invocation.remainingMs() < LAST_START_MS && !invocation.wasSlowedByConfluence;
  if (late && (callClass === 'confluence-write' || callClass === 'outside')) {
    world.violate('S5', `${name} was begun ${invocation.remainingMs()} ms before the end of the invocation`);
  }
  const isSlow = fault === 'kvs: slow' || fault === 'confluence: slow';
  if (isSlow) invocation.wasSlowed = true;
  if (fault === 'confluence: slow') invocation.wasSlowedByConfluence = true;
  const [low, high] = isSlow ? SLOW_MS : LATENCY[callClass];
  const answersAt = begun + low + Math.floor((high - low) * prng.next());
  if (fault === undefined) return healthy(invocation, answersAt, prng.chance(0.5), act);
  return new Promise((resolve, reject) => {
    const answer = (work: () => T): void => {
      let value: T;
      try {
        value = work();
      } catch (error) {
        if (invocation.isAlive) reject(error instanceof Error ? error : new Error(String(error)));
        return;
      }
      if (invocation.isAlive) resolve(value);
    };
    const perform = (): void => {
      try {
        act(fault);
      } catch {
        // Nobody hears of it.
      }
    };
    switch (fault) {
      case 'kvs: slow':
      case 'kvs: list behind':
      case 'confluence: slow':
      case 'confluence: stale read':
      case 'queue: part of a push':
      case 'kvs: 409': {
        if (prng.chance(0.5)) {
          timeline.at(answersAt, () => answer(() => act(fault)));
          return;
        }
        let done: () => T;
        try {
          const value = act(fault);
          done = () => value;
        } catch (error) {
          done = () => {
            throw error;
          };
        }
        timeline.at(answersAt, () => answer(done));
        return;
      }
      case 'kill: before the request':
        invocation.kill(fault);
        return;
      case 'kill: after the effect':
        timeline.at(answersAt, () => {
          perform();
          invocation.kill(fault);
        });
        return;
      case 'kill: after the answer':
        perform();
        timeline.at(answersAt, () => invocation.kill(fault));
        return;
      case 'kvs: late write':
      case 'confluence: late effect': {
        const latest = begun + (fault === 'kvs: late write' ? LATE_WRITE_MS : EFFECT_BOUND_MS);
        timeline.at(prng.between(Math.min(answersAt, latest), latest), perform);
        timeline.at(answersAt, () => answer(() => fail(fault, name, invocation)));
        return;
      }
      case 'kvs: answer lost':
      case 'confluence: answer lost':
      case 'confluence: malformed answer':
      case 'queue: answer lost':
        perform();
        timeline.at(answersAt, () => answer(() => fail(fault, name, invocation)));
        return;
      default:
        timeline.at(answersAt, () => {
          const seconds = PATIENCE[fault];
          if (seconds !== undefined && invocation.isAlive) {
            world.askPatience(seconds);
            refused?.(seconds);
          }
          answer(() => fail(fault, name, invocation));
        });
    }
  });
}

/** A call that nothing befalls; it has its effect at its end, or at once. */
function healthy<T>(
  invocation: Invocation,
  answersAt: number,
  atTheEnd: boolean,
  act: (fault: undefined) => T,
): Promise<T> {
  const { timeline } = invocation.world;
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      try {
        const value = act(undefined);
        if (invocation.isAlive) resolve(value);
      } catch (error) {
        if (invocation.isAlive) reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    if (atTheEnd) {
      timeline.at(answersAt, settle);
      return;
    }
    let value: T;
    try {
      value = act(undefined);
    } catch (error) {
      timeline.at(answersAt, () => {
        if (invocation.isAlive) reject(error instanceof Error ? error : new Error(String(error)));
      });
      return;
    }
    timeline.at(answersAt, () => {
      if (invocation.isAlive) resolve(value);
    });
  });
}

function fail(fault: FaultKind, name: string, { world, skewMs }: Invocation): never {
  throw callFailure(fault, name, world.now, world.now + skewMs);
}
