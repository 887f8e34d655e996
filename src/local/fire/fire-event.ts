// Delivers one event and waits until all that it causes has come to rest, letting the clock jump over delays when
// asked to. It must not decide anything about rules: what happened is asked of the app.

import { areRunsFinal, readInspection } from './fire-report';
import type { JsonObject } from '../../core/json';
import type { Changes } from '../changes';
import type { Clock } from '../clock/clock';
import type { Delivery } from '../delivery/delivery';
import type { FireReport } from './fire-report';

export interface FireOptions {
  /** `auto`: host time jumps over retry delays. @default time goes its way */
  readonly clock?: 'auto';
  /** Longest wait in real time. @default 30 */
  readonly timeoutSeconds?: number;
}

export interface FireSetup {
  readonly delivery: Delivery;
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
  const endsAt = performance.now() + (options.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS) * 1000;
  const leftMs = (): number => Math.max(0, endsAt - performance.now());
  const seen = await delivery.accept(payload, 'fired');

  async function report(atRest: boolean): Promise<FireReport> {
    const inspected = readInspection(await setup.inspect(payload));
    return { ...inspected, deliveries: delivery.events.get(seen.id)?.deliveries ?? seen.deliveries, atRest };
  }

  while (leftMs() > 0) {
    await Promise.race([clock.whenIdle(), changes.next(leftMs())]);
    if (changes.isClosed()) throw new Error('Failed to wait for the event: the host was stopped.');
    if (delivery.pendingOf(seen.id).length === 0) {
      const found = await report(true);
      if (areRunsFinal(found.runs)) return found;
      await changes.next(Math.min(OPEN_RUN_POLL_MS, leftMs()));
    }
    if (options.clock === 'auto') await Promise.race([clock.advanceToNext(), changes.next(leftMs())]);
    else if (delivery.pendingOf(seen.id).length > 0) await changes.next(leftMs());
  }
  return report(false);
}
