// Which fields a condition reads, so that only those are fetched. It must name every field that any
// evaluation can read; naming one too many costs a request, naming one too few a wrong decision.

import { asOperation } from './is-logic';
import type { Operation } from './is-logic';
import { LABELS_PATH } from './own-operations';

/** Operators whose second argument sees one element instead of the facts. */
const SCOPED: ReadonlySet<string> = new Set(['filter', 'map', 'reduce', 'all', 'none', 'some']);

/**
 * The dotted paths that `logic` reads from the facts, each once, in the order they are met. What is read of a
 * list's elements is not among them; the list is. The empty path means that anything may be read: the whole
 * facts (`{"var": ""}`) or a path that is computed.
 */
export function fieldsOf(logic: unknown): readonly string[] {
  const found = new Set<string>();
  collect(logic, found);
  return [...found];
}

function collect(logic: unknown, found: Set<string>): void {
  if (Array.isArray(logic)) {
    for (const item of logic) collect(item, found);
    return;
  }
  const operation = asOperation(logic);
  if (operation === undefined) return;
  const { operator, args } = operation;
  if (operator === 'var') found.add(constantPath(args[0]));
  if (operator === 'missing') for (const key of keysOf(args)) found.add(constantPath(key));
  if (operator === 'missing_some') for (const key of keysOf(args.slice(1))) found.add(constantPath(key));
  if (operator === 'hasLabel') found.add(LABELS_PATH);
  for (const argument of argumentsInScope(operation)) collect(argument, found);
}

/** The arguments that see the same data as the operation itself. */
function argumentsInScope({ operator, args }: Operation): readonly unknown[] {
  return SCOPED.has(operator) ? args.filter((_argument, index) => index !== 1) : args;
}

function keysOf(args: readonly unknown[]): readonly unknown[] {
  return Array.isArray(args[0]) ? (args[0] as readonly unknown[]) : args;
}

function constantPath(path: unknown): string {
  if (typeof path !== 'string' && typeof path !== 'number' && typeof path !== 'boolean') return '';
  return String(path);
}
