// The async queue: at least once, with delays up to 900 s, 50 messages a push and 500 a minute, and messages of one
// concurrency key held back while too many of them are consumed.

import { FailureError, RETRYABLE } from '../../../src/core/failure';
import { QUEUE_LIMITS } from '../../../src/core/limits';
import { call, site } from '../world/call';
import type { RunQueue } from '../../../src/core/run-ports';
import type { Invocation } from '../world/invocation';
import type { World } from '../world/world';
import type { Answer, Engine, RetryContext } from './engine';
import type { Invoker } from './invoker';

const PUSH = site('push to the queue', 'queue');

/** Run ids in one message. */
const RUNS_PER_MESSAGE = 50;

interface Concurrency {
  readonly key: string;
  readonly limit: number;
}

interface Message {
  readonly runs: readonly string[];
  readonly bornAt: number;
  readonly concurrency: Concurrency | undefined;
}

export class AsyncQueue {
  readonly #world: World;
  readonly #engine: Engine;
  readonly #invoker: Invoker;
  readonly #consumed = new Map<string, number>();
  readonly #held: { readonly message: Message; readonly retry: RetryContext | undefined }[] = [];
  #minute = 0;
  #pushes = 0;
  /** Messages that wait to be consumed. */
  planned = 0;

  constructor(world: World, engine: Engine, invoker: Invoker) {
    this.#world = world;
    this.#engine = engine;
    this.#invoker = invoker;
  }

  portFor(invocation: Invocation): RunQueue {
    return {
      push: (runs, delaySeconds, concurrency) =>
        call(invocation, PUSH, `${runs.length} after ${delaySeconds} s`, (fault) => {
          const some = fault === 'queue: part of a push' ? Math.floor(runs.length / 2) : runs.length;
          this.#push(runs.slice(0, some), delaySeconds, concurrency);
          if (fault === 'queue: part of a push') throw refused('the push was accepted in part');
        }),
    };
  }

  #push(runs: readonly string[], delaySeconds: number, concurrency: Concurrency | undefined): void {
    const world = this.#world;
    const minute = Math.floor(world.now / 60_000);
    if (minute !== this.#minute) [this.#minute, this.#pushes] = [minute, 0];
    if (++this.#pushes > QUEUE_LIMITS.MAX_EVENTS_PER_MINUTE || world.strikes('queue: 500 a minute', 4)) {
      throw refused('500 events a minute have been pushed');
    }
    const delay = Math.min(QUEUE_LIMITS.MAX_DELAY_SECONDS, Math.max(0, Math.ceil(delaySeconds))) * 1000;
    for (let start = 0; start < runs.length; start += RUNS_PER_MESSAGE) {
      const message = { runs: runs.slice(start, start + RUNS_PER_MESSAGE), bornAt: world.now, concurrency };
      const late = world.strikes('queue: late', 4) ? world.prng.between(1000, 600_000) : 0;
      const at = world.now + delay + late + world.prng.between(20, 2000);
      this.#plan(message, at, undefined);
      if (world.strikes('queue: duplicate', 4)) {
        this.#plan(message, at + world.prng.between(0, 60_000), undefined);
      }
    }
  }

  #plan(message: Message, at: number, retry: RetryContext | undefined): void {
    this.planned++;
    this.#world.timeline.at(at, () => this.#consume(message, retry));
  }

  #consume(message: Message, retry: RetryContext | undefined): void {
    const { concurrency } = message;
    if (concurrency !== undefined) {
      const busy = this.#consumed.get(concurrency.key) ?? 0;
      if (busy >= concurrency.limit) {
        this.#held.push({ message, retry });
        return;
      }
      this.#consumed.set(concurrency.key, busy + 1);
    }
    this.planned--;
    const world = this.#world;
    world.trace.mix(2000, message.runs.length);
    const count = retry?.count ?? 0;
    const again = (seconds: number, data: object | undefined): void => {
      this.#free(concurrency);
      const at = world.now + seconds * 1000 + world.prng.between(0, 1000);
      if (at > message.bornAt + QUEUE_LIMITS.RETENTION_SECONDS * 1000) return;
      this.#plan(message, at, { count: count + 1, data });
    };
    // A throw or a kill is tried again after a while that doubles, up to 15 minutes.
    const backOff = (): void => again(Math.min(900, 2 ** Math.min(10, count)), undefined);
    this.#invoker.start('queue', -1, (ports) => this.#engine.onQueue(message.runs, retry, ports), {
      answered: (answer) => this.#answered(answer, concurrency, again),
      threw: backOff,
      died: backOff,
    });
  }

  #answered(
    answer: Answer,
    concurrency: Concurrency | undefined,
    again: (seconds: number, data: object | undefined) => void,
  ): void {
    if (answer.kind === 'finished') {
      this.#free(concurrency);
      return;
    }
    const { afterSeconds } = answer;
    if (!(afterSeconds >= 1 && afterSeconds <= QUEUE_LIMITS.MAX_DELAY_SECONDS)) {
      this.#world.violate('S5', `retryAfter of the consumer is ${afterSeconds}`);
    }
    again(afterSeconds, this.#world.strikes('delivery: retryData lost', 4) ? undefined : answer.data);
  }

  #free(concurrency: Concurrency | undefined): void {
    if (concurrency === undefined) return;
    this.#consumed.set(concurrency.key, (this.#consumed.get(concurrency.key) ?? 1) - 1);
    const index = this.#held.findIndex(({ message }) => message.concurrency?.key === concurrency.key);
    if (index < 0) return;
    const [next] = this.#held.splice(index, 1);
    if (next === undefined) return;
    this.#world.timeline.at(this.#world.now + 10, () => this.#consume(next.message, next.retry));
  }
}

function refused(cause: string): FailureError {
  return new FailureError({
    kind: 'rate-limited',
    message: `Failed to push to the queue: ${cause}.`,
    retryable: RETRYABLE['rate-limited'],
  });
}
