// Bundles a program of the tests into one file, so that a test which starts it again and again does not wait each time
// for every source to be transformed. Files that look beside themselves still find what is there.

import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { NODE_BUNDLE } from './bundle-options';
import type { Plugin } from 'esbuild';

const ROOT = resolve(import.meta.dirname, '../..');

/** Bundles `entryPath` under this name; answers the file to run with node. */
export async function bundleProcess(entryPath: string, name: string): Promise<string> {
  // Inside the project, so that packages are found from there.
  const outfile = join(ROOT, `node_modules/.cache/rulewright-tests/${name}-${process.pid}.mjs`);
  await build({
    entryPoints: [entryPath],
    outfile,
    ...NODE_BUNDLE,
    plugins: [ownFolders],
  });
  return outfile;
}

const ownFolders: Plugin = {
  name: 'own-folders',
  setup(context) {
    context.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return {
        contents: text.replaceAll('import.meta.dirname', JSON.stringify(dirname(path))),
        loader: 'ts',
      };
    });
  },
};
