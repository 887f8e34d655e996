// Finds in data from outside what would endanger the code that reads it: names of prototypes as keys, nesting that
// exhausts a stack, and values that JSON does not have. It must not know what the data means.

import { joinPath } from './json-text';
import type { Problem } from '../result';

/** Levels of a whole document: a condition's own limit, and what stands around it. */
const MAX_DEPTH = 48;

const PROTOTYPE_NAMES = new Set(['__proto__', 'constructor', 'prototype']);

/** Every such place in `value`, with its path. */
export function findHazards(value: unknown, path = '', depth = 1): readonly Problem[] {
  if (typeof value !== 'object' || value === null) return hazardOf(value, path);
  if (depth > MAX_DEPTH) {
    return [
      {
        path,
        level: 'error',
        message: `expected at most ${MAX_DEPTH} levels of lists and objects, got more`,
      },
    ];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => findHazards(item, joinPath(path, index), depth + 1));
  }
  return Object.entries(value).flatMap(([key, item]) => {
    const at = joinPath(path, key);
    const inside = findHazards(item, at, depth + 1);
    if (!PROTOTYPE_NAMES.has(key)) return inside;
    const message = `the name "${key}" is not allowed: it belongs to JavaScript's own objects`;
    return [{ path: at, level: 'error' as const, message }, ...inside];
  });
}

function hazardOf(value: unknown, path: string): readonly Problem[] {
  const isJson = value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value);
  // A key whose value is undefined is as good as absent, as it is for JSON.stringify.
  if (isJson || value === undefined) return [];
  return [
    {
      path,
      level: 'error',
      message: `expected JSON, got ${typeof value === 'number' ? String(value) : typeof value}`,
    },
  ];
}
