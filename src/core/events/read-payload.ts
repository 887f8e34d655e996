// Reads one value out of normalised data by its path, without ever failing.
// It reaches own properties only; a wrong type reads as missing.

import { isJsonObject } from '../json';
import type { JsonObject, JsonValue } from '../json';

/** Longest text that may serve as an id or a title in lists; Confluence's own titles end at 255. */
const MAX_SHORT_TEXT = 255;

/** The value at `path`; undefined when any part of the way is not an object or lacks the name. */
export function valueAt(data: JsonObject, ...path: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = data;
  for (const name of path) {
    if (!isJsonObject(value) || !Object.hasOwn(value, name)) return undefined;
    value = value[name];
  }
  return value;
}

/** The object at `path`; undefined when there is something else. */
export function objectAt(data: JsonObject, ...path: readonly string[]): JsonObject | undefined {
  const value = valueAt(data, ...path);
  return isJsonObject(value) ? value : undefined;
}

/** The non-empty text at `path`, shortened to 255 characters; undefined when there is something else. */
export function shortTextAt(data: JsonObject, ...path: readonly string[]): string | undefined {
  const value = valueAt(data, ...path);
  return typeof value === 'string' && value !== '' ? value.slice(0, MAX_SHORT_TEXT) : undefined;
}
