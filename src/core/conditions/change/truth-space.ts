// Which combinations of truths the tests of a condition can have together, and the fewest fields to change for
// each. Fields that no test reads together are independent, so each group of fields is explored on its own.
// It must say where it could not explore everything.

import { applyChanges, isChangeable } from './apply-changes';
import type { FieldChange } from './apply-changes';
import { candidateValues } from './candidate-values';
import type { Test } from '../clause-tree';
import type { EvaluationContext } from '../condition';
import { fieldsOf } from '../fields-of';
import { useOf } from './field-use';
import { asOperation } from '../is-logic';
import { overlaps } from '../overlaps';
import { readSteps, splitPath } from '../read-path';
import { truthy } from '../truthy';

/** What a test answers; `error` where asking it fails. */
export type Answer = boolean | 'error';

/** One way a group of tests can answer together, with the fewest changes that were found to cause it. */
export interface Combination {
  readonly answers: readonly Answer[];
  readonly changes: readonly FieldChange[];
}

/** Tests that share fields, and what they can answer. `tests` are indices; `answers` are in their order. */
export interface TestGroup {
  readonly tests: readonly number[];
  readonly combinations: readonly Combination[];
  /** True when no combination is missing and none can be had with fewer changes. */
  readonly complete: boolean;
}

/** Makes elements of a list for which the condition on an element is true, or false. */
export type ElementFor = (body: unknown, truth: boolean) => readonly unknown[];

/** Most assignments to try for one group of fields. */
const MAX_ASSIGNMENTS = 20_000;
/** Values tried for a field that is changed together with others. */
const MAX_JOINT_VALUES = 60;

/** The groups of `tests`, explored from `facts`. */
export function exploreTests(
  tests: readonly Test[],
  facts: unknown,
  context: EvaluationContext,
  elementFor: ElementFor,
): readonly TestGroup[] {
  return groupTests(tests.map((test) => fieldsOf(test.logic))).map(({ members, paths }) => {
    const group = members.map((index) => tests[index]).filter((test) => test !== undefined);
    return { tests: members, ...exploreGroup(group, paths, facts, context, elementFor) };
  });
}

interface Group {
  readonly members: readonly number[];
  readonly paths: readonly string[];
}

/** Joins tests whose fields are the same or lie within each other. */
function groupTests(fields: readonly (readonly string[])[]): readonly Group[] {
  let groups: Group[] = [];
  for (const [index, paths] of fields.entries()) {
    const touches = (group: Group): boolean => group.paths.some((a) => paths.some((b) => overlaps(a, b)));
    const joined = groups.filter(touches);
    groups = groups.filter((group) => !touches(group));
    groups.push({
      members: [...joined.flatMap((group) => group.members), index].sort((a, b) => a - b),
      paths: [...new Set([...joined.flatMap((group) => group.paths), ...paths])],
    });
  }
  return groups;
}

function exploreGroup(
  tests: readonly Test[],
  paths: readonly string[],
  facts: unknown,
  context: EvaluationContext,
  elementFor: ElementFor,
): Omit<TestGroup, 'tests'> {
  // A field inside another one that is read too cannot be changed alone; the inner one is changed, the outer follows.
  const free = paths.filter(
    (path) =>
      isChangeable(facts, path) && !paths.some((inner) => inner !== path && inner.startsWith(`${path}.`)),
  );
  const found = new Map<string, Combination>();
  const consider = (changes: readonly FieldChange[]): void => {
    const changed = applyChanges(facts, changes);
    const answers = tests.map((test) => answer(test, changed, context));
    const key = answers.join();
    const known = found.get(key);
    if (known === undefined || known.changes.length > changes.length) found.set(key, { answers, changes });
  };
  consider([]);
  const candidates = free.map((path) => candidatesFor(path, tests, facts, context, elementFor));
  for (const [index, { values }] of candidates.entries()) {
    for (const value of values) consider([{ path: free[index] ?? '', to: value }]);
  }
  const joint = free.length > 1 ? exploreJointly(free, candidates, consider) : true;
  const singlesComplete = free.length === paths.length && candidates.every(({ complete }) => complete);
  const combinations = [...found.values()];
  return {
    combinations,
    complete: isComplete(combinations, tests.length, free.length, singlesComplete && joint),
  };
}

/**
 * With one field, all of its combinations are known when its candidates are complete. With more, those
 * that need two changes or fewer are known to be cheapest when single changes are; others are not.
 */
function isComplete(
  combinations: readonly Combination[],
  tests: number,
  fields: number,
  understood: boolean,
): boolean {
  const plain = combinations.filter(({ answers }) => !answers.includes('error'));
  const hasAll = plain.length === 2 ** tests;
  if (hasAll && plain.every(({ changes }) => changes.length <= 1)) return true;
  if (!understood) return false;
  if (fields <= 1) return true;
  return hasAll && plain.every(({ changes }) => changes.length <= 2);
}

function answer(test: Test, facts: unknown, context: EvaluationContext): Answer {
  try {
    return truthy(test.evaluate(facts, context));
  } catch {
    return 'error';
  }
}

function candidatesFor(
  path: string,
  tests: readonly Test[],
  facts: unknown,
  context: EvaluationContext,
  elementFor: ElementFor,
): ReturnType<typeof candidateValues> {
  const reading = tests.filter((test) => fieldsOf(test.logic).includes(path));
  const questions = {
    uses: reading.map((test) => useOf(test.logic, path, facts, context)),
    current: readSteps(facts, splitPath(path), undefined),
    hasDefault: reading.some((test) => readsWithDefault(test.logic, path)),
  };
  return candidateValues(questions, context, elementFor);
}

function readsWithDefault(logic: unknown, path: string): boolean {
  if (Array.isArray(logic)) return logic.some((item) => readsWithDefault(item, path));
  const operation = asOperation(logic);
  if (operation === undefined) return false;
  const [first, fallback] = operation.args;
  if (operation.operator === 'var' && String(first) === path)
    return fallback !== undefined && fallback !== null;
  return operation.args.some((argument) => readsWithDefault(argument, path));
}

/** Changes fields two at a time, and all together when they are few. False when some assignments were left out. */
function exploreJointly(
  paths: readonly string[],
  candidates: readonly { readonly values: readonly unknown[] }[],
  consider: (changes: readonly FieldChange[]) => void,
): boolean {
  // Fields compared with each other want each other's values.
  const pool = [...new Set(candidates.flatMap(({ values }) => values.slice(0, MAX_JOINT_VALUES)))];
  const values = pool.slice(0, MAX_JOINT_VALUES * 2);
  let left = MAX_ASSIGNMENTS;
  for (const [index, path] of paths.entries()) {
    for (const other of paths.slice(index + 1)) {
      for (const value of values) {
        for (const otherValue of values) {
          if (left-- <= 0) return false;
          consider([
            { path, to: value },
            { path: other, to: otherValue },
          ]);
        }
      }
    }
  }
  return values.length === pool.length;
}
