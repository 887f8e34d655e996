// Reading one field of the facts by its dotted path, exactly as `var` does in json-logic-js 2.0.5:
// prototype names included, because agreeing with the reference matters more here; such paths are refused
// when a rule is saved.

/** The steps of a path: `content.title` is `content`, then `title`. */
export function splitPath(path: unknown): readonly string[] {
  return String(path).split('.');
}

/** True for the arguments of `var` that mean the whole data. */
export function isWholePath(path: unknown): boolean {
  return path === undefined || path === '' || path === null;
}

/** The value at `steps`, or `fallback` where something on the way is null or the field is absent. A null field is null. */
export function readSteps(data: unknown, steps: readonly string[], fallback: unknown): unknown {
  let value = data;
  for (const step of steps) {
    if (value === null || value === undefined) return fallback;
    value = (value as Readonly<Record<string, unknown>>)[step];
    if (value === undefined) return fallback;
  }
  return value;
}

/** The value at the dotted `path`; null where it is absent. */
export function readPath(data: unknown, path: unknown): unknown {
  return isWholePath(path) ? data : readSteps(data, splitPath(path), null);
}
