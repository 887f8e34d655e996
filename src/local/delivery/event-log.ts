// The last events that reached the host, with what became of each delivery, for the page and for `fire`.
// Bounded; not kept over a restart (what is still to be delivered is).

import type { JsonObject } from '../../core/json';
import { eventTypeOf } from './event-type';
import type { EventWork } from './work';

export type DeliveryStatus =
  'pending' | 'delivered' | 'retrying' | 'gave-up' | 'failed' | 'filtered' | 'too-large';

/** One delivery of an event to one trigger. */
export interface SeenDelivery {
  readonly id: string;
  readonly trigger: string;
  readonly function: string;
  readonly status: DeliveryStatus;
  /** Invocations so far. */
  readonly attempts: number;
  readonly log?: string;
}

export interface SeenEvent {
  readonly id: string;
  readonly atMs: number;
  readonly type: string;
  readonly payload: JsonObject;
  /** Whether the site published it or someone fired it by hand. */
  readonly origin: 'site' | 'fired';
  readonly deliveries: readonly SeenDelivery[];
}

export interface EventLog {
  add(event: SeenEvent): void;
  /** Adds what is known of an event whose delivery was still to be done when the host last stopped. */
  restore(work: EventWork): void;
  changeDelivery(eventId: string, deliveryId: string, change: Partial<SeenDelivery>): void;
  get(id: string): SeenEvent | undefined;
  /** Newest first. */
  list(limit?: number): readonly SeenEvent[];
}

/** Kept events; with 200 kB at most each, and a few kB as a rule. */
const MAX_EVENTS = 500;

export function createEventLog(onChange: () => void): EventLog {
  const events = new Map<string, SeenEvent>();

  function add(event: SeenEvent): void {
    events.set(event.id, event);
    const [oldest] = events.keys();
    if (events.size > MAX_EVENTS && oldest !== undefined) events.delete(oldest);
    onChange();
  }

  return {
    add,
    restore({ id, eventId, payload, dueMs, moduleKey, functionKey, retry }) {
      const status = retry === undefined ? 'pending' : 'retrying';
      const delivery: SeenDelivery = {
        id,
        trigger: moduleKey,
        function: functionKey,
        status,
        attempts: retry?.count ?? 0,
      };
      const known = events.get(eventId);
      const event = known ?? {
        id: eventId,
        atMs: dueMs,
        type: eventTypeOf(payload),
        payload,
        origin: 'site',
      };
      add({ ...event, deliveries: [...(known?.deliveries ?? []), delivery] });
    },
    changeDelivery(eventId, deliveryId, change) {
      const event = events.get(eventId);
      if (event === undefined) return;
      const deliveries = event.deliveries.map((one) => (one.id === deliveryId ? { ...one, ...change } : one));
      events.set(eventId, { ...event, deliveries });
      onChange();
    },
    get: (id) => events.get(id),
    list: (limit = MAX_EVENTS) => [...events.values()].reverse().slice(0, limit),
  };
}
