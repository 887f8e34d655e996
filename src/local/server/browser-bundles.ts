// Bundles what the browser loads: the pages, the admin page, and the Custom UI resources of the manifest. Started with
// the host and awaited by whoever asks first; kept in memory.

import { existsSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { build } from 'esbuild';
import type { BuildOptions } from 'esbuild';
import type { AppManifest } from '../manifest/manifest';

/** A file as a browser gets it. */
export interface BrowserFile {
  readonly contents: Uint8Array | string;
  readonly mediaType: string;
}

export interface BrowserBundles {
  /** A file of the pages or of the admin page: `main.js`, `main.css`, `admin.js`. */
  appFile(name: string): Promise<BrowserFile | undefined>;
  /** Resolves when everything is bundled; rejects with the first build that failed. */
  ready(): Promise<void>;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export function mediaTypeOf(path: string): string {
  return MEDIA_TYPES[extname(path)] ?? 'application/octet-stream';
}

const OPTIONS: BuildOptions = {
  bundle: true,
  write: false,
  platform: 'browser',
  format: 'iife',
  target: 'es2022',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  loader: { '.svg': 'dataurl', '.png': 'dataurl', '.woff2': 'dataurl' },
  legalComments: 'none',
  minifySyntax: true,
  logLevel: 'silent',
};

export function createBrowserBundles(root: string, manifest: AppManifest): BrowserBundles {
  const uiKit = manifest.resources.find(({ path }) => /\.[jt]sx?$/.test(path));
  const builds = [bundle(join(root, 'static', 'host', 'main.tsx'), 'main')];
  if (uiKit !== undefined) builds.push(bundle(join(root, uiKit.path), 'admin'));
  // Reported to whoever asks for a file, not as an unhandled rejection.
  for (const one of builds) one.catch(() => undefined);

  return {
    async appFile(name) {
      for (const one of builds) {
        const files = await one;
        const file = files.get(name);
        if (file !== undefined) return file;
      }
      return undefined;
    },
    async ready() {
      await Promise.all(builds);
    },
  };
}

async function bundle(entry: string, name: string): Promise<ReadonlyMap<string, BrowserFile>> {
  if (!existsSync(entry)) return new Map();
  const outdir = '/out';
  const result = await build({ ...OPTIONS, entryPoints: { [name]: entry }, outdir });
  return new Map(
    (result.outputFiles ?? []).map((file) => {
      const path = relative(outdir, file.path).split(sep).join('/');
      return [path, { contents: file.contents, mediaType: mediaTypeOf(path) }];
    }),
  );
}
