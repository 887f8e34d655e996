// How the records of the engine lie in custom entities: the attributes that indexes and conditions need, and the record
// itself. The names and types are those of the manifest.

import type { HourCounts, Tally } from '../../core/runs/counts';
import type { RuleCounts } from '../../core/runs/rule-counts';
import type { EchoRecord } from '../../core/runs/echo';
import type { EventRecord } from '../../core/runs/event-record';
import type { Run } from '../../core/runs/run';

export const RUN = 'run';
export const EVENT = 'event';
export const ECHO = 'echo';
export const LOCK = 'lock';
export const TALLY = 'tally';
export const HOUR = 'hour';
export const RULE_COUNTS = 'rule-counts';

/** The partition of lists of everything. */
export const ALL = 'all';

/** Attributes that are absent keep a record out of the index on them. */
export interface RunEntity {
  all: string;
  revision: number;
  rule: string;
  eventKey: string;
  outcome: string;
  subject: string;
  startedAt: string;
  rest: 'open' | 'at-rest';
  lookAgainAt?: string;
  serialKey?: string;
  orderAt?: string;
  record: unknown;
}

export interface EventEntity {
  all: string;
  revision: number;
  eventType: string;
  subject: string;
  seenAt: string;
  rest: 'open' | 'at-rest';
  leaseUntil?: string;
  record: unknown;
}

export interface EchoEntity {
  revision: number;
  record: unknown;
}

export interface LockEntity {
  holder: string;
}

export interface TallyEntity {
  all: string;
  hour: string;
  record: unknown;
}

export interface HourEntity {
  all: string;
  hour: string;
  revision: number;
  record: unknown;
}

export interface RuleCountsEntity {
  revision: number;
  record: unknown;
}

export function toRun(run: Run): RunEntity {
  const { revision, rule, eventKey, outcome, startedAt, lookAgainAt, serialKey } = run;
  const open = lookAgainAt !== undefined;
  return {
    all: ALL,
    revision,
    rule,
    eventKey,
    outcome,
    subject: subjectOf(run),
    startedAt,
    rest: open ? 'open' : 'at-rest',
    ...(open ? { lookAgainAt } : {}),
    ...(open && serialKey !== undefined ? { serialKey, orderAt: run.eventAt ?? startedAt } : {}),
    record: run,
  };
}

export function toEvent(event: EventRecord): EventEntity {
  const { revision, eventType, seenAt, state, leaseUntil } = event;
  const open = state === 'open' && leaseUntil !== undefined;
  return {
    all: ALL,
    revision,
    eventType,
    subject: subjectOf(event),
    seenAt,
    rest: open ? 'open' : 'at-rest',
    ...(open ? { leaseUntil } : {}),
    record: event,
  };
}

export function toEcho(echo: EchoRecord): EchoEntity {
  return { revision: echo.revision, record: echo };
}

export function toTally(tally: Tally): TallyEntity {
  return { all: ALL, hour: tally.hour, record: tally };
}

export function toHour(hour: HourCounts): HourEntity {
  return { all: ALL, hour: hour.hour, revision: hour.revision, record: hour };
}

export function toRuleCounts(counts: RuleCounts): RuleCountsEntity {
  return { revision: counts.revision, record: counts };
}

/** Where the index lists what is about nothing that has an id, such as a search: an indexed attribute is never empty. */
const WITHOUT_ID = '-';

function subjectOf({ subject }: Pick<Run, 'subject'>): string {
  const id = subject.contentId ?? subject.id;
  return id === '' ? WITHOUT_ID : id;
}
