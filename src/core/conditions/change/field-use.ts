// How one test uses one field, as far as it matters for finding values that make the test true or false.
// Other fields that the test reads count as the values they have. It must not propose values.

import type { EvaluationContext } from '../condition';
import { compile } from '../compile-condition';
import { fieldsOf } from '../fields-of';
import { asOperation } from '../is-logic';
import type { Operation } from '../is-logic';
import { LABELS_PATH, NOW } from '../own-operations';
import { parseDate, parseSpan } from '../parse-date';

export type Primitive = string | number | boolean | null;

/** `other` is a use that is not understood; its constants are worth trying. */
export type FieldUse =
  | { readonly kind: 'equals' | 'order'; readonly constants: readonly Primitive[] }
  | { readonly kind: 'start' | 'end' | 'part' | 'glob' | 'pattern'; readonly text: string }
  | { readonly kind: 'presence' }
  | { readonly kind: 'date'; readonly timesMs: readonly number[] }
  | { readonly kind: 'labels'; readonly names: readonly string[] }
  | { readonly kind: 'elements'; readonly body: unknown }
  | { readonly kind: 'other'; readonly constants: readonly Primitive[] };

/** The use that the test `logic` makes of the field at `path`. */
export function useOf(logic: unknown, path: string, facts: unknown, context: EvaluationContext): FieldUse {
  const operation = asOperation(logic);
  const other: FieldUse = { kind: 'other', constants: primitivesIn(logic) };
  if (operation === undefined) return other;
  if (isRead(logic, path)) return { kind: 'presence' };
  try {
    return useInOperation(operation, path, facts, context) ?? other;
  } catch {
    // Another argument fails for these facts; nothing is known about this one then.
    return other;
  }
}

/** True for `{"var": path}`, with or without a default that is written down. */
function isRead(logic: unknown, path: string): boolean {
  const operation = asOperation(logic);
  if (operation?.operator !== 'var' || String(operation.args[0]) !== path) return false;
  return operation.args.length < 2 || isPrimitive(operation.args[1]);
}

function useInOperation(
  operation: Operation,
  path: string,
  facts: unknown,
  context: EvaluationContext,
): FieldUse | undefined {
  const { operator, args } = operation;
  if (operator === 'hasLabel') return labelsUse(args, path);
  const at = args.findIndex((argument) => isRead(argument, path));
  const others = args.filter((_argument, index) => index !== at);
  if (at < 0) return undefined;
  if (operator === 'some' || operator === 'all' || operator === 'none') {
    return at === 0 && args.length === 2 ? { kind: 'elements', body: args[1] } : undefined;
  }
  if (others.some((argument) => fieldsOf(argument).includes(path))) return undefined;
  const constants = others.map((argument) => compile(argument)(facts, context));
  if (operator === '!!' || operator === 'isEmpty' || operator === 'isMissing') return { kind: 'presence' };
  if (operator === 'in') return membershipUse(at, constants);
  return comparisonUse(operator, args.length, constants) ?? textUse(operator, at, constants, context);
}

function labelsUse(args: readonly unknown[], path: string): FieldUse | undefined {
  const names = args.filter((name) => typeof name === 'string');
  return path === LABELS_PATH && names.length === args.length ? { kind: 'labels', names } : undefined;
}

function membershipUse(at: number, constants: readonly unknown[]): FieldUse | undefined {
  const [constant] = constants;
  if (at === 0) {
    // Lists and objects among the elements are never the very same as a field's value.
    return Array.isArray(constant) ? { kind: 'equals', constants: constant.filter(isPrimitive) } : undefined;
  }
  return typeof constant === 'string' ? { kind: 'part', text: constant } : undefined;
}

function comparisonUse(operator: string, arity: number, constants: readonly unknown[]): FieldUse | undefined {
  if (!constants.every(isPrimitive)) return undefined;
  switch (operator) {
    case '==':
    case '===':
    case '!=':
    case '!==':
      return arity === 2 ? { kind: 'equals', constants } : undefined;
    case '>':
    case '>=':
      return arity === 2 ? { kind: 'order', constants } : undefined;
    case '<':
    case '<=':
      return arity === 2 || arity === 3 ? { kind: 'order', constants } : undefined;
    default:
      return undefined;
  }
}

function textUse(
  operator: string,
  at: number,
  constants: readonly unknown[],
  context: EvaluationContext,
): FieldUse | undefined {
  const [constant] = constants;
  if (operator === 'before' || operator === 'after') {
    const timeMs = constant === NOW ? context.nowMs : parseDate(constant);
    return timeMs === undefined ? undefined : { kind: 'date', timesMs: [timeMs, context.nowMs] };
  }
  if (at !== 0 || typeof constant !== 'string' || constants.length !== 1) return undefined;
  const spanMs = parseSpan(constant);
  switch (operator) {
    case 'startsWith':
      return { kind: 'start', text: constant };
    case 'endsWith':
      return { kind: 'end', text: constant };
    case 'contains':
      return { kind: 'part', text: constant };
    case 'glob':
      return { kind: 'glob', text: constant };
    case 'matches':
      return { kind: 'pattern', text: constant };
    case 'olderThan':
      return spanMs === undefined
        ? undefined
        : { kind: 'date', timesMs: [context.nowMs - spanMs, context.nowMs] };
    default:
      return undefined;
  }
}

/** True for the values that a field can be compared with. */
export function isPrimitive(value: unknown): value is Primitive {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

/** The constants that are written in `logic`; names of fields are none. */
export function primitivesIn(logic: unknown): readonly Primitive[] {
  if (isPrimitive(logic)) return [logic];
  if (asOperation(logic)?.operator === 'var') return [];
  return typeof logic === 'object' && logic !== null ? Object.values(logic).flatMap(primitivesIn) : [];
}
