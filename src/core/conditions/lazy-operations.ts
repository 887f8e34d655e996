// The operators of JSON Logic that decide themselves which of their arguments to evaluate, as closures over
// compiled arguments. Reference: json-logic-js 2.0.5, `apply`. They cannot be replaced by registered ones there.

import type { Evaluate } from './condition';
import { truthy } from './truthy';

type CompileLazy = (args: readonly Evaluate[]) => Evaluate;

const compileIf: CompileLazy = (args) => (data, context) => {
  let index = 0;
  for (; index < args.length - 1; index += 2) {
    if (truthy(args[index]?.(data, context))) return args[index + 1]?.(data, context);
  }
  return index === args.length - 1 ? args[index]?.(data, context) : null;
};

/** Returns the deciding value itself: the first that is `stopAt`, else the last; undefined of nothing. */
function compileChain(args: readonly Evaluate[], stopAt: boolean): Evaluate {
  return (data, context) => {
    let current: unknown;
    for (const argument of args) {
      current = argument(data, context);
      if (truthy(current) === stopAt) return current;
    }
    return current;
  };
}

/** In the body of these only the element is in scope, not the facts. A missing body yields undefined. */
const compileFilter: CompileLazy = ([list, body]) => {
  return (data, context) => {
    const items = list?.(data, context);
    return Array.isArray(items) ? (items as unknown[]).filter((item) => truthy(body?.(item, context))) : [];
  };
};

const compileMap: CompileLazy = ([list, body]) => {
  return (data, context) => {
    const items = list?.(data, context);
    return Array.isArray(items) ? items.map((item): unknown => body?.(item, context)) : [];
  };
};

const compileReduce: CompileLazy = ([list, body, start]) => {
  return (data, context) => {
    const items = list?.(data, context);
    const initial = start === undefined ? null : start(data, context);
    if (!Array.isArray(items)) return initial;
    return items.reduce<unknown>(
      (accumulator, current) => body?.({ current: current as unknown, accumulator }, context),
      initial,
    );
  };
};

/** True when the list is not empty and no element's truth is `exception`. */
function compileEvery([list, body]: readonly Evaluate[], ofNothing: boolean, exception: boolean): Evaluate {
  return (data, context) => {
    const items = list?.(data, context);
    if (!Array.isArray(items) || items.length === 0) return ofNothing;
    for (const item of items) {
      if (truthy(body?.(item, context)) === exception) return false;
    }
    return true;
  };
}

const compileSome: CompileLazy = ([list, body]) => {
  return (data, context) => {
    const items = list?.(data, context);
    if (!Array.isArray(items)) return false;
    for (const item of items) {
      if (truthy(body?.(item, context))) return true;
    }
    return false;
  };
};

/** By name. A Map, so that a name such as `constructor` is unknown rather than inherited. */
export const LAZY_OPERATORS: ReadonlyMap<string, CompileLazy> = new Map<string, CompileLazy>([
  ['if', compileIf],
  ['?:', compileIf],
  ['and', (args) => compileChain(args, false)],
  ['or', (args) => compileChain(args, true)],
  ['filter', compileFilter],
  ['map', compileMap],
  ['reduce', compileReduce],
  ['all', (args) => compileEvery(args, false, false)],
  ['none', (args) => compileEvery(args, true, true)],
  ['some', compileSome],
]);
