// Routes of /_host/api for the addresses that the app may reach: what Confluence's dialog asks an admin to confirm.

import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import * as v from 'valibot';
import { currentAccountId } from '../current-user';
import { readBody } from '../read-body';
import type { Context } from 'hono';
import type { HostView } from '../host-view';

export function egressRoutes(host: HostView): Hono {
  const { forge, changes } = host;
  const app = new Hono();
  const requireAdmin = (context: Context): void => {
    const users = host.users();
    const accountId = currentAccountId(context, users);
    if (users.some((user) => user.accountId === accountId && user.admin)) return;
    throw new HTTPException(403, { message: 'Only an administrator may say what an app reaches.' });
  };

  app.get('/egress', (context) => context.json({ results: forge.egress.list() }));
  app.put('/egress', async (context) => {
    requireAdmin(context);
    const set = await forge.egress.set(await readBody(context, v.unknown()));
    if (!set.ok) throw new HTTPException(400, { message: `Failed to allow addresses: ${set.error}` });
    changes.changed();
    return context.json({ results: set.value });
  });
  app.delete('/egress/:key', async (context) => {
    requireAdmin(context);
    await forge.egress.remove(context.req.param('key'), context.req.query('domain'));
    changes.changed();
    return context.body(null, 204);
  });
  return app;
}
