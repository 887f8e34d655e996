// A condition seen as clauses: how "and", "or", "not" and "if" put tests together. A test is a clause that is
// not put together further, such as a comparison. Only truth counts here; the values of tests are read elsewhere.

import type { Evaluate } from './condition';
import { compile } from './compile-condition';
import { argumentPath } from './argument-path';
import { asOperation } from './is-logic';
import type { Operation } from './is-logic';
import { truthy } from './truthy';

/** One clause with its place in the condition, `if.and[0]`. */
export type Clause = { readonly path: string; readonly logic: unknown } & (
  | { readonly kind: 'all' | 'any'; readonly clauses: readonly Clause[] }
  | { readonly kind: 'not'; readonly clauses: readonly [Clause] }
  /** When, then, when, then, …, and perhaps otherwise; false without it. */
  | { readonly kind: 'choice'; readonly clauses: readonly Clause[] }
  /** `test` is the index of the distinct test. */
  | { readonly kind: 'test'; readonly test: number; readonly clauses: readonly [] }
  | { readonly kind: 'constant'; readonly truth: boolean; readonly clauses: readonly [] }
);

/** A distinct test; the same JSON in two places is one test. */
export interface Test {
  readonly logic: unknown;
  readonly evaluate: Evaluate;
}

export interface ClauseTree {
  readonly root: Clause;
  readonly tests: readonly Test[];
}

/** The clauses of `logic`. Paths start with `path`. */
export function toClauseTree(logic: unknown, path: string): ClauseTree {
  const tests: Test[] = [];
  const indices = new Map<string, number>();
  const testOf = (test: unknown): number => {
    const key = JSON.stringify(test) ?? '';
    const known = indices.get(key);
    if (known !== undefined) return known;
    indices.set(key, tests.length);
    return tests.push({ logic: test, evaluate: compile(test) }) - 1;
  };
  return { root: toClause(logic, path, testOf), tests };
}

function toClause(logic: unknown, path: string, testOf: (logic: unknown) => number): Clause {
  const operation = asOperation(logic);
  if (operation === undefined) {
    if (Array.isArray(logic)) return { kind: 'test', path, logic, test: testOf(logic), clauses: [] };
    return { kind: 'constant', path, logic, truth: truthy(logic), clauses: [] };
  }
  const childOf = (index: number): Clause =>
    toClause(operation.args[index], argumentPath(operation, path, index), testOf);
  const children = (): readonly Clause[] => operation.args.map((_argument, index) => childOf(index));
  switch (connectiveOf(operation)) {
    case 'all':
      return { kind: 'all', path, logic, clauses: children() };
    case 'any':
      return { kind: 'any', path, logic, clauses: children() };
    case 'choice':
      return { kind: 'choice', path, logic, clauses: children() };
    case 'not':
      return { kind: 'not', path, logic, clauses: [childOf(0)] };
    case undefined:
      return { kind: 'test', path, logic, test: testOf(logic), clauses: [] };
  }
}

function connectiveOf({ operator, args }: Operation): 'all' | 'any' | 'not' | 'choice' | undefined {
  if (operator === 'and') return args.length > 0 ? 'all' : undefined;
  if (operator === 'or') return args.length > 0 ? 'any' : undefined;
  if (operator === 'if' || operator === '?:') return args.length > 0 ? 'choice' : undefined;
  if (args.length !== 1) return undefined;
  if (operator === '!') return 'not';
  // Twice denied is the clause itself, where it is one; of a plain value it is a test of its own.
  const inner = operator === '!!' ? asOperation(args[0]) : undefined;
  return inner !== undefined && connectiveOf(inner) !== undefined ? 'all' : undefined;
}
