// Lets `import x from 'a-commonjs-package'` in our sources mean what it means to Forge's bundler: the package's
// `exports.default`. esbuild follows Node instead wherever package.json says `"type": "module"`, which does not count
// for TypeScript files in webpack. It changes nothing else.

import { dirname } from 'node:path';
import type { Plugin } from 'esbuild';

/** Marks a resolution as ours, so that the plugin does not answer itself. */
const ASKED = { asked: true };

/** esbuild looks for `"type"` only where it resolves a file itself; so the plugin resolves our own files for it. */
export const commonJsDefault: Plugin = {
  name: 'commonjs-default',
  setup(build) {
    build.onResolve({ filter: /^\.|^\// }, async (args) => {
      if (args.pluginData === ASKED || args.importer.includes('/node_modules/')) return undefined;
      const found = await build.resolve(args.path, {
        kind: args.kind,
        importer: args.importer,
        resolveDir: args.kind === 'entry-point' ? dirname(args.path) : args.resolveDir,
        pluginData: ASKED,
      });
      return found.errors.length > 0
        ? { errors: found.errors }
        : { path: found.path, sideEffects: found.sideEffects };
    });
  },
};
