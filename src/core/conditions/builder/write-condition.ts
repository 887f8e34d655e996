// The builder's model as JSON Logic. What is not filled in yet is left out and reported as a gap, so that the rest can
// be read and tried meanwhile.

import { argumentPath } from '../argument-path';
import { asOperation } from '../is-logic';
import { CONDITION_ROOT } from '../parse-condition';
import { LABELS_PATH } from '../own-operations';
import { TEST_FORMS } from './test-forms';
import type { JsonObject, JsonValue } from '../../json';
import type { BuilderModel, BuilderNode, GroupNode, Spelling, TestNode } from './model';

export interface WrittenCondition {
  /** `undefined`: without a condition. */
  readonly logic: JsonValue | undefined;
  /** Keys of the clauses that are not filled in. */
  readonly gaps: readonly number[];
  /** Where each written clause stands, by its key: `if.and[0]`. */
  readonly paths: ReadonlyMap<number, string>;
}

/** The condition that `model` says. */
export function writeCondition({ root }: BuilderModel): WrittenCondition {
  const gaps: number[] = [];
  const logic = writeNode(root, gaps);
  const paths = new Map<number, string>();
  if (logic !== undefined) locate(root, logic, CONDITION_ROOT, paths);
  return { logic, gaps, paths };
}

/** One test as logic; `undefined` when something about it is not filled in. */
export function writeTest(test: TestNode): JsonValue | undefined {
  const { field, quantifier, spelling = {} } = test;
  if (field === '') return undefined;
  if (quantifier === undefined) return writePlain(test, field, spelling);
  const [list = '', inside = ''] = field.split('[]');
  const body = writePlain(test, inside.replace(/^\./, ''), spelling);
  return body === undefined ? undefined : { [quantifier]: [{ var: list }, body] };
}

function writePlain(test: TestNode, path: string, spelling: Spelling): JsonValue | undefined {
  const { operator, denied } = TEST_FORMS[test.form];
  const given = argumentsOf(test, { var: spelling.varListed === true ? [path] : path }, spelling);
  if (given === undefined) return undefined;
  const logic: JsonObject = { [operator]: given };
  if (!denied) return logic;
  return { '!': spelling.notListed === true ? [logic] : logic };
}

function argumentsOf(
  { form, value, field }: TestNode,
  variable: JsonObject,
  spelling: Spelling,
): JsonValue | undefined {
  const argumentListed = spelling.argumentListed === true;
  switch (TEST_FORMS[form].operand) {
    case 'nothing':
      return argumentListed ? [variable] : variable;
    case 'value':
      return value === undefined || isList(value) ? undefined : [variable, value];
    case 'field':
      return typeof value === 'string' ? [variable, { var: value }] : undefined;
    case 'values': {
      const values = filled(value);
      return values === undefined ? undefined : [variable, values];
    }
    case 'limits': {
      const [low, high] = filled(value) ?? [];
      return low === undefined || high === undefined ? undefined : [low, variable, high];
    }
    case 'labels': {
      const labels = filled(value);
      if (labels === undefined || field !== LABELS_PATH) return undefined;
      const [only] = labels;
      return labels.length === 1 && !argumentListed && only !== undefined ? only : labels;
    }
  }
}

/** A list without empty places; `undefined` for anything else, and for a list without any. */
function filled(value: TestNode['value']): readonly (string | number | boolean | null)[] | undefined {
  if (!isList(value) || value.length === 0) return undefined;
  const present = value.filter((item) => item !== undefined);
  return present.length === value.length ? present : undefined;
}

function isList(
  value: TestNode['value'],
): value is readonly (string | number | boolean | null | undefined)[] {
  return Array.isArray(value);
}

function writeNode(node: BuilderNode, gaps: number[]): JsonValue | undefined {
  if (node.kind === 'group') return writeGroup(node, gaps);
  const logic = node.kind === 'test' ? writeTest(node) : node.problem === undefined ? node.logic : undefined;
  if (logic === undefined) gaps.push(node.key);
  return logic;
}

function writeGroup({ mode, members, alone, notListed }: GroupNode, gaps: number[]): JsonValue | undefined {
  const clauses = members
    .map((member) => writeNode(member, gaps))
    .filter((clause): clause is JsonValue => clause !== undefined);
  const [only] = clauses;
  if (only === undefined) return undefined;
  const isAlone = alone === true && clauses.length === 1;
  if (mode !== 'none') return isAlone ? only : { [mode === 'all' ? 'and' : 'or']: clauses };
  const inner = isAlone ? only : { or: clauses };
  return { '!': notListed === true ? [inner] : inner };
}

/** Notes where the clauses of `node`, which was written as `logic`, stand. */
function locate(node: BuilderNode, logic: unknown, path: string, paths: Map<number, string>): void {
  paths.set(node.key, path);
  if (node.kind !== 'group') return;
  const members = node.members.filter((member) => writeNode(member, []) !== undefined);
  const [only] = members;
  let [group, at] = [logic, path];
  if (node.mode === 'none') {
    const not = asOperation(logic);
    if (not === undefined) return;
    [group, at] = [not.args[0], argumentPath(not, path, 0)];
  }
  if (node.alone === true && members.length === 1 && only !== undefined) {
    locate(only, group, at, paths);
    return;
  }
  const operation = asOperation(group);
  if (operation === undefined) return;
  for (const [index, member] of members.entries()) {
    locate(member, operation.args[index], argumentPath(operation, at, index), paths);
  }
}
