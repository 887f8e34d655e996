// Runs in the custom entity `run`, with indexes for the lists of the admin page; event claims under plain keys.
// A claim is `FAIL_IF_EXISTS`: of several deliveries of one event, one gets it.

import { ForgeKvsAPIError, Sort, kvs } from '@forge/kvs';
import { parseEventRecord, parseRun } from '../../core/runs/parse-run';
import type { RunStore } from '../../core/ports';

const ENTITY = 'run';

/** How long runs and claims are kept; KVS deletes them by itself, up to two days later. */
const RETENTION = { value: 90, unit: 'DAYS' } as const;

/** What is stored: the attributes that indexes need, and the record. `all` is the partition of the list of every run. */
interface RunEntity {
  all: string;
  rule: string;
  eventKey: string;
  outcome: string;
  subject: string;
  startedAt: string;
  record: unknown;
}

const ALL = 'all';

export const runStore: RunStore = {
  async claimEvent(record) {
    try {
      await kvs.set(eventKeyOf(record.eventKey), record, { keyPolicy: 'FAIL_IF_EXISTS', ttl: RETENTION });
      return true;
    } catch (error) {
      if (error instanceof ForgeKvsAPIError && error.code === 'KEY_CONFLICT') return false;
      throw error;
    }
  },

  async getEvent(eventKey) {
    const record = await kvs.get<unknown>(eventKeyOf(eventKey));
    return record === undefined ? undefined : parseEventRecord(record);
  },

  async get(id) {
    const entity = await kvs.entity<RunEntity>(ENTITY).get(id);
    return entity === undefined ? undefined : parseRun(entity.record);
  },

  async put(run) {
    const { rule, eventKey, outcome, startedAt } = run;
    const subject = `${run.subject.kind}:${run.subject.id}`;
    const entity: RunEntity = { all: ALL, rule, eventKey, outcome, subject, startedAt, record: run };
    await kvs.entity<RunEntity>(ENTITY).set(run.id, entity, { ttl: RETENTION });
  },

  async list({ rule, eventKey, outcome, cursor, limit }) {
    const runs = kvs.entity<RunEntity>(ENTITY).query();
    const index =
      eventKey !== undefined
        ? runs.index('by-event', { partition: [eventKey] })
        : rule !== undefined
          ? runs.index('by-rule', { partition: [rule] })
          : outcome !== undefined
            ? runs.index('by-outcome', { partition: [outcome] })
            : runs.index('by-start', { partition: [ALL] });
    const query = index.sort(Sort.DESC).limit(limit);
    const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany();
    const items = page.results.map(({ value }) => parseRun(value.record));
    return page.nextCursor === undefined ? { items } : { items, cursor: page.nextCursor };
  },
};

function eventKeyOf(eventKey: string): string {
  return `event:${eventKey}`;
}
