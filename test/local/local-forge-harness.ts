// Starts Forge alone (no site, no pages) around a test app, with a stepped clock and a folder of its own.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClock } from '../../src/local/clock/clock';
import { createLocalForge } from '../../src/local/local-forge';
import { parseManifest } from '../../src/local/manifest/parse-manifest';
import { bundleApp, bundleContainerProgram } from '../../src/local/runtime/bundle';
import { openStore } from '../../src/local/store/store';
import type { JsonObject } from '../../src/core/json';
import type { Clock } from '../../src/local/clock/clock';
import type { LocalForge, LocalForgeOptions } from '../../src/local/local-forge';

export const START_MS = Date.parse('2026-01-05T09:00:00Z');

/** The manifest of the probe app, see test/fixtures/apps/probe.ts. */
export function probeManifest(changes: { modules?: JsonObject; permissions?: JsonObject } = {}): JsonObject {
  return {
    app: {
      id: 'ari:cloud:ecosystem::app/probe',
      name: 'probe',
      runtime: { name: 'nodejs22.x', memoryMB: 128 },
    },
    modules: {
      function: [
        { key: 'on-event', handler: 'index.onEvent' },
        { key: 'on-message', handler: 'index.onMessage' },
        { key: 'on-schedule', handler: 'index.onSchedule' },
        { key: 'on-bad-schedule', handler: 'index.onBadSchedule' },
        { key: 'resolve', handler: 'index.resolve' },
      ],
      trigger: [{ key: 'pages', function: 'on-event', events: ['avi:confluence:created:page'] }],
      consumer: [{ key: 'workers', queue: 'work', function: 'on-message' }],
      'confluence:globalSettings': [{ key: 'settings', title: 'Probe', resolver: { function: 'resolve' } }],
      ...changes.modules,
    },
    permissions: { scopes: ['read:confluence-content.summary'], ...changes.permissions },
  };
}

const bundles = new Map<string, Promise<string>>();

/** The code of a test app; bundled once in a test file. */
export function appCode(name: string): Promise<string> {
  const known = bundles.get(name);
  if (known !== undefined) return known;
  const entry = join(import.meta.dirname, '..', 'fixtures', 'apps', `${name}.ts`);
  const made = bundleApp(entry).then(({ code }) => code);
  bundles.set(name, made);
  return made;
}

const program = bundleContainerProgram();

export interface TestForge extends LocalForge {
  readonly clock: Clock;
  readonly dataDir: string;
  /** Delivers an event of the type that the probe's trigger names. */
  send(fields?: object): Promise<string>;
  /** What the app reported in its invocations, oldest first, parsed. */
  reports(): readonly Readonly<Record<string, unknown>>[];
  close(): Promise<void>;
}

export async function createTestForge(
  options: Partial<Omit<LocalForgeOptions, 'manifest'>> & {
    manifest?: JsonObject;
    dataDir?: string;
    app?: string;
  } = {},
): Promise<TestForge> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'rulewright-test-')));
  const store = openStore(dataDir);
  const clock = options.clock ?? createClock({ mode: 'manual', startMs: START_MS });
  const forge = createLocalForge({
    decide: () => ({ deliver: true }),
    ...options,
    manifest: parseManifest(options.manifest ?? probeManifest()),
    appCode: options.appCode ?? (await appCode(options.app ?? 'probe')),
    program: await program,
    store,
    clock,
  });
  await forge.delivery.start();
  return {
    ...forge,
    clock,
    dataDir,
    async send(fields = {}) {
      const seen = await forge.delivery.accept(
        { eventType: 'avi:confluence:created:page', ...fields },
        'fired',
      );
      await clock.whenIdle();
      return seen.id;
    },
    reports: () =>
      [...forge.runtime.invocations.list()]
        .reverse()
        .flatMap(({ logs }) => logs.map(({ text }) => JSON.parse(text) as Readonly<Record<string, unknown>>)),
    async close() {
      await forge.dispose();
      clock.dispose();
      await store.close();
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}
