// In which fields two forms of one rule differ, in words. Pure.

import { sameJson } from '../shared/same-json';
import { words } from '../wording';
import type { EditableRule } from './draft';

/** Names of the fields that differ, in the order in which the form shows them. */
export function differingFields(mine: EditableRule, theirs: EditableRule): readonly string[] {
  const left = new Map<string, unknown>(Object.entries(mine));
  const right = new Map<string, unknown>(Object.entries(theirs));
  const known: [string, string][] = Object.entries(words.fields);
  const others = [...new Set([...left.keys(), ...right.keys()])]
    .filter((key) => !Object.hasOwn(words.fields, key))
    .map((key): [string, string] => [key, key]);
  return [...known, ...others]
    .filter(([key]) => !sameJson(left.get(key), right.get(key)))
    .map(([, name]) => name);
}
