// Bundles the worker with the engine, as it is or with one textual change that plants a fault in it. A change that does
// not apply is an error: it would prove nothing.

import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { NODE_BUNDLE } from '../../support/bundle-options';
import type { Plugin } from 'esbuild';

const ROOT = resolve(import.meta.dirname, '../../..');

/** Replaces `find`, which must stand in the file once, by `replace`. */
export interface Patch {
  /** Below the repository, with slashes. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** Bundles `test/simulation/<entry>`; answers the file to run. */
export async function bundle(entry: string, name: string, patches: readonly Patch[] = []): Promise<string> {
  const outfile = join(ROOT, `node_modules/.cache/rulewright-simulation/${name}.mjs`);
  const applied = new Set<Patch>();
  await build({
    entryPoints: [join(ROOT, 'test/simulation', entry)],
    outfile,
    ...NODE_BUNDLE,
    plugins: patches.length === 0 ? [] : [patching(patches, applied)],
  });
  const missing = patches.find((patch) => !applied.has(patch));
  if (missing !== undefined) throw new Error(`Failed to plant "${name}": ${missing.file} is not loaded.`);
  return outfile;
}

function patching(patches: readonly Patch[], applied: Set<Patch>): Plugin {
  return {
    name: 'plant-faults',
    setup(context) {
      context.onLoad({ filter: /src[\\/]core[\\/].*\.ts$/ }, async ({ path }) => {
        const file = relative(ROOT, path).split(sep).join('/');
        const mine = patches.filter((patch) => patch.file === file);
        if (mine.length === 0) return undefined;
        let contents = await readFile(path, 'utf8');
        for (const patch of mine) {
          contents = applyPatch(contents, patch);
          applied.add(patch);
        }
        return { contents, loader: 'ts' };
      });
    },
  };
}

/** The text with the patch; an error when what it replaces does not stand there exactly once. */
export function applyPatch(text: string, { file, find, replace }: Patch): string {
  const parts = text.split(find);
  if (parts.length === 2) return parts.join(replace);
  throw new Error(`Failed to change ${file}: "${find}" stands there ${parts.length - 1} times, not once.`);
}
