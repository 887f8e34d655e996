// What the data is at one place of a condition while it is checked: the facts, one element of a list, or what
// `reduce` hands in; and what the catalogue knows of a path there. It must not report problems.

import type { FieldCatalogue, FieldInfo } from '../field-catalogue';

export interface LintScope {
  readonly fields: FieldCatalogue;
  /** `facts`; within `some`, `all`, `none`, `filter` and `map`: `element`; within `reduce`: `reduce`. */
  readonly inside: 'facts' | 'element' | 'reduce';
  /** The path of the list whose element is in scope, when the list is a field. */
  readonly list?: string;
  /** Fields that an earlier clause of the same "and" has shown to be there. */
  readonly present: ReadonlySet<string>;
}

/** What is known of `path` in `scope`: a field, that there is none, or nothing at all. */
export type Lookup = FieldInfo | 'unknown-field' | 'nothing-known';

/** Looks `path` up. A `length` at the end is what every text and list has. */
export function lookUp(path: string, scope: LintScope): Lookup {
  if (path === '') return 'nothing-known';
  if (scope.inside === 'reduce') return 'nothing-known';
  if (scope.inside === 'element') {
    if (scope.list === undefined || !describesElements(scope.fields, scope.list)) return 'nothing-known';
    return scope.fields.has(`${scope.list}[].${path}`) ?? 'unknown-field';
  }
  const field = scope.fields.has(path);
  if (field !== undefined) return scope.present.has(path) ? { ...field, optional: false } : field;
  const owner = path.endsWith('.length') ? scope.fields.has(path.slice(0, -'.length'.length)) : undefined;
  if (owner === undefined) return 'unknown-field';
  return owner.type === 'string' || owner.type === 'list' ? { ...owner, type: 'number' } : 'unknown-field';
}

/** Whether the catalogue names the fields of the list's elements. */
function describesElements(fields: FieldCatalogue, list: string): boolean {
  return fields.paths().some((path) => path.startsWith(`${list}[].`));
}
