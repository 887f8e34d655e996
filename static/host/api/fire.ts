// The events that can be fired, and firing one, as typed functions (docs/host-api.md). No state, no rendering.

import * as v from 'valibot';
import { ask } from './http';

const catalogueEventSchema = v.object({
  id: v.string(),
  spellings: v.array(v.string()),
  name: v.string(),
  when: v.string(),
  group: v.string(),
  sample: v.record(v.string(), v.unknown()),
});
const catalogueSchema = v.object({ events: v.array(catalogueEventSchema) });

const reportSchema = v.object({
  eventKey: v.string(),
  verdicts: v.array(v.object({ rule: v.string(), verdict: v.string(), why: v.optional(v.string()) })),
  runs: v.array(
    v.object({
      rule: v.string(),
      outcome: v.string(),
      steps: v.array(
        v.object({
          id: v.string(),
          action: v.string(),
          outcome: v.string(),
          attempts: v.number(),
          reason: v.optional(v.string()),
        }),
      ),
    }),
  ),
  deliveries: v.array(v.object({ trigger: v.string(), status: v.string(), log: v.optional(v.string()) })),
  atRest: v.boolean(),
});

/** An event of Confluence that can be fired. */
export type CatalogueEntry = v.InferOutput<typeof catalogueEventSchema>;
/** What became of an event that was fired. */
export type FireReport = v.InferOutput<typeof reportSchema>;

/** Every event, in the order in which it is shown. */
export const readCatalogue = () => ask(catalogueSchema, 'GET', '/_host/api/catalogue');
/** Fires an event and waits for its runs; `jump` lets host time jump over retry delays. */
export const fireEvent = (payload: unknown, jump: boolean) =>
  ask(reportSchema, 'POST', '/_host/api/fire', { payload, ...(jump ? { clock: 'auto' } : {}) });
