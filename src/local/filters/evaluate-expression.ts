// Evaluates the expressions of the filter language by walking their tree.
// A value is reached only through own names of maps, positions of lists and the methods listed beside;
// what is outside the language is refused.

import type { ArrowFunctionExpression, BlockStatement, CallExpression, Expression, Literal } from 'acorn';
import type { MemberExpression, Node, ObjectExpression, PrivateIdentifier, TemplateLiteral } from 'acorn';
import { FilterError, FilterRefusal } from './filter-error';
import { createLambda, isList, isMap, typeName } from './filter-value';
import type { FilterMap, FilterValue, Lambda, Scope } from './filter-value';
import { LIST_METHODS } from './list-methods';
import type { MethodCall } from './methods';
import { BINARY_OPERATORS, negate, toBoolean, toText } from './operators';
import type { StepBudget } from './step-budget';
import { checkLength } from './step-budget';
import { STRING_METHODS } from './string-methods';

/** What one evaluation has in common: the text, the steps left, and how to run the block of a function. */
export interface Evaluation {
  source(start: number, end: number): string;
  readonly budget: StepBudget;
  callBlock(block: BlockStatement, scope: Scope): FilterValue;
}

/** Ends an optional chain: what stood before `?.` is null, or has no such name. */
const CHAIN_ENDED = Symbol('chain ended');
type ChainValue = FilterValue | typeof CHAIN_ENDED;

/** The part of the expression that `node` is, as it is written. */
export function sourceOf(node: Node, evaluation: Evaluation): string {
  return evaluation.source(node.start, node.end);
}

/** Gives a name to a value, once. */
export function declare(name: string, value: FilterValue, scope: Scope, location: string): void {
  if (scope.values.has(name)) throw new FilterRefusal(`\`${name}\` has a value already`, location);
  scope.values.set(name, value);
}

/** The value of an expression. Throws a `FilterError`. */
export function evaluateExpression(node: Expression, scope: Scope, evaluation: Evaluation): FilterValue {
  const location = sourceOf(node, evaluation);
  const evaluate = (part: Expression): FilterValue => evaluateExpression(part, scope, evaluation);
  switch (node.type) {
    case 'Literal':
      return literal(node, evaluation);
    case 'TemplateLiteral':
      return template(node, evaluate, evaluation);
    case 'Identifier':
      evaluation.budget.spend(1, location);
      return lookUp(node.name, scope, location);
    case 'ParenthesizedExpression':
      return evaluate(node.expression);
    case 'ChainExpression': {
      const value = chain(node.expression, scope, evaluation);
      return value === CHAIN_ENDED ? null : value;
    }
    case 'MemberExpression':
    case 'CallExpression':
      // Outside a ChainExpression there is no `?.`, so that nothing ends the chain.
      return chain(node, scope, evaluation) as FilterValue;
    case 'UnaryExpression':
      evaluation.budget.spend(1, location);
      if (node.operator === '!') return !toBoolean(evaluate(node.argument), location);
      if (node.operator === '-') return negate(evaluate(node.argument), location);
      throw refusal(node, evaluation);
    case 'BinaryExpression': {
      const operator = BINARY_OPERATORS.get(node.operator);
      if (operator === undefined || node.left.type === 'PrivateIdentifier') throw refusal(node, evaluation);
      evaluation.budget.spend(1, location);
      return operator(evaluate(node.left), evaluate(node.right), location);
    }
    case 'LogicalExpression': {
      if (node.operator === '??') throw refusal(node, evaluation);
      evaluation.budget.spend(1, location);
      const left = toBoolean(evaluate(node.left), sourceOf(node.left, evaluation));
      if (left === (node.operator === '||')) return left;
      return toBoolean(evaluate(node.right), sourceOf(node.right, evaluation));
    }
    case 'ConditionalExpression':
      evaluation.budget.spend(1, location);
      return toBoolean(evaluate(node.test), sourceOf(node.test, evaluation))
        ? evaluate(node.consequent)
        : evaluate(node.alternate);
    case 'ArrayExpression':
      return node.elements.map((element) => {
        if (element === null || element.type === 'SpreadElement') throw refusal(node, evaluation);
        return evaluate(element);
      });
    case 'ObjectExpression':
      return mapOf(node, evaluate, evaluation);
    case 'ArrowFunctionExpression':
      return lambda(node, scope, evaluation);
    default:
      throw refusal(node, evaluation);
  }
}

function literal(node: Literal, evaluation: Evaluation): FilterValue {
  const { value } = node;
  if (value === null && node.raw === 'null') return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw refusal(node, evaluation);
}

function template(
  node: TemplateLiteral,
  evaluate: (part: Expression) => FilterValue,
  evaluation: Evaluation,
): string {
  const location = sourceOf(node, evaluation);
  evaluation.budget.spend(node.expressions.length, location);
  const text = node.quasis
    .map((quasi, index) => {
      const part = node.expressions[index];
      return (quasi.value.cooked ?? '') + (part === undefined ? '' : toText(evaluate(part), location));
    })
    .join('');
  checkLength(text.length, location);
  return text;
}

function lookUp(name: string, scope: Scope, location: string): FilterValue {
  for (let each: Scope | undefined = scope; each !== undefined; each = each.outer) {
    const value = each.values.get(name);
    if (value !== undefined) return value;
  }
  throw new FilterError(`Unrecognised name \`${name}\``, location);
}

function mapOf(
  node: ObjectExpression,
  evaluate: (part: Expression) => FilterValue,
  evaluation: Evaluation,
): FilterMap {
  // Without a prototype, so that no name means more than what was written.
  const map = Object.create(null) as Record<string, FilterValue>;
  for (const property of node.properties) {
    if (property.type !== 'Property' || property.kind !== 'init' || property.computed || property.method) {
      throw refusal(node, evaluation);
    }
    const { key } = property;
    const name =
      key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : undefined;
    if (name === undefined) throw refusal(node, evaluation);
    map[name] = evaluate(property.value);
  }
  return map;
}

function lambda(node: ArrowFunctionExpression, scope: Scope, evaluation: Evaluation): Lambda {
  if (node.async || node.params.some((parameter) => parameter.type !== 'Identifier')) {
    throw refusal(node, evaluation);
  }
  return createLambda(node, scope);
}

/** A member or a call; the value, or the sign that an optional link before it had nothing. */
function chain(node: Expression, scope: Scope, evaluation: Evaluation): ChainValue {
  if (node.type === 'MemberExpression') return member(node, scope, evaluation);
  if (node.type === 'CallExpression') return methodCall(node, scope, evaluation);
  return evaluateExpression(node, scope, evaluation);
}

function member(node: MemberExpression, scope: Scope, evaluation: Evaluation): ChainValue {
  const location = sourceOf(node, evaluation);
  const target = chainTarget(node, scope, evaluation);
  if (target === CHAIN_ENDED) return CHAIN_ENDED;
  const name = nameOf(node, scope, evaluation);
  evaluation.budget.spend(1, location);
  const value = own(target, name);
  if (value !== undefined) return value;
  // `fields?.issueType` asks for what may be missing as well as of what may be null.
  if (node.optional) return CHAIN_ENDED;
  throw new FilterError(`Unrecognised property \`${name}\` of ${typeName(target)}`, location);
}

function methodCall(node: CallExpression, scope: Scope, evaluation: Evaluation): ChainValue {
  const { callee } = node;
  if (callee.type !== 'MemberExpression' || node.optional) throw refusal(node, evaluation);
  const location = sourceOf(node, evaluation);
  const target = chainTarget(callee, scope, evaluation);
  if (target === CHAIN_ENDED) return CHAIN_ENDED;
  const name = String(nameOf(callee, scope, evaluation));
  const values = node.arguments.map((argument) => {
    if (argument.type === 'SpreadElement') throw refusal(node, evaluation);
    return evaluateExpression(argument, scope, evaluation);
  });
  evaluation.budget.spend(1, location);
  const call: MethodCall = {
    location,
    spend: (steps) => evaluation.budget.spend(steps, location),
    call: (called, ...given) => callLambda(called, given, evaluation),
  };
  const ofString = typeof target === 'string' ? STRING_METHODS.get(name) : undefined;
  if (ofString !== undefined) return ofString(target as string, values, call);
  const ofList = isList(target) ? LIST_METHODS.get(name) : undefined;
  if (ofList !== undefined && isList(target)) return ofList(target, values, call);
  if (isMap(target) && name === 'get') return own(target, toText(values[0] ?? null, location)) ?? null;
  throw new FilterError(`Unrecognised method \`${name}\` of ${typeName(target)}`, location);
}

/** What a member is taken of; ended when the chain has ended before, or when it is null and `?.` follows. */
function chainTarget(node: MemberExpression, scope: Scope, evaluation: Evaluation): ChainValue {
  if (node.object.type === 'Super') throw refusal(node, evaluation);
  const target = chain(node.object, scope, evaluation);
  return target === null && node.optional ? CHAIN_ENDED : target;
}

function nameOf(node: MemberExpression, scope: Scope, evaluation: Evaluation): string | number {
  const { property } = node;
  if (property.type === 'PrivateIdentifier') throw refusal(property, evaluation);
  if (!node.computed) return property.type === 'Identifier' ? property.name : '';
  const name = evaluateExpression(property, scope, evaluation);
  if (typeof name === 'string' || typeof name === 'number') return name;
  throw new FilterError(
    `Expected a String or a Number in brackets, got ${typeName(name)}`,
    sourceOf(node, evaluation),
  );
}

/** An own member of a map, an element of a list, or a length; undefined when there is none. */
function own(target: FilterValue, name: string | number): FilterValue | undefined {
  if (name === 'length' && (typeof target === 'string' || isList(target))) return target.length;
  if (isList(target)) return typeof name === 'number' && Number.isInteger(name) ? target[name] : undefined;
  return isMap(target) && Object.hasOwn(target, name) ? target[name] : undefined;
}

function callLambda(called: Lambda, given: readonly FilterValue[], evaluation: Evaluation): FilterValue {
  const { node, scope } = called;
  evaluation.budget.spend(1, sourceOf(node, evaluation));
  const inner: Scope = { values: new Map(), outer: scope };
  node.params.forEach((parameter, index) => {
    if (parameter.type === 'Identifier') inner.values.set(parameter.name, given[index] ?? null);
  });
  return node.body.type === 'BlockStatement'
    ? evaluation.callBlock(node.body, inner)
    : evaluateExpression(node.body, inner, evaluation);
}

function refusal(node: Expression | PrivateIdentifier, evaluation: Evaluation): FilterRefusal {
  return new FilterRefusal('This is not part of the expressions language', sourceOf(node, evaluation));
}
