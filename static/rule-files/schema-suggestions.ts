// What fits at a place of a rule's JSON, according to its schema, the event catalogue and the action forms.
// Pure. It must not check: the app does.

import { toJsonSchema } from '@valibot/to-json-schema';
import { actionForm } from '../../src/core/actions/forms';
import { isJsonObject } from '../../src/core/json';
import { RuleSchema } from '../../src/core/rules/rule';
import type { Suggestion } from '../../src/core/admin/frame-protocol';
import type { Place } from './json-place';
import { words } from './wording';

/** Names that the page sends, because they are data of the app. */
export interface Names {
  readonly events: readonly Suggestion[];
  readonly actions: readonly Suggestion[];
}

/** One thing to offer: a key without quotes, or a value as JSON. */
export interface Offer {
  readonly text: string;
  readonly detail: string;
}

// Formats and transformations that JSON Schema cannot say are left out of it; they offer nothing anyway.
const SCHEMA: unknown = toJsonSchema(RuleSchema, { errorMode: 'ignore' });

/** The keys or values that fit at `place`. */
export function offersAt(place: Place, names: Names): readonly Offer[] {
  return place.kind === 'key' ? keysAt(place) : valuesAt(place, names);
}

function keysAt(place: Place): readonly Offer[] {
  const keys = isParameters(place.path) ? parametersOf(place.outer.get('action')) : propertiesAt(place.path);
  return keys.filter((key) => !place.taken.includes(key.text));
}

function valuesAt(place: Place, names: Names): readonly Offer[] {
  const [first, , last] = place.path;
  if (first === 'when') {
    return [{ text: '"*"', detail: words.anyEvent }, ...names.events.map(quoted)];
  }
  if (first === 'then' && last === 'action' && place.path.length === 3) return names.actions.map(quoted);
  return schemasAt(place.path).flatMap(valuesOf);
}

function propertiesAt(path: Place['path']): readonly Offer[] {
  return schemasAt(path).flatMap((schema) => {
    const properties = isJsonObject(schema['properties']) ? schema['properties'] : {};
    return Object.entries(properties).map(([key, value]) => ({ text: key, detail: typeOf(value) }));
  });
}

function parametersOf(kind: string | undefined): readonly Offer[] {
  const form = kind === undefined ? undefined : actionForm(kind);
  return (form?.fields ?? []).map((field) => ({ text: field.name, detail: field.label }));
}

/** The schemas that hold at a path: several where the schema gives alternatives. */
function schemasAt(path: Place['path']): readonly Readonly<Record<string, unknown>>[] {
  let schemas = alternatives(SCHEMA);
  for (const part of path) {
    schemas = schemas.flatMap((schema) => {
      const inner = typeof part === 'number' ? schema['items'] : innerOf(schema, part);
      return alternatives(inner);
    });
  }
  return schemas;
}

function innerOf(schema: Readonly<Record<string, unknown>>, key: string): unknown {
  const { properties } = schema;
  return isJsonObject(properties) && Object.hasOwn(properties, key) ? properties[key] : undefined;
}

function alternatives(schema: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (!isJsonObject(schema)) return [];
  const options: unknown = schema['anyOf'] ?? schema['oneOf'];
  return Array.isArray(options) ? options.flatMap(alternatives) : [schema];
}

function valuesOf(schema: Readonly<Record<string, unknown>>): readonly Offer[] {
  if (Array.isArray(schema['enum'])) {
    return schema['enum'].map((value: unknown) => ({ text: JSON.stringify(value), detail: '' }));
  }
  if (schema['const'] !== undefined) return [{ text: JSON.stringify(schema['const']), detail: '' }];
  if (schema['type'] === 'boolean') return ['true', 'false'].map((text) => ({ text, detail: '' }));
  return [];
}

function typeOf(schema: unknown): string {
  return alternatives(schema)
    .map((one) => (typeof one['type'] === 'string' ? one['type'] : ''))
    .filter((type, index, all) => type !== '' && all.indexOf(type) === index)
    .join(' or ');
}

function quoted(suggestion: Suggestion): Offer {
  return { text: JSON.stringify(suggestion.value), detail: suggestion.detail };
}

function isParameters(path: Place['path']): boolean {
  return path.length === 3 && path[0] === 'then' && path[2] === 'with';
}
