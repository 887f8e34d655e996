// The fields that a rule may read, for one event or for several together: what each carries and what can
// be fetched. It must not look at payloads.

import type { FieldCatalogue, FieldInfo } from '../conditions/field-catalogue';
import { EVENTS } from './catalogue';
import type { CatalogueEvent, EventField } from './catalogue/catalogue-event';
import { findEvent } from './find-event';
import { onDemandFieldsOf } from './on-demand-fields';

/** In `when`, stands for every event. */
const ANY_EVENT = '*';

/** Fields under an `any` or inside a list are not described one by one. */
const INSIDE: FieldInfo = { type: 'any', optional: true };

/** Catalogues kept, so that checking thousands of rules merges the same events once. */
const MAX_KEPT = 200;
const kept = new Map<string, FieldCatalogue>();

/**
 * The fields of a rule that listens to `when` (event ids in any spelling, or `*`).
 * A field that not all of the events have is optional; one that they have with different types is `any`.
 * An id that the catalogue does not know carries nothing that can be relied upon, so with it every field
 * is optional.
 */
export function fieldsOfEvents(when: readonly string[]): FieldCatalogue {
  const events = eventsOf(when);
  const hasUnknown = when.some((id) => id !== ANY_EVENT && findEvent(id) === undefined);
  const key = `${events.map((event) => event.id).join(' ')}${hasUnknown ? ' ?' : ''}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const fields = merge(events.map(fieldsOfOne), hasUnknown);
  const catalogue: FieldCatalogue = {
    has: (path) => fields.get(path) ?? inside(fields, path),
    paths: () => [...fields].map(([path, info]) => (info.type === 'any' ? `${path}.*` : path)),
  };
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(key, catalogue);
  return catalogue;
}

function eventsOf(when: readonly string[]): readonly CatalogueEvent[] {
  if (when.includes(ANY_EVENT)) return EVENTS;
  return [...new Set(when.flatMap((id) => findEvent(id) ?? []))];
}

type Fields = ReadonlyMap<string, FieldInfo>;

function fieldsOfOne(event: CatalogueEvent): Fields {
  const fields = new Map<string, FieldInfo>();
  for (const each of onDemandFieldsOf(event))
    addField(fields, { ...infoOf(each), onDemand: true }, each.path);
  // What is carried wins over what could be fetched.
  for (const each of event.fields) addField(fields, infoOf(each), each.path);
  fields.set('event.type', { ...INSIDE, type: 'string', optional: false, values: [event.id] });
  return fields;
}

function infoOf(each: EventField): FieldInfo {
  const { type, optional, about, values } = each;
  return { type, optional, name: about, ...(values === undefined ? {} : { values }) };
}

/** Adds a field and the objects around it. An object is there whenever one of its fields is sure to be. */
function addField(fields: Map<string, FieldInfo>, info: FieldInfo, path: string): void {
  fields.set(path, info);
  for (let end = path.lastIndexOf('.'); end > 0; end = path.lastIndexOf('.', end - 1)) {
    const parent = path.slice(0, end);
    // The elements of a list may be none: what they have says nothing of the list.
    if (parent.endsWith('[]')) return;
    const known = fields.get(parent);
    const isSure = !info.optional && info.onDemand !== true;
    fields.set(parent, { type: 'object', optional: (known?.optional ?? true) && !isSure });
  }
}

function merge(all: readonly Fields[], hasUnknown: boolean): Fields {
  const merged = new Map<string, FieldInfo>();
  for (const path of new Set(all.flatMap((fields) => [...fields.keys()]))) {
    const infos = all.flatMap((fields) => fields.get(path) ?? []);
    const isEverywhere = infos.length === all.length && !hasUnknown;
    const joined = infos.reduce(join);
    merged.set(path, isEverywhere ? joined : { ...joined, optional: true });
  }
  return merged;
}

function join(a: FieldInfo, b: FieldInfo): FieldInfo {
  const { values: valuesOfA, ...rest } = a;
  const values =
    valuesOfA === undefined || b.values === undefined ? undefined : [...new Set([...valuesOfA, ...b.values])];
  return {
    ...rest,
    type: a.type === b.type ? a.type : 'any',
    optional: a.optional || b.optional,
    ...(b.onDemand === true ? { onDemand: true } : {}),
    ...(values === undefined ? {} : { values }),
  };
}

/** A path below an `any`, or into a list by position. */
function inside(fields: Fields, path: string): FieldInfo | undefined {
  for (let end = path.lastIndexOf('.'); end > 0; end = path.lastIndexOf('.', end - 1)) {
    const parent = fields.get(path.slice(0, end));
    if (parent === undefined) continue;
    if (parent.type !== 'any' && parent.type !== 'list') return undefined;
    return parent.onDemand === true ? { ...INSIDE, onDemand: true } : INSIDE;
  }
  return undefined;
}
