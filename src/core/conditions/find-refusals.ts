// Finds what a rule may not say: operators that do not exist or are forbidden, data run as logic, paths into
// prototypes, regular expressions that are none. Agreement with json-logic-js stops here; see docs/decisions/0002.

import type { Problem } from '../result';
import { argumentPath } from './argument-path';
import { asOperation } from './is-logic';
import type { Operation } from './is-logic';
import { compilePattern } from './match-pattern';
import { operatorSpec, suggestOperator } from './operators/operators';
import { parseSpan } from './parse-date';

/** Names that every JavaScript object inherits. No field of an event has one of them. */
const PROTOTYPE_NAMES: ReadonlySet<string> = new Set([
  '__proto__',
  'constructor',
  'prototype',
  ...['hasOwnProperty', 'isPrototypeOf', 'propertyIsEnumerable', 'toLocaleString', 'toString', 'valueOf'],
  ...['__defineGetter__', '__defineSetter__', '__lookupGetter__', '__lookupSetter__'],
]);

/** Every reason to refuse `logic`, as errors. `path` is where it stands. Recurses: check the depth before. */
export function findRefusals(logic: unknown, path: string): readonly Problem[] {
  if (typeof logic !== 'object' || logic === null) return [];
  if (Array.isArray(logic)) return logic.flatMap((item, index) => findRefusals(item, `${path}[${index}]`));
  const operation = asOperation(logic);
  if (operation === undefined) return refuseSeveralOperators(logic, path);
  const own = refuseOperation(operation, path);
  const inArguments = operation.args.flatMap((argument, index) =>
    findRefusals(argument, argumentPath(operation, path, index)),
  );
  return [...own, ...inArguments];
}

/** Why a dotted path may not be read, or undefined when it may. */
export function whyForbiddenPath(path: string): string | undefined {
  const step = path.split('.').find((name) => PROTOTYPE_NAMES.has(name));
  return step === undefined
    ? undefined
    : `"${step}" is a name of JavaScript's objects, not a field of the event`;
}

function refuseOperation(operation: Operation, path: string): readonly Problem[] {
  const { operator, args } = operation;
  const spec = operatorSpec(operator);
  if (spec === undefined) return [unknownOperator(operator, `${path}.${operator}`)];
  if (spec.refused !== undefined) {
    return [
      error(`${path}.${operator}`, `the operator "${operator}" cannot be used in a rule: ${spec.refused}`),
    ];
  }
  if (operator === 'missing' || operator === 'missing_some') return refuseComputedKeys(operation, path);
  if (operator === 'var') return refusePath(args[0], argumentPath(operation, path, 0));
  return spec.arguments.flatMap((argument, index) => {
    const at = argumentPath(operation, path, index);
    if (argument.kind === 'pattern') return refusePattern(args[index], at);
    return argument.kind === 'span' ? refuseSpan(args[index], at) : [];
  });
}

function unknownOperator(operator: string, path: string): Problem {
  const suggestion = suggestOperator(operator);
  const hint = suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`;
  const problem = error(path, `"${operator}" is not an operator.${hint}`);
  return suggestion === undefined ? problem : { ...problem, suggestion };
}

/** An object with two operators is a plain value in JSON Logic, which counts as true: never what was meant. */
function refuseSeveralOperators(value: object, path: string): readonly Problem[] {
  const operators = Object.keys(value).filter((key) => operatorSpec(key) !== undefined);
  if (operators.length === 0) return [];
  const names = operators.map((name) => `"${name}"`).join(', ');
  return [
    error(
      path,
      `an object holds exactly one operator; this one has other keys beside ${names}. Put the clauses into a list under "and" or "or".`,
    ),
  ];
}

function refusePath(given: unknown, path: string): readonly Problem[] {
  if (typeof given === 'object' && given !== null) {
    return [error(path, 'the path of "var" must be written down; a path that is computed cannot be checked')];
  }
  const why = whyForbiddenPath(String(given));
  return why === undefined ? [] : [error(path, why)];
}

/** JSON Logic runs a key that is an object as logic, so a key from the event could run what a user wrote. */
function refuseComputedKeys(operation: Operation, path: string): readonly Problem[] {
  const { operator, args } = operation;
  const first = operator === 'missing_some' ? 1 : 0;
  const firstKeys = args[first];
  const isOneList = Array.isArray(firstKeys);
  const keys: readonly unknown[] = isOneList ? firstKeys : args.slice(first);
  return keys.flatMap((key, index) => {
    const base = argumentPath(operation, path, isOneList ? first : first + index);
    const at = isOneList ? `${base}[${index}]` : base;
    if (typeof key === 'string') return refusePath(key, at);
    return [
      error(
        at,
        `"${operator}" takes paths that are written down; what comes from the event would be run as logic. Use "isMissing".`,
      ),
    ];
  });
}

function refusePattern(given: unknown, path: string): readonly Problem[] {
  if (typeof given !== 'string') return [];
  const pattern = compilePattern(given);
  return pattern.ok
    ? []
    : [
        error(
          path,
          `the regular expression is not valid: ${pattern.message}. RE2 syntax: no look-around, no back-references.`,
        ),
      ];
}

function refuseSpan(given: unknown, path: string): readonly Problem[] {
  if (typeof given === 'object' || given === undefined || parseSpan(given) !== undefined) return [];
  return [
    error(
      path,
      `expected a span of time such as "30d", "12 hours" or "2 weeks", got ${JSON.stringify(given)}`,
    ),
  ];
}

function error(path: string, message: string): Problem {
  return { path, level: 'error', message };
}
