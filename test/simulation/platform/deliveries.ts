// Delivers product events as Forge does: at least once, in no order, with at most four retries, which the app asks for
// or the platform makes by itself.

import { EVENT_LIMITS } from '../../../src/core/limits';
import type { World } from '../world/world';
import type { Answer, Engine, RetryContext } from './engine';
import type { Invoker } from './invoker';
import type { SimEvent } from './sim-event';

const MINUTE = 60_000;

export class Deliveries {
  readonly #world: World;
  readonly #engine: Engine;
  readonly #invoker: Invoker;
  /** Deliveries that are planned. */
  planned = 0;
  largestRetryData = 0;

  constructor(world: World, engine: Engine, invoker: Invoker) {
    this.#world = world;
    this.#engine = engine;
    this.#invoker = invoker;
  }

  /** Plans the first delivery of an event, and those that nobody asked for. */
  send(event: SimEvent): void {
    const { prng } = this.#world;
    const world = this.#world;
    const arrives = event.at + prng.between(50, 3000);
    if (world.strikes('delivery: payload over 200 kB', 6)) {
      event.ends.push('dropped');
      return;
    }
    const late = world.strikes('delivery: reordered', 6)
      ? prng.between(MINUTE / 2, event.isEcho ? 4 * MINUTE : 20 * MINUTE)
      : 0;
    this.#plan(event, arrives + late, undefined);
    if (world.strikes('delivery: duplicate, at once', 6)) {
      this.#plan(event, arrives + late + prng.between(0, 1500), undefined);
    }
    if (world.strikes('delivery: duplicate, late', 6)) {
      this.#plan(event, arrives + prng.between(MINUTE, 90 * MINUTE), undefined);
    }
  }

  #plan(event: SimEvent, at: number, retry: RetryContext | undefined): void {
    this.planned++;
    if (retry === undefined) {
      event.open++;
      this.#world.keepBusy(at);
    }
    this.#world.timeline.at(at, () => {
      this.planned--;
      this.#deliver(event, retry);
    });
  }

  #deliver(event: SimEvent, retry: RetryContext | undefined): void {
    const world = this.#world;
    event.deliveries++;
    world.trace.mix(1000 + event.index, retry?.count ?? 0);
    if (world.trace.lines !== undefined) {
      world.say(`event ${event.index} is delivered${retry === undefined ? '' : `, retry ${retry.count}`}`);
    }
    const count = retry?.count ?? 0;
    if (world.strikes('delivery: invocation refused by the platform', 6)) {
      this.#again(event, count, undefined, world.prng.between(1, 60));
      return;
    }
    this.#invoker.start('event', event.index, (ports) => this.#engine.onEvent(event.payload, retry, ports), {
      answered: (answer) => this.#answered(event, count, answer),
      threw: () => this.#again(event, count, undefined, world.prng.between(1, 60)),
      died: () => this.#again(event, count, undefined, world.prng.between(1, 60)),
    });
  }

  #answered(event: SimEvent, count: number, answer: Answer): void {
    if (answer.kind === 'finished') {
      event.open--;
      event.ends.push('finished');
      return;
    }
    const world = this.#world;
    const { afterSeconds, data } = answer;
    if (!(afterSeconds >= 1 && afterSeconds <= EVENT_LIMITS.MAX_RETRY_AFTER_SECONDS)) {
      world.violate('S5', `retryAfter is ${afterSeconds}`);
    }
    const bytes = JSON.stringify(data).length;
    if (bytes > this.largestRetryData) this.largestRetryData = bytes;
    if (bytes > EVENT_LIMITS.MAX_RETRY_DATA_BYTES) world.violate('S5', `retryData has ${bytes} bytes`);
    const lost = world.strikes('delivery: retryData lost', 6);
    this.#again(event, count, lost ? undefined : data, afterSeconds);
  }

  #again(event: SimEvent, count: number, data: object | undefined, afterSeconds: number): void {
    const world = this.#world;
    if (count >= EVENT_LIMITS.MAX_RETRIES) {
      event.open--;
      event.ends.push('spent');
      world.count('delivery: fourth retry spent');
      return;
    }
    const at = world.now + Math.ceil(afterSeconds) * 1000 + world.prng.between(0, 2000);
    this.#plan(event, at, { count: count + 1, data });
  }
}
