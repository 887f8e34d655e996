// The operators of filter expressions. Nothing is converted: an operand of a wrong type is an error.

import { FilterError } from './filter-error';
import { isEqual, typeName } from './filter-value';
import type { FilterValue } from './filter-value';
import { checkLength } from './step-budget';

type Binary = (left: FilterValue, right: FilterValue, location: string) => FilterValue;

/** Operators of two values, both evaluated first. `===` and its like are not in the language. */
export const BINARY_OPERATORS: ReadonlyMap<string, Binary> = new Map<string, Binary>([
  ['==', (left, right) => isEqual(left, right)],
  ['!=', (left, right) => !isEqual(left, right)],
  ['<', comparison((order) => order < 0)],
  ['<=', comparison((order) => order <= 0)],
  ['>', comparison((order) => order > 0)],
  ['>=', comparison((order) => order >= 0)],
  ['+', add],
  ['-', arithmetic((left, right) => left - right)],
  ['*', arithmetic((left, right) => left * right)],
  ['/', arithmetic((left, right) => left / right)],
  ['%', arithmetic((left, right) => left % right)],
]);

/** The Boolean that `value` must be. */
export function toBoolean(value: FilterValue, location: string): boolean {
  if (typeof value === 'boolean') return value;
  throw new FilterError(`Expected a Boolean, got ${typeName(value)}`, location);
}

/** The text of a value inside a template string or beside a text. Lists, maps and functions have none. */
export function toText(value: FilterValue, location: string): string {
  if (value === null || typeof value !== 'object') return String(value);
  throw new FilterError(`${typeName(value)} cannot be part of a text`, location);
}

/** `-` in front of a number. */
export function negate(value: FilterValue, location: string): number {
  if (typeof value === 'number') return -value;
  throw new FilterError(`Cannot negate ${typeName(value)}`, location);
}

function add(left: FilterValue, right: FilterValue, location: string): FilterValue {
  if (typeof left === 'string' || typeof right === 'string') {
    const text = toText(left, location) + toText(right, location);
    checkLength(text.length, location);
    return text;
  }
  return arithmetic((a, b) => a + b)(left, right, location);
}

function arithmetic(compute: (left: number, right: number) => number): Binary {
  return (left, right, location) => {
    if (typeof left !== 'number' || typeof right !== 'number') {
      throw new FilterError(`Cannot calculate with ${typeName(left)} and ${typeName(right)}`, location);
    }
    const result = compute(left, right);
    if (Number.isFinite(result)) return result;
    throw new FilterError('The result is not a number', location);
  };
}

function comparison(holds: (order: number) => boolean): Binary {
  return (left, right, location) => {
    if (typeof left === 'number' && typeof right === 'number') return holds(left - right);
    if (typeof left === 'string' && typeof right === 'string') {
      return holds(left < right ? -1 : left > right ? 1 : 0);
    }
    throw new FilterError(`Can't compare ${typeName(left)} to ${typeName(right)}`, location);
  };
}
