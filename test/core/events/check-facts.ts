// Compares the facts of an event with a list of fields, and says every difference.
import type { FieldCatalogue, FieldType } from '../../../src/core/conditions/field-catalogue';
import type { EventField } from '../../../src/core/events/catalogue/catalogue-event';
import { isJsonObject } from '../../../src/core/json';
import type { JsonObject, JsonValue } from '../../../src/core/json';

/** Missing fields, fields of a wrong type or value. */
export function problemsOfFacts(facts: JsonObject, fields: readonly EventField[]): readonly string[] {
  return fields
    .filter((field) => !field.path.includes('[]'))
    .flatMap((field) => {
      const value = read(facts, field.path);
      if (value === undefined || value === null) return field.optional ? [] : [`${field.path} is missing`];
      if (!hasType(value, field.type)) return [`${field.path} is no ${field.type}: ${JSON.stringify(value)}`];
      return field.values === undefined || (typeof value === 'string' && field.values.includes(value))
        ? []
        : [`${field.path} is ${JSON.stringify(value)}`];
    });
}

/** Leaves of the facts that the catalogue does not know. */
export function unknownLeaves(facts: JsonObject, catalogue: FieldCatalogue): readonly string[] {
  return leavesOf(facts)
    .map(([path]) => path)
    .filter((path) => catalogue.has(path) === undefined);
}

/** Every value that is not an object or a list, with its path; members of lists by position. */
export function leavesOf(value: unknown, path = ''): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([name, member]) =>
    leavesOf(member, path === '' ? name : `${path}.${name}`),
  );
}

/** The value at a dotted path; undefined when there is none. */
export function read(facts: JsonObject, path: string): JsonValue | undefined {
  let value: JsonValue | undefined = facts;
  for (const name of path.split('.')) {
    if (Array.isArray(value)) value = (value as readonly JsonValue[])[Number(name)];
    else value = isJsonObject(value) ? value[name] : undefined;
  }
  return value;
}

function hasType(value: JsonValue, type: FieldType): boolean {
  switch (type) {
    case 'any':
      return true;
    case 'list':
      return Array.isArray(value);
    case 'object':
      return isJsonObject(value);
    case 'date':
      return typeof value === 'string' && !Number.isNaN(Date.parse(value));
    default:
      return typeof value === type;
  }
}

/** A copy of the payload without one name at the top. */
export function without(payload: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(payload).filter(([each]) => each !== name));
}
