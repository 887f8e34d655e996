// Closes a switch over a union: adding a member stops the build where it is not handled.

/** Throws: `value` has a type that the compiler had excluded. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
