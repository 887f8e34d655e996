// What a method of a text, list or map may use, and how methods check what they are given.
// The methods themselves are in string-methods.ts and list-methods.ts.

import { FilterError } from './filter-error';
import { isLambda, isList, typeName } from './filter-value';
import type { FilterList, FilterValue, Lambda } from './filter-value';

/** What a method needs of the evaluation that calls it. */
export interface MethodCall {
  /** The call, as it is written. */
  readonly location: string;
  /** Takes steps of the budget. */
  spend(steps: number): void;
  /** Calls a function of the expression. */
  call(lambda: Lambda, ...values: readonly FilterValue[]): FilterValue;
}

/** A method of values of type `T`. */
export type Method<T> = (target: T, values: readonly FilterValue[], call: MethodCall) => FilterValue;

export function textArgument(values: readonly FilterValue[], index: number, call: MethodCall): string {
  const value = values[index] ?? null;
  if (typeof value === 'string') return value;
  throw wrongArgument('String', value, index, call);
}

/** A whole number, or `otherwise` when the argument is left out. */
export function numberArgument(
  values: readonly FilterValue[],
  index: number,
  otherwise: number,
  call: MethodCall,
): number {
  if (index >= values.length) return otherwise;
  const value = values[index] ?? null;
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw wrongArgument('whole Number', value, index, call);
}

export function lambdaArgument(values: readonly FilterValue[], index: number, call: MethodCall): Lambda {
  const value = values[index] ?? null;
  if (isLambda(value)) return value;
  throw wrongArgument('Function', value, index, call);
}

export function listArgument(values: readonly FilterValue[], index: number, call: MethodCall): FilterList {
  const value = values[index] ?? null;
  if (isList(value)) return value;
  throw wrongArgument('List', value, index, call);
}

function wrongArgument(expected: string, value: FilterValue, index: number, call: MethodCall): FilterError {
  return new FilterError(
    `Expected a ${expected} as argument ${index + 1}, got ${typeName(value)}`,
    call.location,
  );
}
