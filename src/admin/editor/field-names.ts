// Plain names of a rule's fields, for reading conditions aloud. Pure.

import { words } from '../wording';
import { fieldsOfEvents } from '../../core/events/event-fields';

/** What a path is called for these events; a path without a name is called by itself. */
export function fieldNames(when: readonly string[]): (path: string) => string {
  const fields = fieldsOfEvents(when);
  const { fieldName } = words.condition;
  return (path) => {
    const own = Object.hasOwn(fieldName, path) ? fieldName[path]?.toLowerCase() : undefined;
    return own ?? fields.has(path)?.name?.replaceAll('`', '') ?? path;
  };
}
