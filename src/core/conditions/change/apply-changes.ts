// Changes single fields in a copy of the facts. It must not touch the facts it was given, nor reach a prototype.

import { whyForbiddenPath } from '../find-refusals';
import { splitPath } from '../read-path';

/** One field and what it becomes; without `to` the field is removed. */
export interface FieldChange {
  readonly path: string;
  readonly to?: unknown;
}

const INDEX = /^(0|[1-9]\d*)$/;

/**
 * `facts` with every change made. Objects on the way to a field are copied, and created where they are missing.
 * Give it paths that `isChangeable` accepts.
 */
export function applyChanges(facts: unknown, changes: readonly FieldChange[]): unknown {
  let changed = facts;
  for (const change of changes) changed = withField(changed, splitPath(change.path), change.to);
  return changed;
}

/** Whether a field can be set without replacing something else: its parents are objects, lists with an index, or not there. */
export function isChangeable(facts: unknown, path: string): boolean {
  if (path === '' || whyForbiddenPath(path) !== undefined) return false;
  let parent = facts;
  for (const step of splitPath(path)) {
    if (parent === null || parent === undefined) return true;
    if (typeof parent !== 'object') return false;
    if (Array.isArray(parent) && !INDEX.test(step)) return false;
    parent = (parent as Readonly<Record<string, unknown>>)[step];
  }
  return true;
}

function withField(parent: unknown, steps: readonly string[], to: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return to;
  const isParent = typeof parent === 'object' && parent !== null;
  const child = isParent ? (parent as Readonly<Record<string, unknown>>)[step] : undefined;
  const changed = withField(child, rest, to);
  if (Array.isArray(parent)) {
    return Object.assign([...(parent as unknown[])], { [Number(step)]: changed });
  }
  const copy: Record<string, unknown> = isParent ? { ...parent } : {};
  if (changed === undefined) delete copy[step];
  else copy[step] = changed;
  return copy;
}
