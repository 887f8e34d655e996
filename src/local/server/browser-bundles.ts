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
  /** A file of the pages: `main.js`, `main.css`. Rejects when it cannot be built. */
  appFile(name: string): Promise<BrowserFile | undefined>;
  /** The bundle of a UI Kit resource of the manifest: its key and `.js`. Rejects when it cannot be built. */
  uiKitFile(name: string): Promise<BrowserFile | undefined>;
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
  minify: true,
  plugins: [commonJsDefault],
  logLevel: 'silent',
};

/** What a host without pages serves. */
export const NO_BUNDLES: BrowserBundles = {
  appFile: () => Promise.resolve(undefined),
  uiKitFile: () => Promise.resolve(undefined),
  resourceFile: () => Promise.resolve(undefined),
  ready: () => Promise.resolve(),
};

type Files = ReadonlyMap<string, BrowserFile>;

export function createBrowserBundles(root: string, manifest: AppManifest): BrowserBundles {
  const uiKit = manifest.resources.filter(({ path }) => /\.[jt]sx?$/.test(path));
  const app = bundle({ main: join(root, 'static', 'host', 'main.tsx') });
  const views = bundle(Object.fromEntries(uiKit.map(({ key, path }) => [key, join(root, path)])));
  const resources = new Map<string, { readonly folder: string; readonly built: Promise<Files> }>();
  for (const { key, path } of manifest.resources) {
    if (uiKit.some((view) => view.key === key)) continue;
    // `npm run build:static` fills the folder that Forge uploads; here the same sources are bundled in memory, so
    // that a start neither depends on an earlier build nor writes into the tree.
    const folder = join(root, path.replace(/\/dist\/?$/, ''));
    resources.set(key, { folder, built: bundle({ main: join(folder, 'main.ts') }) });
  }
  const all = [app, views, ...[...resources.values()].map(({ built }) => built)];
  // Reported to whoever asks for a file, not as an unhandled rejection.
  for (const one of all) one.catch(() => undefined);

  return {
    appFile: async (name) => (await app).get(name),
    uiKitFile: async (name) => (await views).get(name),
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

/** Bundles entries by the names of their outputs; those that do not exist are left out. */
async function bundle(entries: Readonly<Record<string, string>>): Promise<Files> {
  const entryPoints = Object.fromEntries(Object.entries(entries).filter(([, path]) => existsSync(path)));
  if (Object.keys(entryPoints).length === 0) return new Map();
  const outdir = '/out';
  const result = await build({ ...OPTIONS, entryPoints, outdir });
  return new Map(
    (result.outputFiles ?? []).map((file) => {
      const path = relative(outdir, file.path).split(sep).join('/');
      return [path, { contents: file.contents, mediaType: mediaTypeOf(path) }];
    }),
  );
}
