// One line of JSON with keys in the order of the alphabet, so that equal values give equal text.
// It must not be used for documents that people read; canonical-rule-set.ts writes those.

/** The text of `value`; `nothing` when it is undefined. */
export function canonicalJson(value: unknown): string {
  if (value === undefined) return 'nothing';
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
