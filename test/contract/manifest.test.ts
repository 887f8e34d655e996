import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readManifest, ROOT } from './read-manifest';
import type { Module } from './read-manifest';

const manifest = readManifest();
const modules: readonly Module[] = Object.values(manifest.modules).flat();
const sources = readdirSync(join(ROOT, 'src/forge'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readFileSync(join(ROOT, 'src/forge', path), 'utf8'));

/** What `forge lint` asks of @forge/manifest: the schema, the modules, the resources, the permissions. */
const VALIDATE = `
  const { ProcessorBuilder, ValidationTypes } = require(${JSON.stringify(join(ROOT, 'node_modules/@forge/manifest'))});
  ProcessorBuilder.instance().withValidation(ValidationTypes.FULL).build().process()
    .then(({ success, errors }) => console.log(JSON.stringify({ success, errors })));
`;

test('passes the full validation of @forge/manifest', () => {
  // A folder that stands for a checkout after `npm run build`: built resources are not in the repository.
  const folder = mkdtempSync(join(tmpdir(), 'rulewright-manifest-'));
  try {
    symlinkSync(join(ROOT, 'manifest.yml'), join(folder, 'manifest.yml'));
    symlinkSync(join(ROOT, 'src'), join(folder, 'src'));
    for (const { path } of manifest.resources) {
      if (path.startsWith('src/')) continue;
      mkdirSync(join(folder, path), { recursive: true });
      writeFileSync(join(folder, path, 'index.html'), '');
    }
    const output = execFileSync(process.execPath, ['-e', VALIDATE], { cwd: folder, encoding: 'utf8' });
    expect(JSON.parse(output)).toEqual({ success: true, errors: [] });
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 180_000);

test('every handler is an export of src/index.ts', async () => {
  const index: Readonly<Record<string, unknown>> = await import('../../src/index');
  for (const { handler } of manifest.modules.function) {
    const [file, name] = handler.split('.');
    expect(file).toBe('index');
    expect(typeof index[name ?? ''], handler).toBe('function');
  }
});

test('every function is declared and used', () => {
  const declared = manifest.modules.function.map(({ key }) => key);
  const used = modules.flatMap((module) => module.function ?? module.resolver?.function ?? []);
  expect(new Set(used)).toEqual(new Set(declared));
});

test('keys are unique over all modules, and function keys are short enough', () => {
  const keys = modules.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { key } of manifest.modules.function) expect(key.length).toBeLessThanOrEqual(23);
});

test('every resource is declared, and what is source exists', () => {
  const declared = manifest.resources.map(({ key }) => key);
  for (const { resource } of modules) if (resource !== undefined) expect(declared).toContain(resource);
  for (const { path } of manifest.resources) {
    if (path.startsWith('src/')) expect(existsSync(join(ROOT, path)), path).toBe(true);
  }
});

test('the queues that the app pushes to are the queues that it consumes', () => {
  const pushed = sources.flatMap((text) =>
    [...text.matchAll(/new Queue\(\{ key: '([^']+)' \}\)/g)].map((match) => match[1]),
  );
  expect(pushed.length).toBeGreaterThan(0);
  expect(new Set(manifest.modules.consumer.map(({ queue }) => queue))).toEqual(new Set(pushed));
});

test('storage is declared, because @forge/kvs is used and nothing else checks it', () => {
  expect(sources.some((text) => text.includes("from '@forge/kvs'"))).toBe(true);
  expect(Object.keys(manifest.permissions.scopes)).toContain('storage:app');
});

test('time limits are within what the modules may have', () => {
  const long = [...manifest.modules.consumer, ...manifest.modules.scheduledTrigger].map(
    (module) => module.function,
  );
  for (const { key, timeoutSeconds } of manifest.modules.function) {
    if (timeoutSeconds === undefined) continue;
    expect(long).toContain(key);
    expect(timeoutSeconds).toBeLessThanOrEqual(900);
  }
});

test('there is one fiveMinute schedule at most', () => {
  const intervals = manifest.modules.scheduledTrigger.map(({ interval }) => interval);
  expect(intervals.filter((interval) => interval === 'fiveMinute').length).toBeLessThanOrEqual(1);
  expect(intervals.length).toBeLessThanOrEqual(5);
});
