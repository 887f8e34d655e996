// Runs the statements of a filter expression: declarations, return, if, try and throw.
// Expressions are evaluated by evaluate-expression.ts. Nothing of JavaScript itself is within reach.

import type { ModuleDeclaration, Program, Statement } from 'acorn';
import type { JsonObject } from '../../core/json';
import { FilterError, FilterRefusal } from './filter-error';
import type { FilterValue, Scope } from './filter-value';
import { typeName } from './filter-value';
import { declare, evaluateExpression, sourceOf } from './evaluate-expression';
import type { Evaluation } from './evaluate-expression';
import { toBoolean } from './operators';
import { createStepBudget } from './step-budget';

/** Longest `location`: the failing part of a long expression is shown shortened. */
const MAX_LOCATION = 200;

/**
 * The value of a parsed expression whose text is `source`, with `event` as its only name.
 * Throws a `FilterError`, or a RangeError when the tree is deeper than the stack.
 */
export function evaluateProgram(program: Program, source: string, event: JsonObject): FilterValue {
  const evaluation: Evaluation = {
    source: (start, end) => source.slice(start, Math.min(end, start + MAX_LOCATION)),
    budget: createStepBudget(),
    callBlock: (block, scope) => runBlock(block.body, scope, evaluation),
  };
  return runBlock(program.body, { values: new Map([['event', event]]), outer: undefined }, evaluation);
}

/** The value of a list of statements: of its `return`, or of the last expression. */
function runBlock(
  statements: readonly (Statement | ModuleDeclaration)[],
  scope: Scope,
  evaluation: Evaluation,
): FilterValue {
  const inner: Scope = { values: new Map(), outer: scope };
  const last = statements.length - 1;
  for (const [index, statement] of statements.entries()) {
    if (index === last) return runLast(statement, inner, evaluation);
    runDeclaration(statement, inner, evaluation);
  }
  throw new FilterError('There is nothing to evaluate', '');
}

/** What stands before the last statement gives names to values: `let a = …;`, or without `let`. */
function runDeclaration(
  statement: Statement | ModuleDeclaration,
  scope: Scope,
  evaluation: Evaluation,
): void {
  if (statement.type === 'VariableDeclaration' && statement.kind === 'let') {
    for (const { id, init } of statement.declarations) {
      if (id.type !== 'Identifier' || init === null || init === undefined)
        throw refusal(statement, evaluation);
      declare(id.name, evaluateExpression(init, scope, evaluation), scope, sourceOf(id, evaluation));
    }
    return;
  }
  const expression = statement.type === 'ExpressionStatement' ? statement.expression : undefined;
  if (
    expression?.type === 'AssignmentExpression' &&
    expression.operator === '=' &&
    expression.left.type === 'Identifier'
  ) {
    const value = evaluateExpression(expression.right, scope, evaluation);
    declare(expression.left.name, value, scope, sourceOf(expression, evaluation));
    return;
  }
  throw refusal(statement, evaluation);
}

function runLast(
  statement: Statement | ModuleDeclaration,
  scope: Scope,
  evaluation: Evaluation,
): FilterValue {
  switch (statement.type) {
    case 'ExpressionStatement':
      return evaluateExpression(statement.expression, scope, evaluation);
    case 'ReturnStatement':
      if (statement.argument === null || statement.argument === undefined)
        throw refusal(statement, evaluation);
      return evaluateExpression(statement.argument, scope, evaluation);
    case 'BlockStatement':
      return runBlock(statement.body, scope, evaluation);
    case 'IfStatement':
      return runIf(statement, scope, evaluation);
    case 'TryStatement':
      return runTry(statement, scope, evaluation);
    case 'ThrowStatement': {
      const message = evaluateExpression(statement.argument, scope, evaluation);
      const location = sourceOf(statement, evaluation);
      if (typeof message === 'string') throw new FilterError(message, location);
      throw new FilterError(`Expected a String to throw, got ${typeName(message)}`, location);
    }
    default:
      throw refusal(statement, evaluation);
  }
}

function runIf(
  statement: Extract<Statement, { type: 'IfStatement' }>,
  scope: Scope,
  evaluation: Evaluation,
): FilterValue {
  const { test, consequent, alternate } = statement;
  // Every branch gives the value of the whole, so there must be one for either case.
  if (alternate === null || alternate === undefined) throw refusal(statement, evaluation);
  const isTrue = toBoolean(evaluateExpression(test, scope, evaluation), sourceOf(test, evaluation));
  return runLast(isTrue ? consequent : alternate, scope, evaluation);
}

/** `catch` sees what went wrong as a map of `message` and `location`; limits cannot be caught. */
function runTry(
  statement: Extract<Statement, { type: 'TryStatement' }>,
  scope: Scope,
  evaluation: Evaluation,
): FilterValue {
  const { handler } = statement;
  if (handler === null || handler === undefined || statement.finalizer) throw refusal(statement, evaluation);
  try {
    return runBlock(statement.block.body, scope, evaluation);
  } catch (error) {
    if (!(error instanceof FilterError) || error instanceof FilterRefusal) throw error;
    const caught: Scope = { values: new Map(), outer: scope };
    if (handler.param?.type === 'Identifier') {
      const { message, location } = error;
      declare(handler.param.name, { message, location }, caught, location);
    }
    return runBlock(handler.body.body, caught, evaluation);
  }
}

function refusal(node: Statement | ModuleDeclaration, evaluation: Evaluation): FilterRefusal {
  return new FilterRefusal('This is not part of the expressions language', sourceOf(node, evaluation));
}
