// Evaluates a condition that is evaluated once: walking it costs a fraction of compiling it first. It agrees with
// compileCondition, which agrees with json-logic-js, in value, order and errors; the proof of matching holds it to that.

import { compile } from '../conditions/compile-condition';
import { eagerOperation } from '../conditions/eager-operation';
import { LAZY_OPERATORS } from '../conditions/lazy-operations';
import { BINARY } from '../conditions/standard-operations';
import { truthy } from '../conditions/truthy';
import { asOperation } from '../conditions/is-logic';
import { isWholePath, readSteps, splitPath } from '../conditions/read-path';
import type { EvaluationContext } from '../conditions/condition';

/** The value of `logic` for `data`. Throws what JSON Logic throws. */
export function evaluateOnce(logic: unknown, data: unknown, context: EvaluationContext): unknown {
  if (typeof logic !== 'object' || logic === null) return logic;
  if (Array.isArray(logic)) return logic.map((item) => evaluateOnce(item, data, context));
  const operation = asOperation(logic);
  if (operation === undefined) return logic;
  const { operator, args } = operation;
  switch (operator) {
    case 'and':
    case 'or':
      return evaluateChain(args, operator === 'or', data, context);
    case 'some':
      return evaluateSome(args, data, context);
    case 'var':
      return evaluateRead(args, data, context);
  }
  if (args.length === 2) {
    const apply = BINARY.get(operator);
    if (apply !== undefined) {
      return apply(evaluateOnce(args[0], data, context), evaluateOnce(args[1], data, context));
    }
  }
  // The other lazy operators are rare in conditions.
  if (LAZY_OPERATORS.has(operator)) return compile(logic)(data, context);
  const values = args.map((argument) => evaluateOnce(argument, data, context));
  return eagerOperation(operator)(values, data, context, evaluateOnce);
}

/** The first value that is as `stopAt` says, else the last. */
function evaluateChain(
  args: readonly unknown[],
  stopAt: boolean,
  data: unknown,
  context: EvaluationContext,
): unknown {
  let current: unknown;
  for (const argument of args) {
    current = evaluateOnce(argument, data, context);
    if (truthy(current) === stopAt) return current;
  }
  return current;
}

function evaluateSome([list, body]: readonly unknown[], data: unknown, context: EvaluationContext): boolean {
  const items = evaluateOnce(list, data, context);
  if (!Array.isArray(items)) return false;
  for (const item of items) if (truthy(evaluateOnce(body, item, context))) return true;
  return false;
}

/** All arguments are evaluated, as everywhere, even those that `var` does not look at. */
function evaluateRead(args: readonly unknown[], data: unknown, context: EvaluationContext): unknown {
  const first = args[0];
  if (args.length === 1 && typeof first === 'string' && first !== '')
    return readSteps(data, first.split('.'), null);
  const [path, fallback] = args.map((argument) => evaluateOnce(argument, data, context));
  if (isWholePath(path)) return data;
  return readSteps(data, splitPath(path), fallback === undefined ? null : fallback);
}
