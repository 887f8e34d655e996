// What the event panel offers, and whether a typed payload can be sent. Pure.

import type { CatalogueEvent } from '../api/catalogue';

/** An event to choose. */
export interface EventOption {
  readonly label: string;
  readonly value: string;
  readonly event: CatalogueEvent;
}

/** Events under one heading. */
export interface EventGroup {
  readonly label: string;
  readonly options: readonly EventOption[];
}

/** The events by group, both in the order of the catalogue. */
export function eventGroups(events: readonly CatalogueEvent[]): readonly EventGroup[] {
  const groups = new Map<string, EventOption[]>();
  for (const event of events) {
    const option = { label: `${event.name} (${event.id})`, value: event.id, event };
    groups.set(event.group, [...(groups.get(event.group) ?? []), option]);
  }
  return Array.from(groups, ([label, options]) => ({ label, options }));
}

/** Why `text` cannot be sent as a payload; `undefined` when it can. */
export function jsonProblem(text: string): string | undefined {
  try {
    const payload: unknown = JSON.parse(text);
    if (typeof payload !== 'object' || payload === null || !('eventType' in payload)) {
      return 'The payload needs to be an object with an eventType.';
    }
    return undefined;
  } catch (error) {
    return `This is not JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
}
