// A key-value store on a throw-away folder, a clock that stands still until told, and the wire to the real SDK.
// It must not know what the tests expect.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKvs } from '../../../src/local/kvs/kvs';
import type { Kvs, KvsOptions } from '../../../src/local/kvs/kvs';
import type { EntityDefinition } from '../../../src/local/kvs/entity-definition';
import { NO_RATES } from '../../../src/local/kvs/limits';
import type { HostClock } from '../../../src/local/ports';
import { openStore } from '../../../src/local/store/store';
import type { Store } from '../../../src/local/store/store';

export const START = Date.UTC(2026, 10, 21, 12, 0, 0);

export interface SteppedClock extends HostClock {
  step(ms: number): void;
}

function createSteppedClock(): SteppedClock {
  let now = START;
  return {
    nowMs: () => now,
    at: () => () => undefined,
    sleep: () => Promise.resolve(),
    step: (ms) => {
      now += ms;
    },
  };
}

export const EMPLOYEE: EntityDefinition = {
  name: 'employee',
  attributes: {
    surname: { type: 'string' },
    age: { type: 'integer' },
    gender: { type: 'string' },
    salary: { type: 'float' },
    active: { type: 'boolean' },
    notes: { type: 'any' },
  },
  indexes: [
    'surname',
    'active',
    { name: 'by-age', range: ['age'] },
    { name: 'by-salary', range: ['salary'] },
    { name: 'by-age-per-gender', range: ['age'], partition: ['gender'] },
    { name: 'by-age-per-gender-and-active', range: ['age'], partition: ['gender', 'active'] },
  ],
};

export interface Bench {
  readonly kvs: Kvs;
  readonly clock: SteppedClock;
  readonly store: Store;
  readonly dir: string;
  close(): Promise<void>;
}

export function openBench(
  options: Partial<KvsOptions> = {},
  dir = mkdtempSync(join(tmpdir(), 'kvs-')),
): Bench {
  const clock = createSteppedClock();
  const store = openStore(dir);
  const kvs = createKvs({ store, clock, entities: [EMPLOYEE], rates: NO_RATES, ...options });
  return {
    kvs,
    clock,
    store,
    dir,
    async close() {
      await store.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Puts `kvs` where the SDK sends its requests; returns how to take it away. */
export function wire(kvs: Kvs): () => void {
  const globals = globalThis as Record<string, unknown>;
  globals['__forge_runtime__'] = {};
  globals['__forge_fetch__'] = async (
    target: unknown,
    path: string,
    init: { method: string; body: string },
  ) => {
    if (
      JSON.stringify(target) !== '{"type":"kvs","provider":"app","remote":"kvs"}' ||
      init.method !== 'POST'
    ) {
      throw new Error(`unexpected request ${JSON.stringify(target)} ${init.method} ${path}`);
    }
    const { status, body, headers } = await kvs.handle(path, init.body);
    return new Response(body, { status, headers: { ...headers } });
  };
  return () => {
    delete globals['__forge_runtime__'];
    delete globals['__forge_fetch__'];
  };
}
