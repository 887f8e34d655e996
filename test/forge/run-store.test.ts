// The real run store, through the real SDK, on the host's KVS with the entities of the manifest.

import { resolve } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { countStore } from '../../src/forge/kvs/count-store';
import { runStore } from '../../src/forge/kvs/run-store';
import { loadManifest } from '../../src/local/manifest/parse-manifest';
import { itIsARunStore } from '../core/runs/run-store-conformance';
import { openBench, wire } from '../local/kvs/harness';
import type { Bench } from '../local/kvs/harness';

const MANIFEST = resolve(import.meta.dirname, '../../manifest.yml');

let bench: Bench;
let unwire: () => void;
beforeEach(async () => {
  const { entities } = await loadManifest(MANIFEST);
  bench = openBench({ entities });
  unwire = wire(bench.kvs);
});
afterEach(async () => {
  unwire();
  await bench.close();
});

itIsARunStore(() => ({ store: runStore, counts: countStore }));
