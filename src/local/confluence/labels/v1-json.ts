// A label as v1 shows it.

import type { JsonObject } from '../../../core/json';
import type { LabelRecord } from '../model/records';

/** `label` repeats the name, with its prefix unless that is `global`. */
export function v1LabelJson({ id, prefix, name }: LabelRecord): JsonObject {
  return { prefix, name, id, label: prefix === 'global' ? name : `${prefix}:${name}` };
}
