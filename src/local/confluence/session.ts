// What an operation works with: who asks, the tables, the time, new ids, and what is to be published.
// It lives as long as one request. It must not decide whether something is allowed; see permissions/.

import type { JsonObject } from '../../core/json';
import type { LongTaskRecord } from './model/records';
import type { UserRecord } from './model/user';
import type { Tables } from './tables';

export type Edition = 'free' | 'standard' | 'premium';

export interface Session {
  readonly tables: Tables;
  /** The account that asks. */
  readonly actor: UserRecord;
  readonly nowMs: number;
  readonly nowIso: string;
  /** Where the site is reached, with `/wiki`. */
  readonly baseUrl: string;
  /** What the site has been paid for; some operations ask. */
  readonly edition: Edition;
  /** Publishes `event` once the transaction has committed; `atlassianId` and the time are added. */
  readonly publish: (event: SiteEvent) => void;
  /** Runs a stored job at its time, once the transaction has committed. */
  readonly defer: (task: LongTaskRecord) => void;
}

/** An event without the fields that all events share. */
export interface SiteEvent extends JsonObject {
  readonly eventType: string;
}

/** Ids start here: real sites' content ids have as many digits. */
const FIRST_ID = 1_048_577;

/** The next id of the site, for anything that has one. Only inside a transaction. */
export function newId(tables: Tables): string {
  const id = peekId(tables);
  tables.meta.put('nextId', id + 1);
  return String(id);
}

/** The number that the next id will be. */
export function peekId(tables: Tables): number {
  return tables.meta.get('nextId') ?? FIRST_ID;
}

/** Digits of a UUID's last group. */
const UUID_TAIL_LENGTH = 12;

/** A UUID that follows from the next id, so that a run of the site can be repeated exactly. */
export function newUuid(tables: Tables): string {
  const tail = Number(newId(tables)).toString(16).padStart(UUID_TAIL_LENGTH, '0');
  return `00000000-0000-4000-8000-${tail}`;
}

/** Confluence does not say who added or removed a user or a group. */
const ACTORLESS = /:(user|group)$/;

/** The fields that every event carries beside its subject. */
export function toPayload(event: SiteEvent, actor: UserRecord, nowIso: string): JsonObject {
  const cause = ACTORLESS.test(event.eventType) ? {} : { atlassianId: actor.accountId };
  return { ...event, ...cause, eventCreatedDate: nowIso };
}
