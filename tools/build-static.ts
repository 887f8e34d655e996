// Builds the Custom UI resources that manifest.yml names under static/: what `forge deploy` uploads and the host
// serves. See docs/decisions/0003-frame-for-files-and-json.md. It must not build the host's own pages: those never go to Forge.

import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Each resource: its sources, and where manifest.yml says that the built files are. */
const RESOURCES = [
  { from: 'static/rule-files', to: 'static/rule-files/dist', copies: ['index.html', 'main.css'] },
] as const;

/** Builds every resource below the repository `root`. Rejects with esbuild's messages. */
export async function buildStatic(root: string): Promise<void> {
  for (const resource of RESOURCES) {
    const to = join(root, resource.to);
    await mkdir(to, { recursive: true });
    await build({
      entryPoints: [join(root, resource.from, 'main.ts')],
      outfile: join(to, 'main.js'),
      bundle: true,
      minify: true,
      platform: 'browser',
      format: 'iife',
      target: 'es2022',
      define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
      legalComments: 'linked',
      logLevel: 'silent',
    });
    for (const name of resource.copies) await copyFile(join(root, resource.from, name), join(to, name));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildStatic(dirname(dirname(fileURLToPath(import.meta.url))));
}
