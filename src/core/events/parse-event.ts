// Reads what Forge delivered into an event with facts. Lenient: a payload may lack or mistype anything.
// It must not decide anything about rules, and must never throw, whatever the payload is.

import type { JsonObject, JsonValue } from '../json';
import { canonicalEventId, findEvent } from './find-event';
import { DeliveredEvent } from './delivered-event';
import type { ParsedEvent } from './event';
import { spaceOf, subjectOf } from './event-subject';
import { normalisePayload } from './normalise-payload';
import { objectAt, shortTextAt, valueAt } from './read-payload';

/** What an event without an id is called. */
const NO_TYPE = 'unknown';

/** `avi:confluence:<action>:<subject>`, with `:V2` behind it for spaces. */
const ID_PATTERN = /^avi:confluence:([^:]+):([^:]+)/;

/** Where a payload may tell of which type the acting user's account is. */
const ACTOR_SOURCES: readonly (readonly string[])[] = [
  ['content', 'version', 'by'],
  ['attachment', 'version', 'by'],
  ['content', 'history', 'createdBy'],
  ['attachment', 'history', 'createdBy'],
  ['relationData', 'createdBy'],
];

/**
 * The event in a payload of a product event.
 *
 * The facts are the payload (ids as texts, `retryContext` left out) with four additions: `event` (type in
 * its canonical spelling, action, subject, createdAt), `actor` (accountId, accountType), `space` at the
 * top whenever the event is in one, and `author` beside each `history` of `content` and `attachment`.
 * An id that the catalogue does not know gives facts all the same, with `known` false. Never throws.
 */
export function parseEvent(payload: unknown): ParsedEvent {
  const data = payloadOf(payload);
  const delivered = shortTextAt(data, 'eventType') ?? NO_TYPE;
  const type = canonicalEventId(delivered);
  const entry = findEvent(delivered);
  const actorAccountId = shortTextAt(data, 'atlassianId');
  const createdAt = createdAtOf(data);
  const selfGenerated = valueAt(data, 'selfGenerated');
  return new DeliveredEvent(
    {
      type,
      known: entry !== undefined,
      facts: factsOf(data, type, actorAccountId, createdAt),
      subject: subjectOf(entry?.subject ?? 'unknown', data),
      ...(actorAccountId === undefined ? {} : { actorAccountId }),
      ...(createdAt === undefined ? {} : { createdAt }),
      ...(typeof selfGenerated === 'boolean' ? { selfGenerated } : {}),
    },
    data,
  );
}

/** What is kept of a delivered payload: reading it again gives the same event. */
export function payloadOf(delivered: unknown): JsonObject {
  return withoutRetryContext(normalisePayload(delivered));
}

/** What a retry adds is about the delivery, not about what happened. */
function withoutRetryContext(payload: JsonObject): JsonObject {
  if (!Object.hasOwn(payload, 'retryContext')) return payload;
  return Object.fromEntries(Object.entries(payload).filter(([name]) => name !== 'retryContext'));
}

function factsOf(
  data: JsonObject,
  type: string,
  actorAccountId: string | undefined,
  createdAt: string | undefined,
): JsonObject {
  const [, action, subject] = ID_PATTERN.exec(type) ?? [];
  const space = spaceOf(data);
  const accountType = actorAccountId === undefined ? undefined : accountTypeOf(data, actorAccountId);
  const facts: Record<string, JsonValue> = {
    ...data,
    event: {
      ...objectAt(data, 'event'),
      type,
      ...(action === undefined ? {} : { action }),
      ...(subject === undefined ? {} : { subject }),
      ...(createdAt === undefined ? {} : { createdAt }),
    },
    actor: {
      ...objectAt(data, 'actor'),
      ...(actorAccountId === undefined ? {} : { accountId: actorAccountId }),
      ...(accountType === undefined ? {} : { accountType }),
    },
  };
  if (space !== undefined) facts['space'] = space;
  for (const name of ['content', 'attachment']) {
    const thing = objectAt(data, name);
    const author = objectAt(data, name, 'history', 'createdBy');
    if (thing !== undefined && author !== undefined) facts[name] = { ...thing, author };
  }
  return facts;
}

function accountTypeOf(data: JsonObject, accountId: string): string | undefined {
  const user = ACTOR_SOURCES.map((path) => objectAt(data, ...path)).find(
    (candidate) => candidate !== undefined && candidate['accountId'] === accountId,
  );
  // A search names the type of its user at the top.
  return user === undefined ? shortTextAt(data, 'accountType') : shortTextAt(user, 'accountType');
}

/** `eventCreatedDate` when it is a date; what is not is left out, so that nothing compares with it. */
function createdAtOf(data: JsonObject): string | undefined {
  const text = shortTextAt(data, 'eventCreatedDate');
  return text === undefined || Number.isNaN(Date.parse(text)) ? undefined : text;
}
