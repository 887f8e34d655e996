// How the place of one argument is named, in problems and in explanations alike.

import type { Operation } from './is-logic';

/** Where the argument at `index` of an operation at `path` stands: `….==[1]`, or `….!` when it is not in a list. */
export function argumentPath(operation: Operation, path: string, index: number): string {
  const at = `${path}.${operation.operator}`;
  return operation.listed ? `${at}[${index}]` : at;
}
