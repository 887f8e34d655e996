// The fields of a rule's events as a Select offers them: often used ones first, then by what they belong to. Pure.

import { isOftenUsed, offeredFields } from '../../../core/conditions/builder/offered-fields';
import { fieldNames } from '../../../core/events/field-names';
import type { OfferedField } from '../../../core/conditions/builder/offered-fields';
import { words } from '../../wording';
import type { Choice } from '../../shared/input';

/** Stands between the words for a field and its path. */
const PATH_MARK = words.common.parts(['', '']);

/** Options under a heading. Mutable arrays because UI Kit's types ask for them. */
export interface ChoiceGroup {
  label: string;
  options: Choice[];
}

/** The fields by heading; a search finds them by their words and by their paths alike. */
export function fieldChoices(
  when: readonly string[],
  fits: (field: OfferedField) => boolean = () => true,
): ChoiceGroup[] {
  const groups = new Map<string, Choice[]>();
  const nameOf = fieldNames(when);
  for (const field of offeredFields(when).filter(fits)) {
    const heading = headingOf(field.path);
    const options = groups.get(heading) ?? [];
    options.push({ label: fieldLabel(field, nameOf(field.path)), value: field.path });
    groups.set(heading, options);
  }
  return [...groups].map(([label, options]) => ({ label, options }));
}

/** The choice with this path, in words alone; one that is not offered is shown by its path. */
export function fieldChoice(path: string, groups: readonly ChoiceGroup[]): Choice | null {
  if (path === '') return null;
  const known = groups.flatMap(({ options }) => options).find(({ value }) => value === path);
  return { label: known?.label.split(PATH_MARK)[0] ?? path, value: path };
}

/** `Title of the page`, with what is special about the field. */
function fieldLabel({ onDemand, inSomeEvents, path }: OfferedField, name: string): string {
  const notes = [
    ...(onDemand ? [words.condition.lookedUp] : []),
    ...(inSomeEvents ? [words.condition.notInEvery] : []),
  ];
  const title = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return `${title}${notes.length === 0 ? '' : ` (${words.common.list(notes)})`}${PATH_MARK}${path}`;
}

function headingOf(path: string): string {
  const { fieldGroup, otherFields } = words.condition;
  if (isOftenUsed(path)) return fieldGroup['often'] ?? otherFields;
  const [first = ''] = path.split(/[.[]/);
  return (Object.hasOwn(fieldGroup, first) ? fieldGroup[first] : undefined) ?? otherFields;
}
