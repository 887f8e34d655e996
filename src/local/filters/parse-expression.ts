// Reads the text of a filter expression into a syntax tree, with a parser library of JavaScript, of
// which the language is a subset. What is outside the subset is refused by the evaluator.

import { parse } from 'acorn';
import type { Program } from 'acorn';
import { FilterRefusal } from './filter-error';
import { FILTER_LIMITS } from './step-budget';

/** The tree of `expression`; throws a refusal for bad syntax and for a text that is too long. */
export function parseExpression(expression: string): Program {
  if (expression.length > FILTER_LIMITS.MAX_EXPRESSION_CHARACTERS) {
    throw new FilterRefusal(
      `The expression has ${expression.length} characters, more than ${FILTER_LIMITS.MAX_EXPRESSION_CHARACTERS}`,
      '',
    );
  }
  try {
    return parse(expression, { ecmaVersion: 2022, sourceType: 'script', allowReturnOutsideFunction: true });
  } catch (error) {
    // acorn's message ends with the place: `Unexpected token (1:7)`.
    throw new FilterRefusal(
      error instanceof SyntaxError ? error.message : 'The expression is nested too deeply',
      '',
    );
  }
}
