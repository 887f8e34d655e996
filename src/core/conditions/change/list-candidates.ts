// Lists worth giving to one field, for tests that are about a list: labels, membership, some, all, none.
// It must not offer lists to a field that no test treats as one.

import type { FieldUse } from './field-use';

/** Sets of names are tried in all combinations up to this many names. */
const MAX_COMBINED = 6;

/** An element that no test asks for. */
const OTHER_ELEMENT = 'something-else';

export interface ListCandidates {
  readonly values: readonly (readonly unknown[])[];
  readonly complete: boolean;
}

/** Lists for `uses`; none where no use is about a list. */
export function listCandidates(
  uses: readonly FieldUse[],
  current: unknown,
  elementFor: (body: unknown, truth: boolean) => readonly unknown[],
): ListCandidates {
  const present: readonly unknown[] = Array.isArray(current) ? current : [];
  const labels = namedIn(uses, 'labels');
  const parts = namedIn(uses, 'part');
  const bodies = uses.flatMap((use) => (use.kind === 'elements' ? [use.body] : []));
  const isList = labels.length > 0 || parts.length > 0 || bodies.length > 0 || Array.isArray(current);
  if (!isList) return { values: [], complete: true };
  const withLabels =
    labels.length > 0 ? combinations(labels).flatMap((names) => labelLists(names, labels, present)) : [];
  const withParts =
    parts.length > 0 ? combinations(parts).flatMap((names) => [names, [...names, OTHER_ELEMENT]]) : [];
  const elements = bodies.flatMap((body) => [...elementFor(body, true), ...elementFor(body, false)]);
  const withElements = [
    ...elements.flatMap((element) => [[...present, element], [element]]),
    ...present.map((_element, index) => present.filter((_other, other) => other !== index)),
    elements,
  ];
  const isUnderstood = bodies.length === 0 && [labels, parts].every((names) => names.length <= MAX_COMBINED);
  return {
    values: [...withLabels, ...withParts, ...(bodies.length > 0 ? withElements : []), [], [OTHER_ELEMENT]],
    // Membership beside other questions about the same list is not joined either.
    complete: isUnderstood && (labels.length === 0 || parts.length === 0),
  };
}

function namedIn(uses: readonly FieldUse[], kind: 'labels' | 'part'): readonly string[] {
  const names = uses.flatMap((use) => {
    if (use.kind === 'labels' && kind === 'labels') return use.names;
    return use.kind === 'part' && kind === 'part' ? [use.text] : [];
  });
  return [...new Set(names)];
}

/** The labels that are there, with exactly `wanted` of the mentioned ones. New ones look like those that are there. */
function labelLists(
  wanted: readonly string[],
  mentioned: readonly string[],
  present: readonly unknown[],
): readonly (readonly unknown[])[] {
  const lower = new Set(mentioned.map((name) => name.toLowerCase()));
  const others = present.filter((label) => !lower.has(labelName(label).toLowerCase()));
  const asObjects = present.length === 0 || present.some((label) => typeof label === 'object');
  const added = wanted.map((name) => (asObjects ? { name } : name));
  return [[...others, ...added], added];
}

function labelName(label: unknown): string {
  if (typeof label === 'string') return label;
  const name =
    typeof label === 'object' && label !== null ? (label as { readonly name?: unknown }).name : undefined;
  return typeof name === 'string' ? name : '';
}

/** Every subset, small ones first; of many names only those of one, none and all. */
function combinations(names: readonly string[]): readonly (readonly string[])[] {
  if (names.length > MAX_COMBINED) return [[], ...names.map((name) => [name]), names];
  const subsets = Array.from({ length: 2 ** names.length }, (_, mask) =>
    names.filter((_name, index) => (mask & (1 << index)) !== 0),
  );
  return subsets.sort((a, b) => a.length - b.length);
}
