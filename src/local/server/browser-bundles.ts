// Bundles what the browser loads: the pages, the admin page, and the Custom UI resources of the manifest. Started with
// the host and awaited by whoever asks first; kept in memory.

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { build } from 'esbuild';
import { commonJsDefault } from '../runtime/commonjs-default';
import type { BuildOptions } from 'esbuild';
import type { AppManifest } from '../manifest/manifest';

/** A file as a browser gets it. */
export interface BrowserFile {
  readonly contents: Uint8Array | string;
  readonly mediaType: string;
}

export interface BrowserBundles {
  /** A file of the pages or of the admin page: `main.js`, `main.css`, `admin.js`. Rejects when it cannot be built. */
  appFile(name: string): Promise<BrowserFile | undefined>;
  /** A file of a Custom UI resource of the manifest, by the resource's key. Rejects when it cannot be built. */
  resourceFile(key: string, path: string): Promise<BrowserFile | undefined>;
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
  plugins: [commonJsDefault],
  logLevel: 'silent',
};

/** What a host without pages serves. */
export const NO_BUNDLES: BrowserBundles = {
  appFile: () => Promise.resolve(undefined),
  resourceFile: () => Promise.resolve(undefined),
  ready: () => Promise.resolve(),
};

type Files = ReadonlyMap<string, BrowserFile>;

export function createBrowserBundles(root: string, manifest: AppManifest): BrowserBundles {
  const uiKit = manifest.resources.find(({ path }) => /\.[jt]sx?$/.test(path));
  const app = new Map([['main', bundle(join(root, 'static', 'host', 'main.tsx'), 'main')]]);
  if (uiKit !== undefined) app.set('admin', bundle(join(root, uiKit.path), 'admin'));
  const resources = new Map<string, { readonly folder: string; readonly built: Promise<Files> }>();
  for (const { key, path } of manifest.resources) {
    if (uiKit?.key === key) continue;
    // `npm run build:static` fills the folder that Forge uploads; here the same sources are bundled in memory, so
    // that a start neither depends on an earlier build nor writes into the tree.
    const folder = join(root, path.replace(/\/dist\/?$/, ''));
    resources.set(key, { folder, built: bundle(join(folder, 'main.ts'), 'main') });
  }
  const all = [...app.values(), ...[...resources.values()].map(({ built }) => built)];
  // Reported to whoever asks for a file, not as an unhandled rejection.
  for (const one of all) one.catch(() => undefined);

  return {
    async appFile(name) {
      const [stem = ''] = name.split('.');
      return (await app.get(stem))?.get(name);
    },
    async resourceFile(key, path) {
      const resource = resources.get(key);
      if (resource === undefined || path.startsWith('..') || path.endsWith('.ts')) return undefined;
      return (await resource.built).get(path) ?? readFrom(join(resource.folder, path));
    },
    async ready() {
      await Promise.all(all);
    },
  };
}

async function readFrom(path: string): Promise<BrowserFile | undefined> {
  try {
    return { contents: await readFile(path), mediaType: mediaTypeOf(path) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR'))
      return undefined;
    throw error;
  }
}

async function bundle(entry: string, name: string): Promise<Files> {
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
