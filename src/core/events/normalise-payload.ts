// Turns whatever was delivered into plain JSON data of which every part is safe to read: ids as texts,
// documented numbers as numbers. Nothing a real payload holds is lost. It must not know any event.

import { isJsonObject } from '../json';
import type { JsonObject, JsonValue } from '../json';

/** What is nested deeper is left out: no Confluence payload goes beyond 12, and recursion must end. */
const MAX_PAYLOAD_DEPTH = 64;

/** Values after this many are left out: 200 kB, the most that is delivered, cannot hold more. */
const MAX_PAYLOAD_VALUES = 100_000;

/** Numbers by the documentation, but texts in its examples. */
const NUMERIC_KEYS: ReadonlySet<string> = new Set(['fileSize']);

/** A deed's own data would say nothing good under this name: setting it changes an object's prototype. */
const FORBIDDEN_KEY = '__proto__';

interface Budget {
  values: number;
}

/**
 * The payload as plain data. A value under `id`, `…Id` or in `…Ids` becomes a text when it is a number;
 * what JSON cannot hold (functions, `undefined`, infinite numbers) is left out or null. Never throws.
 * Anything but an object gives an empty one.
 */
export function normalisePayload(payload: unknown): JsonObject {
  const value = normalise(payload, '', 0, { values: MAX_PAYLOAD_VALUES });
  return isJsonObject(value) ? value : {};
}

function normalise(value: unknown, key: string, depth: number, budget: Budget): JsonValue | undefined {
  budget.values -= 1;
  if (depth > MAX_PAYLOAD_DEPTH || budget.values < 0) return undefined;
  switch (typeof value) {
    case 'string':
      return NUMERIC_KEYS.has(key) ? toNumber(value) : value;
    case 'number':
      return isIdKey(key) ? String(value) : Number.isFinite(value) ? value : null;
    case 'bigint':
      return String(value);
    case 'boolean':
      return value;
    case 'object':
      return value === null ? null : normaliseNested(value, key, depth, budget);
    default:
      return undefined;
  }
}

function normaliseNested(value: object, key: string, depth: number, budget: Budget): JsonValue {
  if (Array.isArray(value)) {
    // Members of `…Ids` are ids themselves; members of other lists have no key.
    const memberKey = key.endsWith('Ids') ? 'id' : '';
    return value.flatMap((member: unknown) => {
      const normal = normalise(member, memberKey, depth + 1, budget);
      return normal === undefined ? [] : [normal];
    });
  }
  const copy: Record<string, JsonValue> = {};
  for (const name of Object.keys(value)) {
    if (name === FORBIDDEN_KEY) continue;
    const normal = normalise((value as Readonly<Record<string, unknown>>)[name], name, depth + 1, budget);
    if (normal !== undefined) copy[name] = normal;
  }
  return copy;
}

function isIdKey(key: string): boolean {
  return key === 'id' || key.endsWith('Id');
}

function toNumber(text: string): number | string {
  const number = Number(text);
  return text.trim() === '' || !Number.isFinite(number) ? text : number;
}
