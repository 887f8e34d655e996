// How two dotted paths stand to each other. It must not read any data.

/** True when one path is the other or lies within it: `content.body` and `content.body.storage`. The empty path is everything. */
export function overlaps(a: string, b: string): boolean {
  if (a === b || a === '' || b === '') return true;
  return a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
}
