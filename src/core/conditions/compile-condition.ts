// Turns JSON Logic into nested closures, once, without eval or new Function. The closures agree with
// json-logic-js 2.0.5 in value, in the order of evaluation and in errors; test/core/conditions/agreement.test.ts
// holds them to it. Compiling never fails because of what the logic says: an unknown operator in a branch
// that is not taken does no harm in the reference, so it becomes a closure that throws.

import type { Evaluate, EvaluationContext } from './condition';
import { asOperation } from './is-logic';
import { compileOperation } from './compile-operation';
import { truthy } from './truthy';

/** A condition that can be evaluated many times. It holds no state of its own. */
export interface CompiledCondition {
  /** What it was compiled from. */
  readonly logic: unknown;
  /** Whether the condition is true for `facts`, with JSON Logic's truthiness. Throws what the reference throws. */
  holds(facts: unknown, context: EvaluationContext): boolean;
  /** The value that the logic yields, of any type. Throws what the reference throws. */
  value(facts: unknown, context: EvaluationContext): unknown;
}

/**
 * Compiles `logic`. Give it what `parseCondition` accepted: logic nested thousands deep throws a RangeError here,
 * where json-logic-js throws it while evaluating.
 */
export function compileCondition(logic: unknown): CompiledCondition {
  const value = compile(logic);
  return {
    logic,
    holds: (facts, context) => truthy(value(facts, context)),
    value,
  };
}

/** The closure for one value inside a condition: a list, a piece of logic, or a plain value returned as it is. */
export function compile(logic: unknown): Evaluate {
  if (Array.isArray(logic)) {
    const items = logic.map(compile);
    // A new list each time, as in the reference: two evaluations are never the same list.
    return (data, context) => items.map((item) => item(data, context));
  }
  const operation = asOperation(logic);
  return operation === undefined ? () => logic : compileOperation(operation, compile);
}
