// Turns sources into the texts that containers run: the app as one CommonJS file, as Forge's bundler does, and the
// container's own program. It writes nothing to disk.

import { join } from 'node:path';
import { build } from 'esbuild';
import { commonJsDefault } from './commonjs-default';

/** The app, ready to be loaded by containers. */
export interface AppBundle {
  readonly code: string;
}

/** Bundles the app whose entry file is `entryPath`. Throws with esbuild's messages. */
export async function bundleApp(entryPath: string): Promise<AppBundle> {
  return { code: await bundleForNode(entryPath) };
}

/** Bundles the program that runs inside a container. */
export function bundleContainerProgram(): Promise<string> {
  return bundleForNode(join(import.meta.dirname, 'worker', 'main.ts'));
}

async function bundleForNode(entryPath: string): Promise<string> {
  const result = await build({
    entryPoints: [entryPath],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    plugins: [commonJsDefault],
    logLevel: 'silent',
    // Stack traces in the log name the functions of the source.
    keepNames: true,
  });
  const [file] = result.outputFiles;
  if (file === undefined) throw new Error(`Failed to bundle "${entryPath}": esbuild gave no output.`);
  return file.text;
}
