// How Handlebars reads the name at the head of a tag: as a helper, a block or a path. It must not know which exist.

import type { HbsCall, HbsLocation, HbsPath } from './handlebars-parser';

/** The path of a call; a literal in its place is a name, as in `{{"odd name"}}`. */
export function pathOf(source: {
  readonly path: HbsCall['path'];
  readonly loc: HbsLocation;
}): HbsPath | undefined {
  const { path } = source;
  if (path.type === 'PathExpression') return path;
  if (path.type === 'SubExpression') return undefined;
  const name = String(path.original);
  return { type: 'PathExpression', data: false, depth: 0, parts: [name], original: name, loc: path.loc };
}

/** The one name of a path that could name a helper. */
export function simpleName(path: HbsPath): string | undefined {
  return path.parts.length === 1 && path.depth === 0 && !isScoped(path) ? path.parts[0] : undefined;
}

/** Handlebars' own test for `this.x`, `./x` and `../x`; it also meets names that end in "this", and so must ours. */
export function isScoped(path: HbsPath): boolean {
  return /^\.|this\b/.test(path.original);
}
