// Checks what a condition means for the events of its rule: everything that parseCondition refuses, and as
// warnings the traps of JSON Logic. It must not evaluate anything against real facts.

import type { Problem } from '../result';
import { argumentPath } from './argument-path';
import { checkLimits } from './check-limits';
import type { FieldCatalogue } from './field-catalogue';
import { findRefusals } from './find-refusals';
import { asOperation } from './is-logic';
import type { Operation } from './is-logic';
import { lintArguments } from './lint/lint-arguments';
import { lintComparison } from './lint/lint-comparison';
import { lintFields } from './lint/lint-fields';
import { lintPresence } from './lint/lint-presence';
import { lintReach } from './lint/lint-reach';
import type { LintScope } from './lint/lint-scope';
import { operatorSpec } from './operators/operators';
import { CONDITION_ROOT } from './parse-condition';

/**
 * Every problem of the condition `logic` of a rule whose events have `fields`. Errors refuse, warnings ask.
 * Paths start with `root`: `if.and[0].==[1]`. Of a rule without a condition there is none: undefined is fine.
 */
export function lintCondition(
  logic: unknown,
  fields: FieldCatalogue,
  root: string = CONDITION_ROOT,
): readonly Problem[] {
  if (logic === undefined) return [];
  const beyond = checkLimits(logic, root);
  if (beyond.length > 0) return beyond;
  const refusals = findRefusals(logic, root);
  const traps = lint(logic, root, { fields, inside: 'facts', present: new Set() });
  // What is refused is no sound ground for saying that a clause cannot matter.
  const reach = [...refusals, ...traps].some(({ level }) => level === 'error') ? [] : lintReach(logic, root);
  return [...refusals, ...traps, ...withoutRepeats(reach, traps)];
}

function lint(logic: unknown, path: string, scope: LintScope): readonly Problem[] {
  if (Array.isArray(logic)) return logic.flatMap((item, index) => lint(item, `${path}[${index}]`, scope));
  const operation = asOperation(logic);
  if (operation === undefined) return [];
  const spec = operatorSpec(operation.operator);
  const own = [
    ...(spec === undefined ? [] : lintArguments(operation, spec, path, scope)),
    ...lintFields(operation, path, scope),
    ...lintComparison(operation, path, scope),
    ...lintPresence(operation, path, scope),
  ];
  return [...own, ...lintNested(operation, path, scope)];
}

/** The arguments, each in its scope: list operators hide the facts, and "and" remembers what it has asked. */
function lintNested(operation: Operation, path: string, scope: LintScope): readonly Problem[] {
  let present = scope.present;
  return operation.args.flatMap((argument, index) => {
    const at = argumentPath(operation, path, index);
    const inner = index === 1 ? scopeOfBody(operation, scope) : undefined;
    const problems = lint(argument, at, inner ?? { ...scope, present });
    if (operation.operator === 'and') present = new Set([...present, ...provenPresent(argument)]);
    return problems;
  });
}

function scopeOfBody({ operator, args }: Operation, scope: LintScope): LintScope | undefined {
  const { fields } = scope;
  if (operator === 'reduce') return { fields, inside: 'reduce', present: new Set() };
  if (!['some', 'all', 'none', 'filter', 'map'].includes(operator)) return undefined;
  const list = scope.inside === 'facts' ? fieldRead(args[0]) : undefined;
  return { fields, inside: 'element', present: new Set(), ...(list === undefined ? {} : { list }) };
}

/** The fields that are there when `logic` holds: asked for by `!!`, by `! isMissing`, by `! isEmpty`, or plainly. */
function provenPresent(logic: unknown): readonly string[] {
  const operation = asOperation(logic);
  if (operation === undefined) return [];
  const { operator, args } = operation;
  if (operator === 'and') return args.flatMap(provenPresent);
  const field = operator === 'var' ? fieldRead(logic) : operator === '!!' ? fieldRead(args[0]) : undefined;
  if (field !== undefined) return [field];
  const denied = operator === '!' ? asOperation(args[0]) : undefined;
  if (denied === undefined || !['isMissing', 'isEmpty', '!'].includes(denied.operator)) return [];
  const asked = fieldRead(denied.args[0]);
  return asked === undefined ? [] : [asked];
}

function fieldRead(logic: unknown): string | undefined {
  const operation = asOperation(logic);
  const path = operation?.operator === 'var' && operation.args.length < 2 ? operation.args[0] : undefined;
  return typeof path === 'string' ? path : undefined;
}

/** The rest of a path from a clause to its own operator or one of its arguments. */
const OWN_PART = /^\.[^.[\]]+(\[\d+\]){0,2}$/;

/** A trap that already says "always true" or "always false" need not be said again for the clause it is in. */
function withoutRepeats(reach: readonly Problem[], traps: readonly Problem[]): readonly Problem[] {
  const said = traps.filter(({ message }) => /always (true|false)/.test(message)).map(({ path }) => path);
  return reach.filter(
    ({ path }) => !said.some((at) => at.startsWith(path) && OWN_PART.test(at.slice(path.length))),
  );
}
