// Properties of content and spaces: JSON under a key, with versions. It publishes nothing, as Confluence does not.

import type { JsonValue } from '../../../core/json';
import { badRequest, notFound, Refusal } from '../http/refusal';
import type { PropertyRecord } from '../model/records';
import type { Session } from '../session';
import { newId } from '../session';
import type { Tables } from '../tables';

/** Longest key, and the largest value as JSON text. [Confluence: content properties] */
const MAX_KEY_LENGTH = 255;
const MAX_VALUE_BYTES = 32 * 1024;

export function createProperty(
  session: Session,
  ownerId: string,
  key: string,
  value: JsonValue,
): PropertyRecord {
  const { tables, actor, nowIso } = session;
  if (key === '' || key.length > MAX_KEY_LENGTH) {
    throw badRequest(`The key of a property must have 1 to ${MAX_KEY_LENGTH} characters`);
  }
  checkSize(value);
  if (tables.index.get(['property', ownerId, key]) !== undefined) {
    throw new Refusal(409, `A property with the key ${key} already exists`);
  }
  const record: PropertyRecord = {
    id: newId(tables),
    ownerId,
    key,
    value,
    createdAt: nowIso,
    createdBy: actor.accountId,
    version: { number: 1, when: nowIso, by: actor.accountId, message: '' },
  };
  tables.properties.put(record.id, record);
  tables.index.put(['property', ownerId, key], record.id);
  return record;
}

export interface PropertyChange {
  readonly key: string;
  readonly value: JsonValue;
  /** Must be the next number. */
  readonly versionNumber: number;
  readonly message: string;
}

export function updateProperty(
  session: Session,
  before: PropertyRecord,
  change: PropertyChange,
): PropertyRecord {
  if (change.key !== before.key) throw badRequest('The key of a property cannot be changed');
  checkSize(change.value);
  if (change.versionNumber !== before.version.number + 1) {
    throw new Refusal(
      409,
      `Version must be incremented when updating a property. Current Version: [${before.version.number}]. Provided version: [${change.versionNumber}]`,
    );
  }
  const version = {
    number: change.versionNumber,
    when: session.nowIso,
    by: session.actor.accountId,
    message: change.message,
  };
  const after: PropertyRecord = { ...before, value: change.value, version };
  session.tables.properties.put(after.id, after);
  return after;
}

export function deleteProperty(session: Session, property: PropertyRecord): void {
  session.tables.properties.remove(property.id);
  session.tables.index.remove(['property', property.ownerId, property.key]);
}

/** The property of that id if `ownerId` has it; else 404. */
export function requireProperty(tables: Tables, ownerId: string, id: string): PropertyRecord {
  const property = tables.properties.get(id);
  if (property?.ownerId !== ownerId) throw notFound();
  return property;
}

function checkSize(value: JsonValue): void {
  if (Buffer.byteLength(JSON.stringify(value), 'utf8') > MAX_VALUE_BYTES) {
    throw new Refusal(413, `The value of a property may have at most ${MAX_VALUE_BYTES} bytes`);
  }
}
