// The conditions of queries and transactions: which are allowed for which attribute type, and whether one holds.
// It must not fetch what it judges. A missing attribute meets only NOT_EXISTS, NOT_EQUAL_TO and NOT_CONTAINS, as in
// DynamoDB, whose names for conditions these are.

import { ok } from '../../core/result';
import type { Result } from '../../core/result';
import type { AttributeType, EntityDefinition } from './entity-definition';
import { STORE_LIMITS } from './limits';
import { badRequest, refuse } from './refusal';
import type { KvsRefusal } from './refusal';
import type { RawCondition, RawFilters } from './requests';

export type Scalar = string | number | boolean;

/** [developer.atlassian.com/platform/forge/storage-reference/entities-api-query] */
const ORDERED: readonly AttributeType[] = ['string', 'integer', 'float'];
const TYPED: readonly AttributeType[] = [...ORDERED, 'boolean'];
const OPERATORS = {
  BEGINS_WITH: { types: ['string'], where: true },
  BETWEEN: { types: ORDERED, where: true },
  EQUAL_TO: { types: TYPED, where: true },
  GREATER_THAN: { types: ORDERED, where: true },
  GREATER_THAN_EQUAL_TO: { types: ORDERED, where: true },
  LESS_THAN: { types: ORDERED, where: true },
  LESS_THAN_EQUAL_TO: { types: ORDERED, where: true },
  NOT_EQUAL_TO: { types: TYPED, where: false },
  EXISTS: { types: TYPED, where: false },
  NOT_EXISTS: { types: TYPED, where: false },
  CONTAINS: { types: ['string'], where: false },
  NOT_CONTAINS: { types: ['string'], where: false },
} as const satisfies Record<string, { types: readonly AttributeType[]; where: boolean }>;
type Operator = keyof typeof OPERATORS;

export interface Condition {
  readonly operator: Operator;
  readonly first: Scalar;
  /** The upper end of BETWEEN; the same as `first` elsewhere. */
  readonly second: Scalar;
}

export interface Filters {
  readonly mode: 'and' | 'or';
  readonly items: readonly { readonly property: string; readonly condition: Condition }[];
}

/** Checks one condition on an attribute of `type`; `where` allows only those that an index answers. */
export function checkCondition(
  raw: RawCondition,
  type: AttributeType,
  use: 'where' | 'filter',
): Result<Condition, KvsRefusal> {
  if (!isOperator(raw.condition) || (use === 'where' && !OPERATORS[raw.condition].where)) {
    return refuse('INVALID_FILTER_CONDITION', 'The specified condition is not supported for filters.');
  }
  if (type === 'any') {
    // The page names the status, no code.
    return refuse('INVALID_FILTER_CONDITION', 'Attributes of type any are not supported in conditions.', 422);
  }
  const types: readonly AttributeType[] = OPERATORS[raw.condition].types;
  if (!types.includes(type)) {
    return refuse(
      'INVALID_FILTER_CONDITION',
      `Condition ${raw.condition} is not supported for type ${type}.`,
    );
  }
  return checkOperands(raw.condition, raw.values, type);
}

/** Checks a whole filter against the attributes of `entity`. */
export function checkFilters(raw: RawFilters, entity: EntityDefinition): Result<Filters, KvsRefusal> {
  if (raw.and !== undefined && raw.or !== undefined) {
    return refuse(
      'INVALID_FILTER_OPERATORS_COMBINATION',
      'Filter operators "and" and "or" cannot be present at the same level.',
    );
  }
  const mode = raw.or === undefined ? 'and' : 'or';
  const given = raw.or ?? raw.and ?? [];
  if (given.length === 0) {
    return refuse('EMPTY_FILTER_OPERATOR', 'Filter operators "and" and "or" cannot be empty.');
  }
  if (given.length > STORE_LIMITS.MAX_QUERY_CONDITIONS)
    return badRequest('filters: expected at most 100 conditions');
  const items: { property: string; condition: Condition }[] = [];
  for (const item of given) {
    const type = Object.hasOwn(entity.attributes, item.property)
      ? entity.attributes[item.property]?.type
      : undefined;
    if (type === undefined) {
      return refuse(
        'QUERY_WHERE_FIELD_INVALID',
        `The specified field "${item.property}" is not supported for filters.`,
      );
    }
    const condition = checkCondition(item, type, 'filter');
    if (!condition.ok) return condition;
    items.push({ property: item.property, condition: condition.value });
  }
  return ok({ mode, items });
}

/** Whether `filters` hold for the attributes of a stored entity; `undefined` stands for no entity at all. */
export function filtersHold(
  filters: Filters,
  attributes: Readonly<Record<string, unknown>> | undefined,
): boolean {
  const holdsOne = (item: Filters['items'][number]): boolean =>
    conditionHolds(item.condition, attributes?.[item.property]);
  return filters.mode === 'and' ? filters.items.every(holdsOne) : filters.items.some(holdsOne);
}

/** Whether `condition` holds for `value`; `undefined` stands for a missing attribute. */
export function conditionHolds(condition: Condition, value: unknown): boolean {
  const { operator, first, second } = condition;
  if (!isScalar(value))
    return operator === 'NOT_EXISTS' || operator === 'NOT_EQUAL_TO' || operator === 'NOT_CONTAINS';
  switch (operator) {
    case 'BEGINS_WITH':
      return String(value).startsWith(String(first));
    case 'CONTAINS':
      return String(value).includes(String(first));
    case 'NOT_CONTAINS':
      return !String(value).includes(String(first));
    case 'EXISTS':
      return true;
    case 'NOT_EXISTS':
      return false;
    case 'EQUAL_TO':
      return value === first;
    case 'NOT_EQUAL_TO':
      return value !== first;
    case 'BETWEEN':
      return compareScalars(value, first) >= 0 && compareScalars(value, second) <= 0;
    case 'GREATER_THAN':
      return compareScalars(value, first) > 0;
    case 'GREATER_THAN_EQUAL_TO':
      return compareScalars(value, first) >= 0;
    case 'LESS_THAN':
      return compareScalars(value, first) < 0;
    case 'LESS_THAN_EQUAL_TO':
      return compareScalars(value, first) <= 0;
  }
}

/** The order of an index: numbers by size, strings by their UTF-8 bytes, as both LMDB and DynamoDB do. */
export function compareScalars(a: Scalar, b: Scalar): number {
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return Number(a) - Number(b);
}

/** True for what an index can hold. */
export function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function isOperator(name: string): name is Operator {
  return Object.hasOwn(OPERATORS, name);
}

function checkOperands(
  operator: Operator,
  values: readonly unknown[],
  type: AttributeType,
): Result<Condition, KvsRefusal> {
  const [first, second = first] = values;
  if (operator === 'EXISTS' || operator === 'NOT_EXISTS') return ok({ operator, first: true, second: true });
  if (operator === 'BETWEEN' && values.length < 2) {
    return refuse('INSUFFICIENT_FILTER_VALUES', 'The specified condition needs at least two values.');
  }
  if (values.length !== (operator === 'BETWEEN' ? 2 : 1)) {
    return refuse(
      'INVALID_FILTER_VALUES',
      'The specified number of values are not supported by the given condition.',
    );
  }
  const wanted = type === 'integer' || type === 'float' ? 'number' : type;
  if (!isScalar(first) || !isScalar(second) || typeof first !== wanted || typeof second !== wanted) {
    return refuse('INVALID_FILTER_VALUES', `The values of condition ${operator} must be of type ${type}.`);
  }
  return ok({ operator, first, second });
}
