// The pages' own files: the HTML shell, the bundles, and the folders of the app's Custom UI resources.

import { normalize } from 'node:path';
import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { mediaTypeOf } from './browser-bundles';
import type { Context } from 'hono';
import type { BrowserBundles, BrowserFile } from './browser-bundles';

/** What every page starts from; the pages' script finds out by the address what to show. */
export const SHELL = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Confluence (local)</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/_host/app/main.css">
<script src="/_host/app/main.js" defer></script>
</head>
<body><div id="root"></div></body>
</html>
`;

/** Gives a framed resource the bridge of the page that frames it, before any script of its own runs. */
const BRIDGE_LOADER = `(() => {
  const key = location.pathname.split('/')[3];
  const bridge = window.parent.__rulewrightBridge?.(window, decodeURIComponent(key));
  if (bridge) window.__bridge = bridge;
})();
`;
const BRIDGE_TAG = '<script src="/_host/bridge-loader.js"></script>';

export function pageRoutes(bundles: BrowserBundles): Hono {
  const app = new Hono();
  app.use(etag());

  const answer = async (
    context: Context,
    name: string,
    find: () => Promise<BrowserFile | undefined>,
  ): Promise<Response> => {
    try {
      const file = await find();
      if (file !== undefined) return send(context, file.contents, file.mediaType);
      return context.json({ error: { message: `Failed to find "${name}": there is no such file.` } }, 404);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      // A script that throws puts the build's message where the page shows its errors.
      return send(context, `throw new Error(${JSON.stringify(message)});`, mediaTypeOf(name), 503);
    }
  };

  app.get('/app/:name', (context) => {
    const name = context.req.param('name');
    return answer(context, name, () => bundles.appFile(name));
  });
  app.get('/ui-kit/:name', (context) => {
    const name = context.req.param('name');
    return answer(context, name, () => bundles.uiKitFile(name));
  });
  app.get('/bridge-loader.js', (context) => send(context, BRIDGE_LOADER, mediaTypeOf('.js')));

  app.get('/resource/:key', (context) => context.redirect(`/_host/resource/${context.req.param('key')}/`));
  app.get('/resource/:key/*', (context) => {
    const inner = decodeURIComponent(context.req.path.split('/').slice(4).join('/'));
    const path = normalize(inner === '' ? 'index.html' : inner);
    return answer(context, context.req.path, async () => {
      const file = await bundles.resourceFile(context.req.param('key'), path);
      if (file === undefined || !path.endsWith('.html')) return file;
      return { ...file, contents: withBridge(Buffer.from(file.contents).toString('utf8')) };
    });
  });
  return app;
}

function withBridge(html: string): string {
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, `$&${BRIDGE_TAG}`) : BRIDGE_TAG + html;
}

function send(
  context: Context,
  contents: Uint8Array | string,
  mediaType: string,
  status: 200 | 503 = 200,
): Response {
  // Bundles are made anew at each start: a browser asks whether what it keeps is still so.
  return context.body(contents as string, status, { 'content-type': mediaType, 'cache-control': 'no-cache' });
}
