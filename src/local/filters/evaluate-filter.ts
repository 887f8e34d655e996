// Evaluates the `filter.expression` of a trigger over an event, as Forge does before it delivers.
// It must not decide what an error means for delivery; decide-delivery.ts does.

import type { JsonObject } from '../../core/json';
import { evaluateProgram } from './evaluate-program';
import { FilterError } from './filter-error';
import { typeName } from './filter-value';
import { parseExpression } from './parse-expression';

/** Whether to deliver, or why that cannot be said and at which part of the expression. */
export type FilterResult =
  | { readonly deliver: boolean }
  | {
      readonly error: string;
      /** The failing part as it is written; empty for the expression as a whole. */
      readonly location: string;
    };

/** The result of `expression` with `event` being the payload. Never throws. */
export function evaluateFilter(expression: string, payload: JsonObject): FilterResult {
  try {
    const value = evaluateProgram(parseExpression(expression), expression, payload);
    if (typeof value === 'boolean') return { deliver: value };
    return { error: `The expression evaluated to ${typeName(value)}, not to a Boolean`, location: '' };
  } catch (error) {
    if (error instanceof FilterError) return { error: error.message, location: error.location };
    // The tree of 10,000 characters of brackets is deeper than the stack.
    if (error instanceof RangeError) return { error: 'The expression is nested too deeply', location: '' };
    throw error;
  }
}
