// Bundles a script of the benchmark as the app is bundled when it is deployed, so that what is measured is what runs.
// Running it through tsx would measure tsx too, which keeps the name of every closure.

import { buildSync } from 'esbuild';
import { join, resolve } from 'node:path';
import { NODE_BUNDLE } from '../support/bundle-options';

const ROOT = resolve(import.meta.dirname, '../..');

/** Bundles `test/bench/<name>.ts`; the answer is the file to run. Packages stay where they are. */
export function bundleScript(name: string): string {
  const outfile = join(ROOT, `node_modules/.cache/rulewright-bench/${name}.mjs`);
  buildSync({
    entryPoints: [join(ROOT, `test/bench/${name}.ts`)],
    outfile,
    ...NODE_BUNDLE,
  });
  return outfile;
}
