// Which triggers of the manifest an event is delivered to. What a filter means is decided elsewhere and passed in.

import { EVENT_LIMITS } from '../../core/limits';
import type { JsonObject } from '../../core/json';
import type { TriggerFilter, TriggerModule } from '../manifest/manifest';

/** Decides about one filter; `log` is shown when Forge would log. */
export type DecideDelivery = (
  filter: TriggerFilter,
  payload: JsonObject,
) => { readonly deliver: boolean; readonly log?: string };

/** One trigger that names the event. */
export interface TriggerMatch {
  readonly trigger: TriggerModule;
  readonly status: 'pending' | 'filtered' | 'too-large';
  readonly log?: string;
}

/** Every trigger for the event of `payload`, and whether it is delivered there. */
export function matchTriggers(
  triggers: readonly TriggerModule[],
  payload: JsonObject,
  decide: DecideDelivery,
): readonly TriggerMatch[] {
  const bytes = Buffer.byteLength(JSON.stringify(payload));
  return triggers.flatMap((trigger): TriggerMatch[] => {
    const named = trigger.events.filter((event) => event.eventType === payload['eventType']);
    if (named.length === 0) return [];
    if (bytes > EVENT_LIMITS.MAX_EVENT_BYTES) {
      return [
        {
          trigger,
          status: 'too-large',
          log: `Not delivered: ${bytes} bytes, more than ${EVENT_LIMITS.MAX_EVENT_BYTES}.`,
        },
      ];
    }
    const filters = [...named.map((event) => event.filter), trigger.filter].filter(
      (filter) => filter !== undefined,
    );
    const decisions = filters.map((filter) => decide(filter, payload));
    const log = decisions.flatMap((decision) => decision.log ?? []).join(' ');
    const status = decisions.every(({ deliver }) => deliver) ? 'pending' : 'filtered';
    return [{ trigger, status, ...(log === '' ? {} : { log }) }];
  });
}
