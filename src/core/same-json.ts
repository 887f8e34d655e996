// Whether two JSON values say the same, whatever the order of their keys. Pure.

/** Deep equality of JSON values; a key that holds `undefined` counts as absent. */
export function sameJson(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const left = presentEntries(one);
  const right = new Map(presentEntries(other));
  return (
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && sameJson(value, right.get(key)))
  );
}

function presentEntries(value: object): [string, unknown][] {
  const entries: [string, unknown][] = Object.entries(value);
  return entries.filter(([, item]) => item !== undefined);
}
