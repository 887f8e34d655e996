// What counts as true in JSON Logic. Source: json-logic-js 2.0.5, `truthy`; jsonlogic.com/truthy.html.

/** As JavaScript, but an empty list is false. `"0"` and `{}` are true. */
export function truthy(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0 ? false : Boolean(value);
}
