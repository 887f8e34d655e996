// The closure for one operator with its arguments: the lazy operators (which evaluate only what they need)
// and the eager ones (all arguments first, then the operator; an unknown operator throws only then).
// It must reproduce json-logic-js 2.0.5, oddities included; see docs/decisions/0002.

import type { Evaluate } from './condition';
import { asOperation } from './is-logic';
import type { Operation } from './is-logic';
import { compileFieldRead } from './compile-field-read';
import { LAZY_OPERATORS } from './lazy-operations';
import { eagerOperation } from './eager-operation';
import type { RunLogic } from './eager-operation';
import { BINARY } from './standard-operations';
import { truthy } from './truthy';

type Compile = (logic: unknown) => Evaluate;

/** The closure for `operation`; `compile` is applied to its arguments. */
export function compileOperation(operation: Operation, compile: Compile): Evaluate {
  const lazy = LAZY_OPERATORS.get(operation.operator);
  if (lazy !== undefined) return lazy(operation.args.map(compile));
  return (
    compileFieldRead(operation) ??
    compileNegation(operation, compile) ??
    compileBinary(operation, compile) ??
    compileEager(operation, compile)
  );
}

function compileNegation({ operator, args }: Operation, compile: Compile): Evaluate | undefined {
  if (args.length !== 1 || (operator !== '!' && operator !== '!!')) return undefined;
  const argument = compile(args[0]);
  return operator === '!'
    ? (data, context) => !truthy(argument(data, context))
    : (data, context) => truthy(argument(data, context));
}

/** Two arguments need no list of arguments, and a constant one need not be evaluated. */
function compileBinary({ operator, args }: Operation, compile: Compile): Evaluate | undefined {
  const apply = BINARY.get(operator);
  if (apply === undefined || args.length !== 2) return undefined;
  const [left, right] = [compile(args[0]), compile(args[1])];
  const constant = asConstant(args[1]);
  if (constant === undefined) return (data, context) => apply(left(data, context), right(data, context));
  const { value } = constant;
  return (data, context) => apply(left(data, context), value);
}

/** A value that evaluates to itself. A list of such values counts where only its elements matter, as in `in`. */
function asConstant(logic: unknown): { readonly value: unknown } | undefined {
  if (Array.isArray(logic)) {
    const isFlat = logic.every((item) => typeof item !== 'object' || item === null);
    return isFlat ? { value: logic } : undefined;
  }
  return asOperation(logic) === undefined ? { value: logic } : undefined;
}

function compileEager({ operator, args }: Operation, compile: Compile): Evaluate {
  const perform = eagerOperation(operator);
  const evaluated = args.map(compile);
  const run: RunLogic = (logic, data, context) => compile(logic)(data, context);
  return (data, context) => {
    const values = evaluated.map((argument) => argument(data, context));
    return perform(values, data, context, run);
  };
}
