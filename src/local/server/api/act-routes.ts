// Routes of /_host/api that make something happen: the clock, events, the admin page's calls, schedules, faults.

import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import * as v from 'valibot';
import { INVOCATION_LIMITS } from '../../../core/limits';
import { currentAccountId } from '../current-user';
import { readBody } from '../read-body';
import { describeClock } from './describe';
import type { JsonObject } from '../../../core/json';
import type { HostView } from '../host-view';

const PayloadSchema = v.looseObject({ eventType: v.pipe(v.string(), v.nonEmpty()) });
const FireSchema = v.object({
  payload: PayloadSchema,
  clock: v.exactOptional(v.literal('auto')),
  timeoutSeconds: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(3600))),
});
const InvokeSchema = v.object({
  module: v.string(),
  functionKey: v.string(),
  payload: v.optional(v.unknown()),
  extension: v.optional(v.record(v.string(), v.unknown())),
});

export function actRoutes(host: HostView): Hono {
  const { clock, forge } = host;
  const app = new Hono();

  app.get('/clock', (context) => context.json(describeClock(clock)));
  app.post('/clock/advance', async (context) => {
    const { ms } = await readBody(context, v.object({ ms: v.pipe(v.number(), v.minValue(0)) }));
    await clock.advance(ms);
    return context.json(describeClock(clock));
  });
  app.post('/clock/next', async (context) => {
    const moved = await clock.advanceToNext();
    return context.json({ ...describeClock(clock), moved });
  });

  app.post('/fire', async (context) => {
    const { payload, ...options } = await readBody(context, FireSchema);
    return context.json(await host.fire(payload as JsonObject, options));
  });
  app.post('/emit', async (context) => {
    const { payload } = await readBody(context, v.object({ payload: PayloadSchema }));
    const { id } = await host.accept(payload as JsonObject);
    return context.json({ id }, 202);
  });

  app.post('/invoke', async (context) => {
    const call = await readBody(context, InvokeSchema);
    const bytes = Buffer.byteLength(JSON.stringify(call.payload ?? null));
    if (bytes > INVOCATION_LIMITS.MAX_INVOKE_REQUEST_BYTES) {
      throw new HTTPException(413, {
        message: `Failed to invoke "${call.functionKey}": its payload has ${bytes} bytes, more than ${INVOCATION_LIMITS.MAX_INVOKE_REQUEST_BYTES}. Send less at once.`,
      });
    }
    const result = await forge.invokeResolver({
      moduleKey: call.module,
      functionKey: call.functionKey,
      payload: call.payload,
      accountId: currentAccountId(context, host.users()),
      extension: (call.extension ?? {}) as JsonObject,
    });
    if (result.kind === 'returned') return context.json({ value: result.value });
    throw new HTTPException(500, { message: result.message });
  });
  app.get('/context', (context) => {
    const accountId = currentAccountId(context, host.users());
    return context.json({
      ...forge.pageContext(context.req.query('module') ?? '', accountId),
      siteUrl: new URL(context.req.url).origin,
      locale: 'en-US',
      timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
  });
  app.post('/schedule/run', async (context) => {
    const { key } = await readBody(context, v.object({ key: v.string() }));
    if (await forge.delivery.runSchedule(key)) return context.body(null, 204);
    throw new HTTPException(404, {
      message: `Failed to run the schedule "${key}": the manifest has none of that key.`,
    });
  });

  app.get('/faults', (context) => context.json({ items: host.faults.list() }));
  app.post('/faults', async (context) => {
    const fault = await readBody(context, v.unknown());
    try {
      return context.json(host.faults.add(fault), 201);
    } catch (error) {
      if (error instanceof TypeError) throw new HTTPException(400, { message: error.message, cause: error });
      throw error;
    }
  });
  app.delete('/faults', (context) => {
    host.faults.clear();
    return context.body(null, 204);
  });
  return app;
}
