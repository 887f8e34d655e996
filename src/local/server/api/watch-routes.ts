// Routes of /_host/api that only tell: status, users, what happened, what waits.

import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { currentAccountId, rememberUser } from '../current-user';
import { describeClock, describeUser, describeWork } from './describe';
import { readBody } from '../read-body';
import * as v from 'valibot';
import type { Context } from 'hono';
import type { HostView } from '../host-view';

const DEFAULT_LIMIT = 50;
/** A quiet stream says so, or proxies and browsers close it. */
const KEEP_ALIVE_MS = 15_000;

export function watchRoutes(host: HostView): Hono {
  const { forge, clock, changes } = host;
  const app = new Hono();

  app.get('/status', (context) => {
    const accountId = currentAccountId(context, host.users());
    const user = host.users().find((one) => one.accountId === accountId);
    const { appId, appVersion, environmentId, contextAri } = forge.installation;
    return context.json({
      app: { id: appId, name: host.manifest.name, version: appVersion, environmentId },
      url: new URL(context.req.url).origin,
      dataDir: host.dataDir,
      clock: describeClock(clock),
      ...(user === undefined ? {} : { user: describeUser(user) }),
      installContext: contextAri,
      containers: forge.runtime.containerCount(),
      unemulatedCount: forge.unemulated.list().length,
      pendingCount: forge.delivery.pending().length,
      invocationCount: forge.runtime.invocations.total(),
      seq: changes.seq(),
    });
  });
  app.get('/users', (context) =>
    context.json({ users: host.users().map(describeUser), current: currentAccountId(context, host.users()) }),
  );
  app.post('/user', async (context) => {
    const { accountId } = await readBody(context, v.object({ accountId: v.string() }));
    if (!host.users().some((user) => user.accountId === accountId)) {
      return context.json({ error: { message: `Failed to find the user "${accountId}".` } }, 404);
    }
    rememberUser(context, accountId);
    return context.body(null, 204);
  });

  app.get('/modules', (context) => context.json({ items: host.manifest.pages }));
  app.get('/events', (context) => context.json({ items: forge.delivery.events.list(limitOf(context)) }));
  app.get('/invocations', (context) => {
    const wanted = context.req.query('function');
    const all = forge.runtime.invocations.list();
    const items = wanted === undefined ? all : all.filter((one) => one.function === wanted);
    return context.json({ items: items.slice(0, limitOf(context)) });
  });
  app.get('/pending', (context) => context.json({ items: forge.delivery.pending().map(describeWork) }));
  app.get('/unemulated', (context) => context.json({ items: forge.unemulated.list() }));

  app.get('/changes', (context) => {
    let seen = Number(context.req.query('since') ?? -1);
    return streamSSE(context, async (stream) => {
      while (!stream.aborted && !changes.isClosed()) {
        if (changes.seq() === seen) await changes.next(KEEP_ALIVE_MS);
        seen = changes.seq();
        await stream.writeSSE({ data: JSON.stringify({ seq: seen }) });
      }
    });
  });

  app.get('/kvs', async (context) => {
    const cursor = context.req.query('cursor');
    const prefix = context.req.query('prefix') ?? '';
    return context.json(
      await host.kvs.list({ prefix, limit: limitOf(context), ...(cursor === undefined ? {} : { cursor }) }),
    );
  });
  app.get('/kvs/usage', (context) => context.json(host.kvs.usage()));
  return app;
}

function limitOf(context: Context): number {
  const limit = Number(context.req.query('limit') ?? DEFAULT_LIMIT);
  return Number.isInteger(limit) && limit > 0 ? limit : DEFAULT_LIMIT;
}
