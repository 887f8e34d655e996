// A value of the facts in words, short enough for a sentence. It must not decide anything.

const MAX_TEXT = 80;
const MAX_ITEMS = 5;

/** `"Budget"`, `5`, `missing`, `a list of 2: "a", "b"`, `an object with name, id`. Long ones are cut. */
export function showValue(value: unknown): string {
  if (value === null || value === undefined) return 'missing';
  if (typeof value === 'string') return showText(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) {
    return value.length === 0
      ? 'an empty list'
      : `a list of ${value.length}: ${showItems(value.map(showItem))}`;
  }
  if (typeof value !== 'object') return typeof value;
  const keys = Object.keys(value);
  return keys.length === 0 ? 'an empty object' : `an object with ${showItems(keys)}`;
}

/** A text in quotes, cut when it is long. */
export function showText(text: string): string {
  return JSON.stringify(text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text);
}

/** Joined with commas; of a long list the beginning. */
export function showItems(items: readonly string[]): string {
  const shown = items.slice(0, MAX_ITEMS).join(', ');
  return items.length > MAX_ITEMS ? `${shown}, … (${items.length - MAX_ITEMS} more)` : shown;
}

/** An element of a list; what is nested deeper is only named. */
function showItem(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value !== 'object' || value === null) return showValue(value);
  const { name } = value as { readonly name?: unknown };
  return typeof name === 'string' ? showText(name) : 'an object';
}
