// The oracle: json-logic-js with our operators registered, and one evaluation by it or by us as a comparable
// outcome. Its console.log is silenced, because `log` prints.

import jsonLogic from 'json-logic-js';
import type { EvaluationContext } from '../../../src/core/conditions/condition';
import { OWN_OPERATIONS, OWN_OPERATORS } from '../../../src/core/conditions/own-operations';

export const NOW_MS = Date.UTC(2024, 5, 1);
export const CONTEXT: EvaluationContext = { nowMs: NOW_MS };

export type Outcome =
  { readonly kind: 'value'; readonly value: unknown } | { readonly kind: 'error'; readonly error: string };

/** Registers our operators as methods: they have a name and a length, and no prototype, as the model says. */
export function registerOwnOperators(): void {
  for (const name of OWN_OPERATORS) {
    const registered = {
      [name](this: unknown, ...args: unknown[]): boolean {
        return OWN_OPERATIONS[name](args, this, CONTEXT);
      },
    };
    jsonLogic.add_operation(name, registered[name]!);
  }
}

/** What json-logic-js makes of it. */
export function evaluateByReference(logic: unknown, data: unknown): Outcome {
  return outcomeOf(() => jsonLogic.apply(logic as Parameters<typeof jsonLogic.apply>[0], data) as unknown);
}

/** Runs `evaluate` and notes its value or its error; stack overflows differ in depth only, so the name counts. */
export function outcomeOf(evaluate: () => unknown): Outcome {
  try {
    return { kind: 'value', value: evaluate() };
  } catch (error) {
    if (error instanceof RangeError) return { kind: 'error', error: 'RangeError' };
    return {
      kind: 'error',
      error: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    };
  }
}
