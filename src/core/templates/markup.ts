// Values that a template handles: JSON, what a missing field gives, and markup made by a helper.
// It must not escape anything; where text becomes storage format is storage/write-value.ts' business.

/** Storage format made by a helper of ours, with the plain text to use where markup cannot stand. */
export class Markup {
  readonly storage: string;
  readonly text: string;

  constructor(storage: string, text: string) {
    this.storage = storage;
    this.text = text;
  }
}

/** Lists inside lists are printed to this depth; below it data is not for reading, and could exhaust the stack. */
const MAX_PRINTED_DEPTH = 16;

/**
 * The text that a value prints as: Handlebars' rules, which are JavaScript's, without ever calling a `toString`
 * that the data brought along. Missing and null print nothing, lists join with commas, objects say `[object Object]`.
 */
export function toText(value: unknown, depth = 0): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'boolean':
      return String(value);
    case 'object':
      if (value === null || depth > MAX_PRINTED_DEPTH) return '';
      if (value instanceof Markup) return value.text;
      return Array.isArray(value)
        ? value.map((item) => toText(item, depth + 1)).join(',')
        : '[object Object]';
    default:
      return '';
  }
}

/** Handlebars' idea of nothing: false, missing, null, empty text, NaN and the empty list; not 0. */
export function isNothing(value: unknown): boolean {
  return (!value && value !== 0) || (Array.isArray(value) && value.length === 0);
}

/** Whether `{{#if value}}` takes the first branch: something, and not 0. */
export function isTruthy(value: unknown): boolean {
  return value !== 0 && !isNothing(value);
}
