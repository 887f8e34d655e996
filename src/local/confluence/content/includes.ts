// The parts of a v2 answer that are given on request: labels, properties, operations, likes, versions.
// It must not decide who may see the content; the caller has.

import type { JsonObject, JsonValue } from '../../../core/json';
import { labelJson } from '../events/parts';
import type { Input } from '../http/operation';
import { flag } from '../http/operation';
import type { ContentRecord, VersionInfo } from '../model/content';
import type { PropertyRecord } from '../model/records';
import { canEdit } from '../permissions/access';
import { labelsOf, peopleOf } from '../relations';
import type { Session } from '../session';
import type { Tables } from '../tables';
import { listIndex } from '../tables';
import { versionsOf } from './store';

/** Most entries of an included list. [Confluence REST v2 description] */
const MAX_INCLUDED = 50;

/** The fields that `include-…` parameters ask for. `self` is the path of the content. */
export function includes(input: Input, session: Session, content: ContentRecord, self: string): JsonObject {
  const { tables } = session;
  const lists: readonly (readonly [string, () => readonly JsonValue[]])[] = [
    ['labels', () => labelsOf(tables, content.id).map(labelJson)],
    ['properties', () => propertiesOf(tables, content.id).map(propertyJson)],
    ['operations', () => operationsOn(session, content)],
    ['likes', () => peopleOf(tables, 'like', content.id).map((accountId) => ({ accountId }))],
    ['versions', () => versionsOf(tables, content.id).map(versionJson)],
  ];
  const asked = lists.filter(([name]) => flag(input, `include-${name}`));
  return Object.fromEntries(asked.map(([name, list]) => [name, included(list(), `${self}/${name}`)]));
}

function included(items: readonly JsonValue[], self: string): JsonObject {
  return {
    results: items.slice(0, MAX_INCLUDED),
    meta: { hasMore: items.length > MAX_INCLUDED },
    _links: { self },
  };
}

/** A version as v2 shows it. */
export function versionJson(version: VersionInfo): JsonObject {
  return {
    number: version.number,
    message: version.message,
    minorEdit: version.minorEdit,
    authorId: version.by,
    createdAt: version.when,
  };
}

/** `version`, unless `include-version=false`. */
export function versionField(input: Input, content: ContentRecord): JsonObject {
  return flag(input, 'include-version', true) ? { version: versionJson(content.version) } : {};
}

/** The properties of a content or space, by key. */
export function propertiesOf(tables: Tables, ownerId: string): readonly PropertyRecord[] {
  return listIndex(tables, ['property', ownerId]).flatMap(
    ({ value }) => tables.properties.get(String(value)) ?? [],
  );
}

/** A property as v2 shows it. */
export function propertyJson(property: PropertyRecord): JsonObject {
  const { id, key, value, version } = property;
  return {
    id,
    key,
    value,
    version: {
      number: version.number,
      message: version.message,
      minorEdit: false,
      authorId: version.by,
      createdAt: version.when,
    },
  };
}

/** What the actor may do with the content. */
export function operationsOn(session: Session, content: ContentRecord): readonly JsonObject[] {
  const targetType = content.type === 'custom_content' ? content.customType : content.type;
  const edits = ['update', 'delete', 'copy', 'move', 'restrict_content'];
  const operations = canEdit(session.tables, session.actor.accountId, content)
    ? ['read', ...edits]
    : ['read'];
  return operations.map((operation) => ({ operation, targetType }));
}
