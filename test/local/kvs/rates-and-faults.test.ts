// The rates of an installation by the host's clock, and the faults a test can ask for.

import { ForgeKvsAPIError, kvs } from '@forge/kvs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { toUnits } from '../../../src/local/kvs/usage';
import { NO_RATES } from '../../../src/local/kvs/limits';
import type { KvsRates } from '../../../src/local/kvs/limits';
import { openBench, wire } from './harness';
import type { Bench } from './harness';

let bench: Bench;
let unwire: () => void;

function use(rates: Partial<KvsRates>): void {
  bench = openBench({ rates: { ...NO_RATES, ...rates } });
  unwire = wire(bench.kvs);
}
beforeEach(() => use({}));
afterEach(async () => {
  unwire();
  await bench.close();
});

async function reuse(rates: Partial<KvsRates>): Promise<void> {
  unwire();
  await bench.close();
  use(rates);
}
async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ForgeKvsAPIError))
    throw new Error(`expected a ForgeKvsAPIError, got ${String(error)}`);
  return `${error.responseDetails.status} ${error.code}`;
}

test('units: each request is rounded up to 10 KB', () => {
  expect([0, 1, 10_240, 10_241, 66_560].map(toUnits)).toEqual([1, 1, 1, 2, 7]);
});

test('rates: requests of one second are bounded, and the next second is free', async () => {
  await reuse({ requestsPerSecond: 3 });
  for (let at = 0; at < 3; at += 1) await kvs.get('k');
  expect(await codeOf(kvs.get('k'))).toBe('429 RATE_LIMIT_EXCEEDED');
  bench.clock.step(1000);
  await kvs.set('k', 1);
});

test('rates: write units of one minute are bounded, a batch counts once, a refused write writes nothing', async () => {
  await reuse({ writeUnitsPerMinute: 4 });
  await kvs.set('a', 'x'.repeat(20_000));
  await kvs.batchSet(Array.from({ length: 25 }, (_, at) => ({ key: `b${at}`, value: at })));
  expect(await codeOf(kvs.set('c', 'x'.repeat(10_240)))).toBe('429 RATE_LIMIT_EXCEEDED');
  await kvs.set('d', 1);
  expect(await codeOf(kvs.transact().set('e', 1).execute())).toBe('429 TOO_MANY_REQUESTS');
  expect(bench.kvs.usage().thisMinute).toEqual({ requests: 5, readUnits: 0, writeUnits: 4, refused: 2 });
  bench.clock.step(60_000);
  await kvs.set('f', 1);
  expect(bench.kvs.usage().thisMinute).toEqual({ requests: 1, readUnits: 0, writeUnits: 1, refused: 0 });
  expect(bench.kvs.usage().total).toEqual({ requests: 6, readUnits: 0, writeUnits: 5, refused: 2 });
  expect((await bench.kvs.list({ prefix: 'c' })).items).toEqual([]);
  expect((await bench.kvs.list({ prefix: 'e' })).items).toEqual([]);
});

test('rates: read units follow what was read', async () => {
  await reuse({ readUnitsPerMinute: 4 });
  await kvs.set('a', 'x'.repeat(25_000));
  await kvs.get('a');
  expect(await codeOf(kvs.get('a'))).toBe('429 RATE_LIMIT_EXCEEDED');
  await kvs.get('missing');
  expect(bench.kvs.usage().thisMinute).toMatchObject({ readUnits: 4, refused: 1 });
});

test('faults: act on the next requests that match, in order, and then no more', async () => {
  const { faults } = bench.kvs;
  faults.add({ do: { kind: 'status', status: 429 }, times: 2, path: '/set$' });
  faults.add({ do: { kind: 'status', status: 500 } });
  expect(faults.list()).toMatchObject([
    { id: 'kvs-1', times: 2 },
    { id: 'kvs-2', times: 1 },
  ]);
  expect(await codeOf(kvs.set('k', 1))).toBe('429 RATE_LIMIT_EXCEEDED');
  expect(await codeOf(kvs.get('k'))).toBe('500 INTERNAL_SERVER_ERROR');
  expect(await codeOf(kvs.set('k', 1))).toBe('429 RATE_LIMIT_EXCEEDED');
  expect(faults.list()).toEqual([]);
  expect(await kvs.get('k')).toBeUndefined();
  faults.add({ do: { kind: 'status', status: 503 } });
  faults.clear();
  await kvs.set('k', 1);
});

test('faults: a lost request writes nothing, a lost answer hides a write', async () => {
  bench.kvs.faults.add({ do: { kind: 'lost', when: 'before' } });
  await expect(kvs.set('before', 1)).rejects.toThrow(new TypeError('fetch failed'));
  bench.kvs.faults.add({ do: { kind: 'lost', when: 'after' } });
  await expect(kvs.set('after', 1)).rejects.toThrow(new TypeError('fetch failed'));
  bench.kvs.faults.add({ do: { kind: 'status', status: 504, when: 'after' } });
  expect(await codeOf(kvs.set('late', 1))).toBe('504 INTERNAL_SERVER_ERROR');
  expect((await bench.kvs.list()).items.map((item) => item.key)).toEqual(['after', 'late']);
});
