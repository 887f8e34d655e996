// The pages' own files: the HTML shell, the bundles, and the folders of the app's Custom UI resources.

import { readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { Hono } from 'hono';
import { mediaTypeOf } from './browser-bundles';
import type { Context } from 'hono';
import type { AppManifest } from '../manifest/manifest';
import type { BrowserBundles } from './browser-bundles';

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

export function pageRoutes(root: string, manifest: AppManifest, bundles: BrowserBundles): Hono {
  const app = new Hono();

  app.get('/app/:name', async (context) => {
    const name = context.req.param('name');
    try {
      const file = await bundles.appFile(name);
      if (file === undefined) return context.json({ error: { message: `There is no "${name}".` } }, 404);
      return send(context, file.contents, file.mediaType);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      // A script that throws puts the build's message where the page shows its errors.
      return send(context, `throw new Error(${JSON.stringify(message)});`, mediaTypeOf(name), 503);
    }
  });
  app.get('/bridge-loader.js', (context) => send(context, BRIDGE_LOADER, mediaTypeOf('.js')));

  app.get('/resource/:key', (context) => context.redirect(`/_host/resource/${context.req.param('key')}/`));
  app.get('/resource/:key/*', async (context) => {
    const resource = manifest.resources.find(({ key }) => key === context.req.param('key'));
    const inner = decodeURIComponent(context.req.path.split('/').slice(4).join('/')) || 'index.html';
    const path = normalize(inner);
    if (resource === undefined || path.startsWith('..')) {
      return context.json(
        { error: { message: `The manifest has no resource for "${context.req.path}".` } },
        404,
      );
    }
    try {
      const contents = await readFile(join(root, resource.path, path));
      const isPage = path.endsWith('.html');
      return send(context, isPage ? withBridge(contents.toString('utf8')) : contents, mediaTypeOf(path));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
        return context.json(
          { error: { message: `The resource "${resource.key}" has no file "${path}".` } },
          404,
        );
      }
      throw error;
    }
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
  // Bundles are made anew at each start; a browser must not keep those of the last one.
  return context.body(contents as string, status, { 'content-type': mediaType, 'cache-control': 'no-cache' });
}
