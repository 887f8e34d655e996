// Reads the engine's records as they come out of the store. Only the shape that the engine relies on is checked: they
// were written by this app.

import * as v from 'valibot';
import { EVENT_STATES } from './event-record';
import { RUN_OUTCOMES } from './run';
import type { HourCounts, Tally } from './counts';
import type { RuleCounts } from './rule-counts';
import type { EchoRecord } from './echo';
import type { EventRecord } from './event-record';
import type { Run } from './run';

const Revision = v.pipe(v.number(), v.integer(), v.minValue(1));

const RunSchema = v.looseObject({
  v: v.literal(1),
  id: v.string(),
  revision: Revision,
  writer: v.string(),
  eventKey: v.string(),
  rule: v.string(),
  outcome: v.picklist(RUN_OUTCOMES),
  steps: v.array(
    v.looseObject({
      id: v.string(),
      outcome: v.string(),
      attempts: v.array(v.looseObject({ at: v.string() })),
    }),
  ),
});

const EventRecordSchema = v.looseObject({
  v: v.literal(1),
  eventKey: v.string(),
  revision: Revision,
  writer: v.string(),
  state: v.picklist(EVENT_STATES),
  payload: v.record(v.string(), v.any()),
  verdicts: v.array(v.looseObject({ rule: v.string(), verdict: v.string() })),
  runs: v.array(v.string()),
});

const EchoRecordSchema = v.looseObject({
  v: v.literal(1),
  key: v.string(),
  revision: Revision,
  entries: v.array(v.looseObject({ effectKey: v.string(), usedBy: v.array(v.string()) })),
});

const CountsSchema = v.record(v.string(), v.number());
const DayCounts = { runs: v.number(), failed: v.number() };
const LastRunSchema = v.object({
  id: v.string(),
  at: v.string(),
  outcome: v.picklist(RUN_OUTCOMES),
  revision: Revision,
});
const RuleTallySchema = v.object({ rule: v.string(), day: v.string(), ...DayCounts, last: LastRunSchema });
const RuleCountsSchema = v.looseObject({
  v: v.literal(1),
  rule: v.string(),
  revision: Revision,
  days: v.record(v.string(), v.object(DayCounts)),
  last: LastRunSchema,
});
const TallySchema = v.object({
  id: v.string(),
  hour: v.string(),
  counts: CountsSchema,
  rules: v.exactOptional(v.array(RuleTallySchema)),
});
const HourCountsSchema = v.looseObject({
  v: v.literal(1),
  hour: v.string(),
  revision: Revision,
  counts: CountsSchema,
});

// The schemas are the parts that are relied upon; the rest is as this app wrote it.

/** Throws when the record is not a run of version 1. */
export function parseRun(record: unknown): Run {
  return v.parse(RunSchema, record) as unknown as Run;
}

/** Throws when the record is not an event record of version 1. */
export function parseEventRecord(record: unknown): EventRecord {
  return v.parse(EventRecordSchema, record) as unknown as EventRecord;
}

/** Throws when the record is not an echo record of version 1. */
export function parseEchoRecord(record: unknown): EchoRecord {
  return v.parse(EchoRecordSchema, record) as unknown as EchoRecord;
}

/** Throws when the record is not a tally. */
export function parseTally(record: unknown): Tally {
  return v.parse(TallySchema, record);
}

/** Throws when the record is not the counts of a rule of version 1. */
export function parseRuleCounts(record: unknown): RuleCounts {
  return v.parse(RuleCountsSchema, record) as unknown as RuleCounts;
}

/** Throws when the record is not an hour of version 1. */
export function parseHourCounts(record: unknown): HourCounts {
  return v.parse(HourCountsSchema, record) as unknown as HourCounts;
}
