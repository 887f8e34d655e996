// Finds what an eager operator does: the standard ones, our own, and `missing`, which in JSON Logic runs what
// it finds in its arguments as logic. An unknown name becomes an operation that throws, because the reference
// evaluates the arguments first and only then fails.

import type { EvaluationContext } from './condition';
import { OWN_OPERATIONS, OWN_OPERATORS } from './own-operations';
import type { OwnOperation } from './own-operations';
import { readPath } from './read-path';
import { resolveDotted } from './resolve-dotted';
import { STANDARD_OPERATIONS } from './standard-operations';

/** Evaluates logic that was met while evaluating. */
export type RunLogic = (logic: unknown, data: unknown, context: EvaluationContext) => unknown;

/** One eager operator, on arguments that are already evaluated. */
export type EagerOperation = (
  args: readonly unknown[],
  data: unknown,
  context: EvaluationContext,
  run: RunLogic,
) => unknown;

/** By name. A Map, so that a name such as `constructor` is unknown rather than inherited. */
const EAGER: ReadonlyMap<string, EagerOperation> = new Map<string, EagerOperation>([
  ...STANDARD_OPERATIONS,
  ...OWN_OPERATORS.map((name): [string, OwnOperation] => [name, OWN_OPERATIONS[name]]),
  ['missing', missing],
  ['missing_some', missingSome],
]);

/** The operation named `operator`. For an unknown name, one that throws the reference's error. */
export function eagerOperation(operator: string): EagerOperation {
  const known = EAGER.get(operator);
  if (known !== undefined) return known;
  if (operator.indexOf('.') <= 0) return fails(() => new Error(`Unrecognized operation ${operator}`));
  const resolved = resolveDotted(operator, (name) => EAGER.has(name));
  if (resolved.kind === 'operator') return eagerOperation(resolved.operator);
  return resolved.kind === 'unknown'
    ? fails(() => new Error(`Unrecognized operation ${operator} (failed at ${resolved.failedAt})`))
    : fails(() => new TypeError('operation.apply is not a function'));
}

function fails(error: () => Error): EagerOperation {
  return () => {
    throw error();
  };
}

/** The keys whose fields are null, absent or the empty text. A first argument that is a list is the list of keys. */
function missing(
  args: readonly unknown[],
  data: unknown,
  context: EvaluationContext,
  run: RunLogic,
): readonly unknown[] {
  const keys = Array.isArray(args[0]) ? (args[0] as readonly unknown[]) : args;
  return keys.filter((key) => {
    const isPlainKey = typeof key !== 'object' || key === null;
    // The reference evaluates {"var": key}, whatever the key is; rules may not let it come from the facts.
    const value = isPlainKey ? readPath(data, key) : run({ var: key }, data, context);
    return value === null || value === '';
  });
}

/** Nothing when at least `needed` of the keys are there, else those that are missing. */
function missingSome(
  args: readonly unknown[],
  data: unknown,
  context: EvaluationContext,
  run: RunLogic,
): readonly unknown[] {
  const [needed, keys] = args;
  const absent = run({ missing: keys }, data, context) as readonly unknown[];
  // The reference reads the length whatever the keys are, and fails with these words where there are none.
  if (keys === undefined || keys === null) {
    throw new TypeError(`Cannot read properties of ${String(keys)} (reading 'length')`);
  }
  const { length } = keys as { readonly length: number };
  return length - absent.length >= (needed as number) ? [] : absent;
}
