// Serves the host's real pages around a UI Kit page of the tests' own, with a stub of the little that the pages
// ask of the host. It records what the page's handlers were called with.

import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { createBrowserBundles } from '../../src/local/server/browser-bundles';
import { pageRoutes, SHELL } from '../../src/local/server/page-routes';
import type { AppManifest } from '../../src/local/manifest/manifest';

/** One call that reached the page's handlers. */
interface Recorded {
  readonly name: string;
  readonly given: readonly unknown[];
}

/** A server that shows one UI Kit page. */
export interface GalleryServer {
  readonly url: string;
  readonly recorded: readonly Recorded[];
  readonly dispose: () => Promise<void>;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const USERS = [
  { accountId: 'ada', displayName: 'Ada Admin', admin: true },
  { accountId: 'mia', displayName: 'Mia Member' },
];

/** Serves the page whose entry is `entry`, relative to this folder. */
export async function serveGallery(entry: string): Promise<GalleryServer> {
  const recorded: Recorded[] = [];
  const manifest: AppManifest = {
    id: 'gallery',
    name: 'gallery',
    functions: [],
    triggers: [],
    consumers: [],
    schedules: [],
    pages: [],
    entities: [],
    scopes: new Map(),
    egress: [],
    egressConfigurable: false,
    resources: [
      { key: 'main', path: `test/browser/${entry}` },
      { key: 'frame', path: 'test/browser/gallery/frame/dist' },
    ],
  };
  const bundles = createBrowserBundles(ROOT, manifest);
  await bundles.ready();
  const app = new Hono();
  app.route('/_host', pageRoutes(bundles));
  app.route('/_host/api', hostApi(recorded));
  app.get('/wiki/api/v2/spaces', (context) => context.json({ results: [] }));
  app.get('*', (context) => context.html(SHELL));
  const server = createServer((request, response) => void getRequestListener(app.fetch)(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    recorded,
    async dispose() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function hostApi(recorded: Recorded[]): Hono {
  const api = new Hono();
  api.get('/users', (context) => context.json({ users: USERS, current: 'ada' }));
  api.get('/status', (context) =>
    context.json({ app: { name: 'gallery' }, clock: { mode: 'manual', nowMs: 1_795_000_000_000 } }),
  );
  api.get('/modules', (context) =>
    context.json({
      items: [
        { key: 'rulewright-admin', type: 'confluence:globalSettings', title: 'Gallery', resource: 'main' },
      ],
    }),
  );
  api.get('/changes', (context) =>
    context.body(': nothing\n\n', 200, { 'content-type': 'text/event-stream' }),
  );
  api.get('/context', (context) =>
    context.json({
      moduleKey: context.req.query('module'),
      extension: { type: 'confluence:globalSettings' },
    }),
  );
  api.post('/invoke', async (context) => {
    const { payload } = await context.req.json<{ payload: Recorded }>();
    recorded.push(payload);
    return context.json({});
  });
  return api;
}
