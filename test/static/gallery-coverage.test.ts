// The gallery of the renderer's browser test shows every component that the library exports, so that an update
// of the library cannot bring one that the host draws as unknown.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const GALLERY = join(import.meta.dirname, '..', 'browser', 'gallery');
/** Exports that begin like components and draw nothing. */
const NOT_DRAWN = new Set(['I18nProvider']);

it('uses every component of the library', async () => {
  // The library asks for the bridge when it is loaded.
  Object.assign(globalThis, { __bridge: { callBridge: () => Promise.resolve(undefined) } });
  const library: Readonly<Record<string, unknown>> = await import('@forge/react');
  const components = Object.entries(library)
    .filter(
      ([name, value]) => /^[A-Z]/u.test(name) && (typeof value === 'string' || typeof value === 'function'),
    )
    .map(([name]) => name)
    .filter((name) => !NOT_DRAWN.has(name));
  const source = readdirSync(GALLERY)
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => readFileSync(join(GALLERY, file), 'utf8'))
    .join('\n');
  const unused = components.filter((name) => !new RegExp(`<${name}\\b`, 'u').test(source));
  expect(components.length).toBeGreaterThan(70);
  expect(unused).toEqual([]);
});
