// Delivers one event and waits until all that it causes has come to rest, letting the clock jump over delays when
// asked to. It must not decide anything about rules: what happened is asked of the app.

import { areRunsFinal, readInspection } from './fire-report';
import type { JsonObject } from '../../core/json';
import type { Changes } from '../changes';
import type { Clock } from '../clock/clock';
import type { Delivery } from '../delivery/delivery';
import type { SeenEvent } from '../delivery/event-log';
import type { FireReport } from './fire-report';

export interface FireOptions {
  /** `auto`: host time jumps over retry delays. @default time goes its way */
  readonly clock?: 'auto';
  /** Longest wait in real time. @default 30 */
  readonly timeoutSeconds?: number;
}

export interface FireSetup {
  /** Takes an event from outside. */
  readonly accept: (payload: JsonObject) => Promise<SeenEvent>;
  readonly delivery: Pick<Delivery, 'events' | 'pendingOf'>;
  readonly clock: Clock;
  readonly changes: Changes;
  /** Asks the app's `inspectEvent`, as an admin. */
  readonly inspect: (payload: JsonObject) => Promise<unknown>;
}

const DEFAULT_TIMEOUT_SECONDS = 30;

/** How often the app is asked about runs that are open although nothing is pending for them. */
const OPEN_RUN_POLL_MS = 200;

/** Fires `payload`. Throws when the app cannot say what became of it. */
export async function fireEvent(
  setup: FireSetup,
  payload: JsonObject,
  options: FireOptions,
): Promise<FireReport> {
  const { delivery, clock, changes } = setup;
  const timer = startTimer((options.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS) * 1000);
  const seen = await setup.accept(payload);

  async function report(atRest: boolean): Promise<FireReport> {
    const inspected = readInspection(await setup.inspect(payload));
    return { ...inspected, deliveries: delivery.events.get(seen.id)?.deliveries ?? seen.deliveries, atRest };
  }

  /** Lets time jump, but not past what the event itself waits for; false when there is nothing to jump to. */
  async function jump(): Promise<boolean> {
    const [next] = delivery.pendingOf(seen.id);
    const wanted = (): boolean => timer.leftMs() > 0 && !changes.isClosed();
    return (await timer.orUp(clock.advanceToNext(next?.dueMs, wanted))) === true;
  }

  try {
    while (timer.leftMs() > 0) {
      await timer.orUp(clock.whenIdle());
      if (changes.isClosed()) throw new Error('Failed to wait for the event: the host was stopped.');
      const isPending = delivery.pendingOf(seen.id).length > 0;
      if (!isPending) {
        const found = await report(true);
        if (areRunsFinal(found.runs)) return found;
      }
      if (options.clock === 'auto' && (await jump())) continue;
      await changes.next(isPending ? timer.leftMs() : Math.min(OPEN_RUN_POLL_MS, timer.leftMs()));
    }
    return await report(false);
  } finally {
    timer.stop();
  }
}

/** Real time that runs out. */
interface Timer {
  leftMs(): number;
  /** Waits for `work`, but no longer than the time that is left; then `undefined`. */
  orUp<T>(work: Promise<T>): Promise<T | undefined>;
  stop(): void;
}

function startTimer(ms: number): Timer {
  const endsAt = performance.now() + ms;
  let timeout: NodeJS.Timeout | undefined;
  const up = new Promise<undefined>((resolve) => {
    timeout = setTimeout(() => resolve(undefined), ms);
  });
  return {
    leftMs: () => Math.max(0, endsAt - performance.now()),
    orUp: (work) => Promise.race([work, up]),
    stop: () => clearTimeout(timeout),
  };
}
