// Which delivery has an event to itself: the claim, what stands in its way, and taking over what a delivery that died
// has left. It must not begin anything.

import { payloadOf } from '../events/parse-event';
import { commitFirst } from './commit-first';
import { commitOwn } from './commit-own';
import { LEASE_MS, leasedUntilMs, toIso } from './lease';
import type { ParsedEvent } from '../events/event';
import type { Ports } from '../ports';
import type { Cause } from './cause';
import type { EchoRecord } from './echo';
import type { EventRecord } from './event-record';
import type { Run } from './run';
import type { RuleVerdict } from './verdict';

const DAY_MS = 86_400_000;

/**
 * Take-overs, and time, after which an event is given up: something in it ends every invocation that begins it. What only
 * the store or Confluence keeps from beginning has a day to get over it.
 */
const MAX_REVISIONS_OPEN = 12;
const GIVE_UP_MS = DAY_MS;

export type Claimed =
  | { readonly kind: 'ours'; readonly record: EventRecord }
  /** Somebody handles it, or has. */
  | { readonly kind: 'theirs'; readonly record: EventRecord };

/** The first record of an event, in the name of this invocation. */
export function newRecord(
  event: ParsedEvent,
  delivered: unknown,
  found: { readonly verdicts: readonly RuleVerdict[]; readonly cause?: Cause; readonly keepDays: number },
  { clock, invocation }: Pick<Ports, 'clock' | 'invocation'>,
): Omit<EventRecord, 'state'> {
  const nowMs = clock.nowMs();
  return {
    v: 1,
    eventKey: event.key,
    eventType: event.type,
    revision: 1,
    writer: invocation.owner,
    seenAt: toIso(nowMs),
    ...(event.createdAt === undefined ? {} : { eventAt: event.createdAt }),
    subject: subjectFor(event),
    ...(event.actorAccountId === undefined ? {} : { actorAccountId: event.actorAccountId }),
    payload: payloadOf(delivered),
    verdicts: found.verdicts,
    runs: [],
    ...(found.cause === undefined ? {} : { cause: found.cause }),
    keepUntil: toIso(nowMs + found.keepDays * DAY_MS),
  };
}

/** Claims an event of which there was no record, and remembers the echoes that it used up. */
export async function claimEvent(
  first: Omit<EventRecord, 'state'>,
  echoes: readonly EchoRecord[],
  ports: Pick<Ports, 'runs' | 'clock' | 'invocation'>,
): Promise<Claimed> {
  const record: EventRecord = { ...first, state: 'open', leaseUntil: toIso(ports.clock.nowMs() + LEASE_MS) };
  const theirs = await commitFirst({ event: record, echoes }, ports);
  return theirs === undefined ? { kind: 'ours', record } : { kind: 'theirs', record: theirs };
}

/** Takes over an open event whose lease has ended; undefined when somebody else was first. */
export async function takeOver(
  record: EventRecord,
  ports: Pick<Ports, 'runs' | 'clock' | 'invocation' | 'log'>,
): Promise<EventRecord | undefined> {
  const { clock, invocation } = ports;
  const nowMs = clock.nowMs();
  if (record.state !== 'open' || leasedUntilMs(record, invocation.owner, nowMs) !== undefined)
    return undefined;
  const { leaseUntil: _, ...rest } = record;
  const revision = record.revision + 1;
  const taken: EventRecord =
    record.revision >= MAX_REVISIONS_OPEN && nowMs - Date.parse(record.seenAt) > GIVE_UP_MS
      ? { ...rest, revision, writer: invocation.owner, state: 'seen', problem: GIVEN_UP }
      : { ...rest, revision, writer: invocation.owner, state: 'open', leaseUntil: toIso(nowMs + LEASE_MS) };
  if ((await commitOwn({ event: taken }, ports)) === 'lost') return undefined;
  if (taken.state === 'open') return taken;
  ports.log.error('Gave up an event that could not be begun', { eventKey: record.eventKey });
  return undefined;
}

const GIVEN_UP = `Given up: its runs could not be begun within a day. Fire the event again when the cause is gone.`;

/** What a record says of the subject, for lists. */
function subjectFor({ subject }: Pick<ParsedEvent, 'subject'>): Run['subject'] {
  const { kind, id, contentId, title, spaceKey } = subject;
  return {
    kind,
    id,
    ...(contentId === undefined ? {} : { contentId }),
    ...(title === undefined ? {} : { title }),
    ...(spaceKey === undefined ? {} : { spaceKey }),
  };
}
