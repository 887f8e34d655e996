// The fields that actions may read beside those of the event: variables that were set before, and the item of a forEach.
// It must not look at values.

import type { FieldCatalogue, FieldInfo } from '../conditions/field-catalogue';
import type { RuleAction } from './rule';

const ANY: FieldInfo = { type: 'any', optional: true };

/** The fields inside a forEach. */
export function withItem(fields: FieldCatalogue): FieldCatalogue {
  return withFields(fields, ['item'], { itemNumber: { type: 'number', optional: false } });
}

/** The fields after `actions` have set their variables. */
export function withVariables(fields: FieldCatalogue, actions: readonly RuleAction[]): FieldCatalogue {
  const names = actions.flatMap(({ action, with: { name } }) =>
    action === 'set.variable' && typeof name === 'string' ? [`variables.${name}`] : [],
  );
  return names.length === 0
    ? fields
    : withFields(fields, names, { variables: { type: 'object', optional: false } });
}

function withFields(
  fields: FieldCatalogue,
  open: readonly string[],
  more: Readonly<Record<string, FieldInfo>>,
): FieldCatalogue {
  const isBelow = (path: string): boolean =>
    open.some((name) => path === name || path.startsWith(`${name}.`) || path.startsWith(`${name}[]`));
  return {
    has: (path) => (Object.hasOwn(more, path) ? more[path] : isBelow(path) ? ANY : fields.has(path)),
    paths: () => [...fields.paths(), ...Object.keys(more), ...open.flatMap((name) => [name, `${name}.*`])],
  };
}
