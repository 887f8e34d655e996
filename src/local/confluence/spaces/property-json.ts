// A property of a space as v2 shows it: its version names its author otherwise than content properties do.

import type { JsonObject } from '../../../core/json';
import type { PropertyRecord } from '../model/records';

export function spacePropertyJson(property: PropertyRecord): JsonObject {
  const { id, key, value, createdAt, createdBy, version } = property;
  return {
    id,
    key,
    value,
    createdAt,
    createdBy,
    version: {
      number: version.number,
      message: version.message,
      createdAt: version.when,
      createdBy: version.by,
    },
  };
}
