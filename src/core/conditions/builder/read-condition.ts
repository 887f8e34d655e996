// JSON Logic as the builder's model. A clause that no form of the builder says exactly becomes a JSON clause, so that
// nothing is lost: writing what was read gives the same JSON again.

import { asOperation } from '../is-logic';
import type { Operation } from '../is-logic';
import { LABELS_PATH } from '../own-operations';
import { sameJson } from '../../same-json';
import { QUANTIFIERS } from './model';
import { TEST_FORMS, TEST_FORM_IDS } from './test-forms';
import { writeTest } from './write-condition';
import type { JsonPrimitive, JsonValue } from '../../json';
import type { BuilderModel, BuilderNode, GroupNode, Operand, Spelling, TestNode } from './model';
import type { OperandKind, TestFormId } from './test-forms';

type Keys = () => number;
type Reading = Omit<TestNode, 'key' | 'kind'>;

/** The model of a condition; `undefined` is none. `firstKey` keeps keys of two models apart. */
export function readCondition(logic: JsonValue | undefined, firstKey = 0): BuilderModel {
  let nextKey = firstKey;
  const keys: Keys = () => nextKey++;
  const root = readRoot(logic, keys);
  return { root, nextKey };
}

function readRoot(logic: JsonValue | undefined, keys: Keys): GroupNode {
  if (logic === undefined) return { kind: 'group', key: keys(), mode: 'all', members: [], alone: true };
  const node = readNode(logic, keys);
  if (node.kind !== 'group') return { kind: 'group', key: keys(), mode: 'all', members: [node], alone: true };
  // Where one of several clauses is taken away, the other needs no "and" around it.
  return node.mode === 'none' || node.members.length === 1 ? node : { ...node, alone: true };
}

/** One clause. */
export function readNode(logic: JsonValue, keys: Keys): BuilderNode {
  const test = readTest(logic);
  if (test !== undefined) return { kind: 'test', key: keys(), ...test };
  return readGroup(logic, keys) ?? jsonNode(logic, keys());
}

/** A clause that stays JSON. */
function jsonNode(logic: JsonValue, key: number): BuilderNode {
  return { kind: 'json', key, text: JSON.stringify(logic, null, 2), logic };
}

function readGroup(logic: JsonValue, keys: Keys): GroupNode | undefined {
  const operation = asOperation(logic);
  if (operation === undefined) return undefined;
  const { operator, args, listed } = operation;
  if ((operator === 'and' || operator === 'or') && listed && args.length > 0) {
    const mode = operator === 'and' ? 'all' : 'any';
    return { kind: 'group', key: keys(), mode, members: membersOf(operation, keys) };
  }
  if (operator !== '!' || args.length !== 1) return undefined;
  const none = { kind: 'group', key: keys(), mode: 'none' } as const;
  const spelled = listed ? { notListed: true } : {};
  const inner = asOperation(args[0]);
  if (inner?.operator === 'or' && inner.listed && inner.args.length > 0) {
    return { ...none, ...spelled, members: membersOf(inner, keys) };
  }
  return { ...none, ...spelled, members: membersOf(operation, keys), alone: true };
}

function membersOf({ args }: Operation, keys: Keys): readonly BuilderNode[] {
  // What stands inside a JSON value is JSON.
  return args.map((argument) => readNode(argument as JsonValue, keys));
}

/** The test that `logic` is, if writing it gives `logic` again. */
function readTest(logic: JsonValue): Reading | undefined {
  const reading = readQuantified(logic) ?? readPlain(logic);
  if (reading === undefined) return undefined;
  return sameJson(writeTest({ kind: 'test', key: 0, ...reading }), logic) ? reading : undefined;
}

function readQuantified(logic: unknown): Reading | undefined {
  const operation = asOperation(logic);
  const quantifier = QUANTIFIERS.find((known) => known === operation?.operator);
  if (operation === undefined || quantifier === undefined) return undefined;
  const list = pathOf(operation.args[0])?.path;
  const body = readPlain(operation.args[1]);
  if (list === undefined || body === undefined) return undefined;
  // Inside a list, labels and other fields are those of the element, which the builder does not offer.
  if (['labels', 'field'].includes(TEST_FORMS[body.form].operand)) return undefined;
  return { ...body, quantifier, field: body.field === '' ? `${list}[]` : `${list}[].${body.field}` };
}

function readPlain(logic: unknown): Reading | undefined {
  const outer = asOperation(logic);
  if (outer === undefined) return undefined;
  const inner = outer.operator === '!' && outer.args.length === 1 ? asOperation(outer.args[0]) : undefined;
  const denied = inner === undefined ? undefined : readOperation(inner, true);
  if (denied !== undefined) {
    return outer.listed ? { ...denied, spelling: { ...denied.spelling, notListed: true } } : denied;
  }
  return readOperation(outer, false);
}

function readOperation(operation: Operation, denied: boolean): Reading | undefined {
  for (const form of TEST_FORM_IDS) {
    const known = TEST_FORMS[form];
    if (known.operator !== operation.operator || known.denied !== denied) continue;
    const reading = readArguments(operation, form, known.operand);
    if (reading !== undefined) return reading;
  }
  return undefined;
}

function readArguments(
  { args, listed }: Operation,
  form: TestFormId,
  operand: OperandKind,
): Reading | undefined {
  const argumentListed: Spelling = listed ? { argumentListed: true } : {};
  if (operand === 'labels') {
    if (!args.every((label) => typeof label === 'string')) return undefined;
    const spelling = args.length === 1 ? argumentListed : {};
    return { field: LABELS_PATH, form, value: args, spelling };
  }
  const subject = pathOf(args[operand === 'limits' ? 1 : 0]);
  if (subject === undefined) return undefined;
  const spelling: Spelling = {
    ...(subject.listed ? { varListed: true } : {}),
    ...(operand === 'nothing' ? argumentListed : {}),
  };
  const value = operandOf(args, operand);
  return value === 'no' ? undefined : { field: subject.path, form, value: value.value, spelling };
}

/** What the arguments compare with, or `no` when they are not of that kind. */
function operandOf(args: readonly unknown[], operand: OperandKind): { readonly value: Operand } | 'no' {
  const [first, second, third] = args;
  switch (operand) {
    case 'nothing':
      return args.length === 1 ? { value: undefined } : 'no';
    case 'value':
      return args.length === 2 && isScalar(second) ? { value: second } : 'no';
    case 'field': {
      const other = args.length === 2 ? pathOf(second) : undefined;
      return other === undefined || other.listed ? 'no' : { value: other.path };
    }
    case 'values':
      return args.length === 2 && Array.isArray(second) && second.every(isScalar) ? { value: second } : 'no';
    case 'limits':
      return args.length === 3 && isScalar(first) && isScalar(third) ? { value: [first, third] } : 'no';
    case 'labels':
      return 'no';
  }
}

function pathOf(logic: unknown): { readonly path: string; readonly listed: boolean } | undefined {
  const operation = asOperation(logic);
  const path = operation?.args[0];
  if (operation?.operator !== 'var' || operation.args.length !== 1 || typeof path !== 'string')
    return undefined;
  return { path, listed: operation.listed };
}

function isScalar(value: unknown): value is Exclude<JsonPrimitive, null> {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
