// The values of filter expressions: JSON data and functions, and what they are called.
// JavaScript's own objects are not among them: a map has its own names only, a list its elements only.

import type { ArrowFunctionExpression } from 'acorn';
import type { JsonPrimitive } from '../../core/json';

export type FilterValue = JsonPrimitive | FilterList | FilterMap | Lambda;
export type FilterList = readonly FilterValue[];
export interface FilterMap {
  readonly [name: string]: FilterValue;
}

/** Names and their values, the innermost first. */
export interface Scope {
  readonly values: Map<string, FilterValue>;
  readonly outer: Scope | undefined;
}

/** Marks functions: no JSON data has a symbol as name. */
const LAMBDA = Symbol('lambda');

/** A function of the expression, with the names that it saw where it was written. */
export interface Lambda {
  readonly [LAMBDA]: true;
  readonly node: ArrowFunctionExpression;
  readonly scope: Scope;
}

export function createLambda(node: ArrowFunctionExpression, scope: Scope): Lambda {
  return { [LAMBDA]: true, node, scope };
}

export function isLambda(value: FilterValue): value is Lambda {
  return typeof value === 'object' && value !== null && LAMBDA in value;
}

export function isList(value: FilterValue): value is FilterList {
  return Array.isArray(value);
}

export function isMap(value: FilterValue): value is FilterMap {
  return typeof value === 'object' && value !== null && !isList(value) && !isLambda(value);
}

/** What Jira expressions call the type of `value`. */
export function typeName(value: FilterValue): string {
  if (value === null) return 'null';
  if (isList(value)) return 'List';
  if (isLambda(value)) return 'Function';
  switch (typeof value) {
    case 'string':
      return 'String';
    case 'number':
      return 'Number';
    case 'boolean':
      return 'Boolean';
    default:
      return 'Map';
  }
}

/** Equal by content; values of different types are not equal, and nothing is converted. */
export function isEqual(a: FilterValue, b: FilterValue): boolean {
  if (isList(a) && isList(b)) {
    return a.length === b.length && a.every((member, index) => isEqual(member, b[index] ?? null));
  }
  if (isMap(a) && isMap(b)) {
    const names = Object.keys(a);
    return (
      names.length === Object.keys(b).length &&
      names.every((name) => Object.hasOwn(b, name) && isEqual(a[name] ?? null, b[name] ?? null))
    );
  }
  return a === b;
}
