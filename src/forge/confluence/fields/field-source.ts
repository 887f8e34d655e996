// Fields that no event carries, read from Confluence as the app: paths become groups of fields that one request answers.
// A group that cannot be read fails its own fields alone. It must not know any endpoint; the readers do.

import { FailureError } from '../../../core/failure';
import { isJsonObject } from '../../../core/json';
import { err, ok } from '../../../core/result';
import { toFailure } from '../../../core/runs/to-failure';
import { readActor } from './actor-fields';
import { readContentFields } from './content-fields';
import { readAncestors, readChildCount } from './tree-fields';
import { readLikes, readRestrictions, readState, readWatchers } from './people-fields';
import type { ParsedEvent } from '../../../core/events/event';
import type { JsonObject } from '../../../core/json';
import type { FetchedFields, FieldSource } from '../../../core/ports';
import type { FieldTarget, ReadFields } from './field-target';

/** Who answers for the fields of one name. Fields with the same reader are read together. */
const READERS: ReadonlyMap<string, ReadFields> = new Map<string, ReadFields>([
  ...['body', 'labels', 'properties', 'parent.id', 'parent.title'].map((name): [string, ReadFields] => [
    name,
    readContentFields,
  ]),
  ['ancestors', readAncestors],
  ['childCount', readChildCount],
  ['state.name', readState],
  ['state.color', readState],
  ...['read', 'update'].flatMap((operation) =>
    ['users', 'groups'].map((subject): [string, ReadFields] => [
      `restrictions.${operation}.${subject}`,
      readRestrictions,
    ]),
  ),
  ['watchers', readWatchers],
  ['likes', readLikes],
  ['groups', readActor],
  ['displayName', readActor],
]);

/** The objects of the facts that fields hang on, inner ones first. */
const BASES = ['content.container', 'attachment.container', 'content', 'attachment', 'actor'];

/** Reads fields over REST v2, and v1 where v2 lacks them. */
export const fieldSource: FieldSource = {
  async fetch(paths, event) {
    const groups = groupPaths(paths);
    const answers = await Promise.all(
      groups.map(async ({ base, names, reader }): Promise<FetchedFields> => {
        const pathOf = (name: string): string => `${base}.${name}`;
        try {
          const values = await reader(targetOf(event, base), names);
          return new Map(names.map((name) => [pathOf(name), ok(values.get(name))]));
        } catch (error) {
          const failure = toFailure(error);
          return new Map(names.map((name) => [pathOf(name), err(failure)]));
        }
      }),
    );
    return new Map(answers.flatMap((answer) => [...answer]));
  },
};

interface FieldGroup {
  readonly base: string;
  readonly names: string[];
  readonly reader: ReadFields;
}

function groupPaths(paths: readonly string[]): readonly FieldGroup[] {
  const groups: FieldGroup[] = [];
  for (const path of paths) {
    const base = BASES.find((each) => path.startsWith(`${each}.`)) ?? '';
    const name = path.slice(base.length + 1);
    const reader = READERS.get(name);
    if (reader === undefined) throw new TypeError(`No reader of the field ${path}.`);
    const known = groups.find((group) => group.base === base && group.reader === reader);
    if (known === undefined) groups.push({ base, names: [name], reader });
    else known.names.push(name);
  }
  return groups;
}

function targetOf(event: ParsedEvent, base: string): FieldTarget {
  let facts: JsonObject = event.facts;
  for (const step of base.split('.')) {
    const inner = facts[step];
    facts = isJsonObject(inner) ? inner : {};
  }
  const { id, accountId } = facts;
  const known = base === 'actor' ? accountId : id;
  if (typeof known === 'string' && known !== '') return { id: known, type: typeOf(facts, base), facts };
  const message = `Failed to read the fields of ${base}: the event does not name its id.`;
  throw new FailureError({ kind: 'bad-request', message, retryable: false });
}

function typeOf({ type }: JsonObject, base: string): string {
  if (base === 'actor') return 'user';
  if (base === 'attachment') return 'attachment';
  return typeof type === 'string' ? type : 'unknown';
}
