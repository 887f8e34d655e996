// The host on its one loopback port: the site's REST interface, the host's own, and the pages. It puts routes in
// order and must hold no logic of theirs.

import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { actRoutes } from './api/act-routes';
import { egressRoutes } from './api/egress-routes';
import { deliveryRoutes } from './api/delivery-routes';
import { watchRoutes } from './api/watch-routes';
import { currentAccountId } from './current-user';
import { guard } from './guard';
import { SHELL, pageRoutes } from './page-routes';
import type { Context } from 'hono';
import type { BrowserBundles } from './browser-bundles';
import type { HostView } from './host-view';

export interface Server {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  close(): Promise<void>;
}

/** Paths below /wiki that are never pages. */
const SITE_DATA = /^\/wiki\/(rest|api|download)\//;

export function createRoutes(host: HostView, bundles: BrowserBundles): Hono {
  const app = new Hono();
  app.use(guard);
  app.onError((error, context) => {
    if (error instanceof HTTPException)
      return context.json({ error: { message: error.message } }, error.status);
    // A fault may break the connection on purpose; to a page it looks like a bad gateway.
    if (error.name === 'ConnectionLostError') return context.json({ error: { message: error.message } }, 502);
    console.error(`Failed to answer ${context.req.method} ${context.req.path}:`, error);
    return context.json({ error: { message: `Failed to answer: ${error.message}` } }, 500);
  });

  const askSite = async (context: Context): Promise<Response> => {
    const accountId = currentAccountId(context, host.users());
    const response = await host.askSite(context.req.raw, { kind: 'user', accountId });
    if (response.status === 501) host.forge.unemulated.add('page', context.req.method, context.req.path);
    if (context.req.method !== 'GET') host.changes.changed();
    return response;
  };

  app.route('/_host/api', watchRoutes(host));
  app.route('/_host/api', actRoutes(host));
  app.route('/_host/api', deliveryRoutes(host));
  app.route('/_host/api', egressRoutes(host));
  app.all('/_host/site/*', askSite);
  app.route('/_host', pageRoutes(bundles));
  app.all('*', (context) => {
    const { path, method } = context.req;
    if (SITE_DATA.test(path)) return askSite(context);
    // The front door is a page to anyone, such as a script that waits until the host answers.
    const asksForPage = path === '/' || context.req.header('accept')?.includes('text/html') === true;
    if (method === 'GET' && asksForPage) return context.html(SHELL);
    if (path.startsWith('/wiki/')) return askSite(context);
    host.forge.unemulated.add('page', method, path);
    return context.json({ error: { message: `Not emulated: ${method} ${path}` }, method, path }, 501);
  });
  return app;
}

/**
 * Listens on 127.0.0.1 only, and holds requests until `routes` is there. Rejects with a sentence when the port is
 * taken, before anything else has been done.
 */
export function listen(routes: Promise<Hono>, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: async (request) => (await routes).fetch(request), port, hostname: '127.0.0.1' },
      (info) => {
        resolve({
          url: `http://127.0.0.1:${info.port}`,
          close: () =>
            new Promise((closed) => {
              server.close(() => closed());
              // Pages keep a stream open; it would hold the port for good.
              if ('closeAllConnections' in server) server.closeAllConnections();
            }),
        });
      },
    );
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') {
        reject(error);
        return;
      }
      const message = `Failed to listen on port ${port}: it is taken. Choose another with --port, or stop what uses it.`;
      reject(new Error(message, { cause: error }));
    });
  });
}
