// What a program of a template sees while it runs, and how names find their values in it: Handlebars' rules, over own
// properties only. It must not write or count anything.

import { ownField } from './helpers/text-helpers';
import type { BlockParamExpression, PathExpression } from './template';

/** A linked list, innermost first. */
export interface Chain<T> {
  readonly value: T;
  readonly outer: Chain<T> | undefined;
}

/** `@index` and its like. */
export type DataFrame = Readonly<Record<string, unknown>>;

/** What a program sees. */
export interface Scope {
  readonly current: unknown;
  readonly parents: Chain<unknown> | undefined;
  readonly data: Chain<DataFrame>;
  readonly parameters: Chain<readonly unknown[]> | undefined;
}

/** Stands for null where a block keeps its context, as in Handlebars. */
export const NULL_CONTEXT: Readonly<Record<string, never>> = Object.freeze({});

/** Handlebars opens a scope only where the context changes, and compares loosely: "1" does not open one inside 1. */
export function enter(parents: Chain<unknown> | undefined, current: unknown): Chain<unknown> {
  if (parents === undefined) return { value: current, outer: undefined };
  const unchanged = current == parents.value || (current === NULL_CONTEXT && parents.value === null);
  return unchanged ? parents : { value: current, outer: parents };
}

/** The value of a path; undefined where it is missing. */
export function lookUp(path: PathExpression, scope: Scope): unknown {
  if (path.data) return lookUpData(path, scope);
  const start = path.up === 0 ? scope.current : outward(scope.parents, path.up)?.value;
  return descend(start, path.parts);
}

/** Behind an `@`, Handlebars stops at anything falsy and answers that. */
function lookUpData(path: PathExpression, scope: Scope): unknown {
  let value: unknown = outward(scope.data, path.up)?.value;
  for (const part of path.parts) {
    if (!value) return value;
    value = ownField(value, part);
  }
  return value;
}

/** The value of a block parameter, or of a path that begins with one. */
export function lookUpParameter(expression: BlockParamExpression, scope: Scope): unknown {
  return descend(outward(scope.parameters, expression.frame)?.value[expression.index], expression.parts);
}

function descend(start: unknown, parts: readonly string[]): unknown {
  let value = start;
  for (const part of parts) {
    if (value === null || value === undefined) return value;
    value = ownField(value, part);
  }
  return value;
}

function outward<T>(chain: Chain<T> | undefined, levels: number): Chain<T> | undefined {
  let link = chain;
  for (let level = 0; level < levels; level++) link = link?.outer;
  return link;
}

/** What `each` goes through; for a list the key is the number of the item. */
export function entriesOf(subject: unknown): readonly (readonly [string | number, unknown])[] {
  if (Array.isArray(subject)) return subject.map((item: unknown, index) => [index, item] as const);
  if (typeof subject === 'object' && subject !== null) return Object.entries(subject);
  return [];
}
