// Finds an event of the catalogue by any of its ids.
// It must not guess: an id that is not in the catalogue is unknown.

import type { JsonObject } from '../json';
import { EVENTS } from './catalogue';
import type { CatalogueEvent } from './catalogue/catalogue-event';

const BY_ID: ReadonlyMap<string, CatalogueEvent> = new Map(
  EVENTS.flatMap((event) => [event.id, ...event.spellings].map((id) => [id, event] as const)),
);

/** The event that `id` means in any spelling; undefined when the catalogue does not know it. */
export function findEvent(id: string): CatalogueEvent | undefined {
  return BY_ID.get(id);
}

/** The canonical spelling of `id`; an unknown id is returned as it is. */
export function canonicalEventId(id: string): string {
  return BY_ID.get(id)?.id ?? id;
}

/** The sample payload of an event, with the spelling that was asked for; undefined for an unknown id. */
export function samplePayloadOf(id: string): JsonObject | undefined {
  const event = BY_ID.get(id);
  return event === undefined ? undefined : { ...event.sample, eventType: id };
}
