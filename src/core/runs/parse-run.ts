// Reads runs and event records as they come out of the store. Only the shape that the engine relies on is checked:
// they were written by this app.

import * as v from 'valibot';
import { RUN_OUTCOMES } from './run';
import type { EventRecord } from '../ports';
import type { Run } from './run';

const RunSchema = v.looseObject({
  v: v.literal(1),
  id: v.string(),
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

const EventRecordSchema = v.looseObject({ v: v.literal(1), eventKey: v.string(), runs: v.array(v.string()) });

/** Throws when the record is not a run of version 1. */
export function parseRun(record: unknown): Run {
  // The schema is the part that is relied upon; the rest is as this app wrote it.
  return v.parse(RunSchema, record) as unknown as Run;
}

/** Throws when the record is not an event record of version 1. */
export function parseEventRecord(record: unknown): EventRecord {
  return v.parse(EventRecordSchema, record) as unknown as EventRecord;
}
