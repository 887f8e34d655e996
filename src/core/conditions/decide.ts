// Says whether a condition is already decided while some fields are not known yet, so that nothing is fetched
// for a rule that the payload alone decides. Three-valued: true, false, or unknown. It must never say true or
// false where some completion of the unknown fields evaluates to the other; an error counts as unknown.

import type { EvaluationContext } from './condition';
import { compile } from './compile-condition';
import { eagerOperation } from './eager-operation';
import { asOperation } from './is-logic';
import type { Operation } from './is-logic';
import { LAZY_OPERATORS } from './lazy-operations';
import { overlaps } from './overlaps';
import { LABELS_PATH } from './own-operations';
import { isWholePath } from './read-path';
import { truthy } from './truthy';

/** A value that depends on an unknown field. Its truth may be known all the same: a list of two is true. */
class Unknown {
  readonly truth: boolean | undefined;

  constructor(truth?: boolean) {
    this.truth = truth;
  }
}

const UNKNOWN = new Unknown();
const UNKNOWN_BUT_TRUE = new Unknown(true);
const UNKNOWN_BUT_FALSE = new Unknown(false);

interface Scope {
  readonly facts: unknown;
  readonly unknownPaths: readonly string[];
  readonly context: EvaluationContext;
}

/**
 * Whether `logic` holds for `facts`, whatever the fields under `unknownPaths` (such as `content.body`) turn out
 * to be; all other fields are as they are. A completion that makes the condition fail with an error is not
 * considered. What is in the facts under an unknown path is ignored.
 */
export function decide(
  logic: unknown,
  facts: unknown,
  unknownPaths: readonly string[],
  context: EvaluationContext,
): boolean | 'unknown' {
  try {
    return truthOf(weigh(logic, { facts, unknownPaths, context })) ?? 'unknown';
  } catch {
    // The evaluation with every field present will fail too, or not reach this; either way it must be asked.
    return 'unknown';
  }
}

function truthOf(value: unknown): boolean | undefined {
  return value instanceof Unknown ? value.truth : truthy(value);
}

function unknownWith(truth: boolean | undefined): Unknown {
  if (truth === undefined) return UNKNOWN;
  return truth ? UNKNOWN_BUT_TRUE : UNKNOWN_BUT_FALSE;
}

function weigh(logic: unknown, scope: Scope): unknown {
  if (Array.isArray(logic)) {
    const items = logic.map((item) => weigh(item, scope));
    return items.some((item) => item instanceof Unknown) ? UNKNOWN_BUT_TRUE : items;
  }
  const operation = asOperation(logic);
  if (operation === undefined) return logic;
  const { operator, args } = operation;
  if (operator === 'and') return weighChain(args, scope, false);
  if (operator === 'or') return weighChain(args, scope, true);
  if (operator === 'if' || operator === '?:') return weighIf(args, scope);
  return LAZY_OPERATORS.has(operator) ? weighScoped(operation, scope) : weighEager(operation, scope);
}

/** `and` stops at the first false, `or` at the first true; one known such clause decides whatever the others are. */
function weighChain(args: readonly unknown[], scope: Scope, stopAt: boolean): unknown {
  let current: unknown;
  let sawUnknown = false;
  for (const argument of args) {
    current = weigh(argument, scope);
    const truth = truthOf(current);
    if (truth === stopAt) return sawUnknown ? unknownWith(stopAt) : current;
    if (truth === undefined) sawUnknown = true;
  }
  return sawUnknown ? UNKNOWN : current;
}

function weighIf(args: readonly unknown[], scope: Scope): unknown {
  if (args.length < 2) return args.length === 1 ? weigh(args[0], scope) : null;
  const truth = truthOf(weigh(args[0], scope));
  if (truth === true) return weigh(args[1], scope);
  if (truth === false) return weighIf(args.slice(2), scope);
  const [then, otherwise] = [truthOf(weigh(args[1], scope)), truthOf(weighIf(args.slice(2), scope))];
  return then === otherwise ? unknownWith(then) : UNKNOWN;
}

/** The operators over lists. Their body sees one element and none of the facts, so it is known when the list is. */
function weighScoped({ operator, args }: Operation, scope: Scope): unknown {
  const list = weigh(args[0], scope);
  const start = weigh(args[2], scope);
  const lazy = LAZY_OPERATORS.get(operator);
  if (lazy === undefined || list instanceof Unknown || (operator === 'reduce' && start instanceof Unknown))
    return UNKNOWN;
  const closures = [
    () => list,
    ...args.slice(1).map((argument, index) => (index === 1 ? () => start : compile(argument))),
  ];
  return lazy(closures)(scope.facts, scope.context);
}

function weighEager({ operator, args }: Operation, scope: Scope): unknown {
  const values = args.map((argument) => weigh(argument, scope));
  const [first] = values;
  if (operator === 'var') return weighVar(values, scope);
  if ((operator === '!' || operator === '!!') && first instanceof Unknown) {
    const { truth } = first;
    if (truth === undefined) return UNKNOWN;
    return operator === '!!' ? truth : !truth;
  }
  const isUnknown = values.some((value) => value instanceof Unknown) || readsUnknown(operator, values, scope);
  return isUnknown ? UNKNOWN : perform(operator, values, scope);
}

function weighVar(values: readonly unknown[], scope: Scope): unknown {
  const [path, fallback] = values;
  if (path instanceof Unknown || isUnknownPath(path, scope)) return UNKNOWN;
  // Asked without the default first: an unknown default matters only where the field is absent.
  if (!(fallback instanceof Unknown)) return perform('var', values, scope);
  const absent = {};
  const value = perform('var', [path, absent], scope);
  return value === absent ? fallback : value;
}

function isUnknownPath(path: unknown, { unknownPaths }: Scope): boolean {
  const text = isWholePath(path) ? '' : String(path);
  return unknownPaths.some((unknownPath) => overlaps(text, unknownPath));
}

/** Operators that read fields which are not among their arguments. */
function readsUnknown(operator: string, values: readonly unknown[], scope: Scope): boolean {
  if (operator === 'hasLabel') return isUnknownPath(LABELS_PATH, scope);
  if (operator !== 'missing' && operator !== 'missing_some') return false;
  const given = operator === 'missing' ? values : values.slice(1);
  const keys = Array.isArray(given[0]) ? (given[0] as readonly unknown[]) : given;
  // A key that is not plain is run as logic by JSON Logic and may read anything.
  return keys.some((key) => (typeof key === 'object' && key !== null) || isUnknownPath(key, scope));
}

function perform(operator: string, values: readonly unknown[], { facts, context }: Scope): unknown {
  return eagerOperation(operator)(values, facts, context, (logic, data, inner) =>
    compile(logic)(data, inner),
  );
}
