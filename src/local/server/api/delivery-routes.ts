// Routes of /_host/api around events: what there is to fire, and how their delivery may be made to misbehave.

import { Hono } from 'hono';
import * as v from 'valibot';
import { EVENTS } from '../../../core/events/catalogue';
import { readBody } from '../read-body';
import type { HostView } from '../host-view';

/** A day: longer delays than that no event has. */
const MAX_DELAY_MS = 24 * 60 * 60 * 1000;
/** More deliveries of one event would say nothing more. */
const MAX_DUPLICATES = 10;

const DelaySchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_DELAY_MS));
const OptionsSchema = v.strictObject({
  delayMs: v.exactOptional(DelaySchema),
  duplicates: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_DUPLICATES))),
  duplicateGapMs: v.exactOptional(DelaySchema),
  reorder: v.exactOptional(v.strictObject({ windowMs: DelaySchema, seed: v.pipe(v.number(), v.integer()) })),
});

export function deliveryRoutes(host: HostView): Hono {
  const { delivery } = host.forge;
  const app = new Hono();
  app.get('/catalogue', (context) =>
    context.json({
      events: EVENTS.map(({ id, spellings, name, when, group, sample }) => ({
        id,
        spellings,
        name,
        when,
        group,
        sample,
      })),
    }),
  );
  app.get('/delivery', (context) => context.json(delivery.options()));
  app.post('/delivery', async (context) => {
    delivery.setOptions(await readBody(context, OptionsSchema));
    return context.json(delivery.options());
  });
  return app;
}
