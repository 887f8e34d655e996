// What kind of value an expression yields, as far as its text and the field catalogue tell. It must not guess:
// where nothing is known it says so.

import type { FieldType } from '../field-catalogue';
import { asOperation } from '../is-logic';
import { lookUp } from './lint-scope';
import type { LintScope } from './lint-scope';
import { operatorSpec } from '../operators/operators';

export interface Inferred {
  /** `any` where nothing is known. */
  readonly type: FieldType | 'null';
  /** Whether it may be missing; false where that is not known. */
  readonly optional: boolean;
  /** The field, when the expression is one. */
  readonly path?: string;
  /** The closed list of values of that field. */
  readonly values?: readonly string[];
  /** Whether it is written down rather than read. */
  readonly isConstant: boolean;
}

const NOTHING_KNOWN: Inferred = { type: 'any', optional: false, isConstant: false };

/** The kind of value that `logic` yields in `scope`. */
export function inferKind(logic: unknown, scope: LintScope): Inferred {
  const operation = asOperation(logic);
  if (operation === undefined)
    return { type: typeOfConstant(logic), optional: false, isConstant: isConstant(logic) };
  if (operation.operator === 'var') return inferField(operation.args, scope);
  const returns = operatorSpec(operation.operator)?.returns;
  if (returns === undefined || returns === 'any') return NOTHING_KNOWN;
  return { ...NOTHING_KNOWN, type: returns === 'text' ? 'string' : returns };
}

function inferField([path, fallback]: readonly unknown[], scope: LintScope): Inferred {
  if (typeof path !== 'string') return NOTHING_KNOWN;
  const found = lookUp(path, scope);
  if (typeof found === 'string') return { ...NOTHING_KNOWN, path };
  const hasDefault = fallback !== undefined && fallback !== null;
  return {
    type: found.type,
    optional: found.optional && !hasDefault,
    path,
    isConstant: false,
    ...(found.values === undefined ? {} : { values: found.values }),
  };
}

/** True for what evaluates to itself: no logic in it. */
function isConstant(logic: unknown): boolean {
  if (Array.isArray(logic)) return logic.every(isConstant);
  return asOperation(logic) === undefined;
}

function typeOfConstant(value: unknown): Inferred['type'] {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  const type = typeof value;
  return type === 'string' || type === 'number' || type === 'boolean' || type === 'object' ? type : 'any';
}
