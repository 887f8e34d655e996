// Plain names of fields, for reading conditions aloud. Pure.

import { fieldsOfEvents } from './event-fields';

/** Shorter than what the catalogue says of them, for what is read most often. */
const SHORT: Readonly<Record<string, string>> = {
  'content.labels': 'labels',
  'content.body': 'text (storage format)',
  'content.type': 'kind of content',
  'content.author.accountId': 'creator',
  'space.key': 'space key',
  'actor.accountId': 'person who did it',
};

/** What a path is called for rules of these events; a path without a name is called by itself. */
export function fieldNames(when: readonly string[]): (path: string) => string {
  const fields = fieldsOfEvents(when);
  return (path) => {
    const short = Object.hasOwn(SHORT, path) ? SHORT[path] : undefined;
    return short ?? fields.has(path)?.name?.replaceAll('`', '') ?? path;
  };
}
