// Events as the page offers and names them. It must not know the catalogue's other sides.

import { EVENTS } from '../../core/events/catalogue';

/** An event that a rule can wait for. */
export interface EventOption {
  readonly id: string;
  /** `Page created` */
  readonly name: string;
  /** When it happens, in a sentence. */
  readonly when: string;
  readonly group: string;
  /** A condition that makes sense for it, as JSON text, and what it says: `the file is a PDF`. */
  readonly example: { readonly condition: string; readonly meaning: string };
}

/** Every event of the catalogue, in its order. */
export const EVENT_OPTIONS: readonly EventOption[] = EVENTS.map(({ id, name, when, group, example }) => ({
  id,
  name,
  when,
  group,
  example: { condition: JSON.stringify(example.condition), meaning: example.meaning },
}));

/** What `when: ["*"]` is called. */
export const ANY_EVENT = '*';

/** The name of an event; an id that is not among the options is shown as it is. */
export function eventName(id: string, options: readonly EventOption[]): string {
  return options.find((option) => option.id === id)?.name ?? id;
}
