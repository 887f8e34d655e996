// The scope of a rule without what says nothing. Pure.

import type { EditableRule } from './draft';

export type EditableScope = NonNullable<EditableRule['scope']>;

/** A scope without empty lists; `undefined` when nothing is left. */
export function tidyScope(scope: EditableScope): EditableScope | undefined {
  const { spaces, excludeSpaces, personalSpaces } = scope;
  const tidy: EditableScope = {
    ...(spaces === undefined || spaces.length === 0 ? {} : { spaces }),
    ...(excludeSpaces === undefined || excludeSpaces.length === 0 ? {} : { excludeSpaces }),
    ...(personalSpaces === undefined ? {} : { personalSpaces }),
  };
  return Object.keys(tidy).length === 0 ? undefined : tidy;
}
