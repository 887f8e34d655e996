// Which fields can be fetched for an event, and which of them a read is about.
// It must not fetch, and never names a field that the payload carries.

import { overlaps } from '../conditions/overlaps';
import { readSteps, splitPath } from '../conditions/read-path';
import { fieldsOfEvents } from '../events/event-fields';
import type { FieldCatalogue } from '../conditions/field-catalogue';
import type { ParsedEvent } from '../events/event';

/** Objects that events carry. Reading one of them as a whole gives what the payload has of it and fetches nothing. */
const CARRIED_OBJECTS: ReadonlySet<string> = new Set([
  '',
  'content',
  'content.container',
  'attachment',
  'attachment.container',
  'actor',
]);

/** The catalogues are kept by their maker, so what was worked out of one serves the next event too. */
const byCatalogue = new WeakMap<FieldCatalogue, readonly OnDemandField[]>();

interface OnDemandField {
  readonly path: string;
  readonly steps: readonly string[];
}

/** The fields that no payload of these events carries; those of a list's elements come with the list. */
export function onDemandFieldsOfEvents(when: readonly string[]): readonly string[] {
  return onDemandFields(when).map(({ path }) => path);
}

function onDemandFields(when: readonly string[]): readonly OnDemandField[] {
  const catalogue = fieldsOfEvents(when);
  const known = byCatalogue.get(catalogue);
  if (known !== undefined) return known;
  const found = catalogue
    .paths()
    .map((path) => path.replace(/\.\*$/, ''))
    .filter((path) => !path.includes('[]') && catalogue.has(path)?.onDemand === true)
    .map((path) => ({ path, steps: splitPath(path) }));
  byCatalogue.set(catalogue, found);
  return found;
}

/** The fields that can be fetched for `event` and that its payload does not happen to have. */
export function fetchableFieldsOf(event: ParsedEvent): readonly string[] {
  if (!event.known) return [];
  return onDemandFields([event.type])
    .filter(({ steps }) => (readSteps(event.facts, steps, undefined) ?? null) === null)
    .map(({ path }) => path);
}

/** Those of `fields` on which a read of one of `reads` depends. */
export function fieldsNeeded(reads: readonly string[], fields: readonly string[]): readonly string[] {
  if (fields.length === 0) return fields;
  const paths = reads.map((read) => read.split('[]')[0] ?? read).filter((path) => !CARRIED_OBJECTS.has(path));
  return fields.filter((field) => paths.some((path) => overlaps(path, field)));
}
