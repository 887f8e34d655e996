// What makes a JSON value a piece of logic rather than a plain value, and how its operator and arguments
// are read. The one place that knows the shape; it must not know any operator.

/** The operator and the arguments of one piece of logic. A single argument need not be written as a list. */
export interface Operation {
  readonly operator: string;
  readonly args: readonly unknown[];
  /** False when the one argument was written without a list around it; problem paths need to know. */
  readonly listed: boolean;
}

/** The operation that `value` is, or undefined for a plain value. An object with exactly one key is logic. */
export function asOperation(value: unknown): Operation | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const keys = Object.keys(value);
  const operator = keys[0];
  if (operator === undefined || keys.length !== 1) return undefined;
  const given = (value as Readonly<Record<string, unknown>>)[operator];
  return Array.isArray(given)
    ? { operator, args: given as readonly unknown[], listed: true }
    : { operator, args: [given], listed: false };
}
