// Evaluates the bundled app as a CommonJS module whose `require` knows Node's own modules only, as on Forge, where
// everything else is in the bundle.

import { builtinModules, createRequire } from 'node:module';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';

export type LoadedApp =
  | { readonly ok: true; readonly exports: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly message: string };

export function loadApp(code: string): LoadedApp {
  const filename = join(process.cwd(), 'index.cjs');
  const requireAny = createRequire(filename);
  const requireBuiltin = (id: string): unknown => {
    if (!builtinModules.includes(id.replace(/^node:/, ''))) throw new Error(`Cannot find module '${id}'`);
    return requireAny(id);
  };
  const module: { exports: Record<string, unknown> } = { exports: {} };
  try {
    const run = compileFunction(code, ['exports', 'require', 'module', '__filename', '__dirname'], {
      filename,
    });
    (run as (...args: unknown[]) => void)(module.exports, requireBuiltin, module, filename, process.cwd());
    return { ok: true, exports: module.exports };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
