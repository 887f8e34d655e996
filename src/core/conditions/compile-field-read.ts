// `var` with a path that is written down: the path is split once, not at every evaluation. Anything else
// (a computed path, a computed default) is left to the general case.

import type { Evaluate } from './condition';
import type { Operation } from './is-logic';
import { isWholePath, readSteps, splitPath } from './read-path';

/** The closure for a plain field read, or undefined when `operation` is something else. */
export function compileFieldRead({ operator, args }: Operation): Evaluate | undefined {
  if (operator !== 'var' || args.length > 2 || !args.every(isPrimitive)) return undefined;
  const [path, fallback] = args;
  if (isWholePath(path)) return (data) => data;
  const steps = splitPath(path);
  const otherwise = fallback === undefined ? null : fallback;
  const [only] = steps;
  if (steps.length > 1 || only === undefined) return (data) => readSteps(data, steps, otherwise);
  return (data) => {
    if (data === null || data === undefined) return otherwise;
    const value = (data as Readonly<Record<string, unknown>>)[only];
    return value === undefined ? otherwise : value;
  };
}

function isPrimitive(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}
