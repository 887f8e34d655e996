// The real @forge/kvs against the store: what works on Forge works here, what Forge refuses is refused alike.

import { ForgeKvsAPIError, MetadataField, WhereConditions, kvs } from '@forge/kvs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { START, openBench, wire } from './harness';
import type { Bench } from './harness';

let bench: Bench;
let unwire: () => void;

beforeEach(() => {
  bench = openBench();
  unwire = wire(bench.kvs);
});
afterEach(async () => {
  unwire();
  await bench.close();
});

async function refusal(work: Promise<unknown>): Promise<{ status: number; code: string }> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ForgeKvsAPIError))
    throw new Error(`expected a ForgeKvsAPIError, got ${String(error)}`);
  return { status: error.responseDetails.status, code: error.code };
}
const nested = (depth: number): unknown => (depth === 0 ? 1 : { d: nested(depth - 1) });

test('get: returns what was set, of every type that Forge stores', async () => {
  for (const value of ['text', '', 0, -1.5, true, false, [1, [2]], { a: { b: [null] } }, [], {}]) {
    await kvs.set('k', value);
    expect(await kvs.get('k')).toEqual(value);
  }
});

test('get: a missing key is undefined, and an error on the wire', async () => {
  expect(await kvs.get('missing')).toBeUndefined();
  expect(await kvs.get('missing', { metadataFields: [MetadataField.CREATED_AT] })).toBeUndefined();
  const answer = await bench.kvs.handle('/api/v1/get', '{"key":"missing"}');
  expect(answer.status).toBe(404);
  expect(JSON.parse(answer.body)).toMatchObject({ code: 'KEY_NOT_FOUND' });
});

test('get: metadata tells creation, update and expiry', async () => {
  const fields = [MetadataField.CREATED_AT, MetadataField.UPDATED_AT, MetadataField.EXPIRE_TIME];
  await kvs.set('k', 1, { ttl: { value: 2, unit: 'HOURS' } });
  bench.clock.step(5000);
  expect(await kvs.get('k', { metadataFields: fields })).toEqual({
    key: 'k',
    value: 1,
    createdAt: START,
    updatedAt: START,
    expireTime: '2026-11-21T14:00:00.000Z',
  });
  await kvs.set('k', 2);
  expect(await kvs.get('k', { metadataFields: fields })).toEqual({
    key: 'k',
    value: 2,
    createdAt: START,
    updatedAt: START + 5000,
    expireTime: undefined,
  });
});

test('set: FAIL_IF_EXISTS lets one of many writers through', async () => {
  const results = await Promise.allSettled(
    Array.from({ length: 12 }, (_, writer) => kvs.set('claim', { writer }, { keyPolicy: 'FAIL_IF_EXISTS' })),
  );
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  expect(await kvs.get('claim')).toEqual({ writer: 0 });
  expect(await refusal(kvs.set('claim', 1, { keyPolicy: 'FAIL_IF_EXISTS' }))).toEqual({
    status: 409,
    code: 'KEY_CONFLICT',
  });
  await kvs.set('claim', 2, { keyPolicy: 'OVERRIDE' });
  expect(await kvs.get('claim')).toBe(2);
});

test('set: returns the previous or the latest value with metadata', async () => {
  const previous = { keyPolicy: 'OVERRIDE', returnValue: 'PREVIOUS' } as const;
  expect(await kvs.set<number, number>('k', 1, previous)).toBeUndefined();
  bench.clock.step(1000);
  expect(await kvs.set<number, number>('k', 2, previous)).toEqual({ key: 'k', value: 1 });
  expect(
    await kvs.set('k', 3, {
      keyPolicy: 'OVERRIDE',
      returnValue: 'LATEST',
      returnMetadataFields: [MetadataField.CREATED_AT, MetadataField.UPDATED_AT],
    }),
  ).toEqual({ key: 'k', value: 3, createdAt: START, updatedAt: START + 1000 });
});

test('set: options that contradict each other are refused', async () => {
  const contradictions = [
    { keyPolicy: 'FAIL_IF_EXISTS', returnValue: 'LATEST' },
    { keyPolicy: 'OVERRIDE', returnMetadataFields: ['CREATED_AT'] },
    { keyPolicy: 'SOMETIMES' },
    { ttl: { value: 0, unit: 'SECONDS' } },
    { ttl: { value: 366, unit: 'DAYS' } },
    { ttl: { value: 1, unit: 'WEEKS' } },
    { unknown: 1 },
  ];
  for (const options of contradictions) {
    expect(await refusal(kvs.set('k', 1, options as never))).toEqual({ status: 400, code: 'BAD_REQUEST' });
  }
  await kvs.set('k', 1, { ttl: { value: 365, unit: 'DAYS' } });
});

test('set: null and nothing are no values', async () => {
  expect(await refusal(kvs.set('k', null))).toEqual({ status: 400, code: 'BAD_REQUEST' });
  expect(await refusal(kvs.set('k', undefined))).toEqual({ status: 400, code: 'BAD_REQUEST' });
});

test('keys: the documented limits hold, with their codes', async () => {
  expect(await refusal(kvs.set('', 1))).toEqual({ status: 400, code: 'KEY_TOO_SHORT' });
  expect(await refusal(kvs.get('k'.repeat(501)))).toEqual({ status: 400, code: 'KEY_TOO_LONG' });
  for (const key of ['a/b', 'a@b', 'a|b', 'a,b', 'a(b', 'ä', ' ', '\n ']) {
    expect(await refusal(kvs.set(key, 1))).toEqual({ status: 400, code: 'INVALID_KEY' });
    expect(await refusal(kvs.delete(key))).toEqual({ status: 400, code: 'INVALID_KEY' });
  }
  for (const key of ['k', 'k'.repeat(500), '\u3000k'.repeat(250), 'a:b.c_d e-f#g', '9']) {
    await kvs.set(key, key);
    expect(await kvs.get(key)).toBe(key);
  }
});

test('values: 240 KiB and depth 31 are taken, one more is not', async () => {
  const quotes = 2;
  await kvs.set('k', 'x'.repeat(245_760 - quotes));
  expect(await refusal(kvs.set('k', 'x'.repeat(245_761 - quotes)))).toEqual({
    status: 400,
    code: 'MAX_SIZE',
  });
  expect(await refusal(kvs.set('k', 'ä'.repeat(122_880)))).toEqual({ status: 400, code: 'MAX_SIZE' });
  await kvs.set('k', nested(31));
  expect(await refusal(kvs.set('k', nested(32)))).toEqual({ status: 400, code: 'MAX_DEPTH' });
});

test('delete: removes, and a missing key is no error', async () => {
  await kvs.set('k', 1);
  await kvs.delete('k');
  expect(await kvs.get('k')).toBeUndefined();
  await kvs.delete('k');
});

test('secrets: are kept apart from values, and queries do not show them', async () => {
  await kvs.setSecret('k', 'secret');
  await kvs.set('k', 'open');
  expect(await kvs.getSecret('k')).toBe('secret');
  expect((await kvs.query().getMany()).results).toEqual([{ key: 'k', value: 'open' }]);
  expect(await refusal(kvs.setSecret('k', 1, { keyPolicy: 'FAIL_IF_EXISTS' }))).toMatchObject({
    code: 'KEY_CONFLICT',
  });
  expect(await refusal(kvs.setSecret('k', 'x'.repeat(131_072)))).toMatchObject({ code: 'MAX_SIZE' });
  await kvs.deleteSecret('k');
  expect(await kvs.getSecret('k')).toBeUndefined();
  expect(await kvs.get('k')).toBe('open');
});

test('query: pages through a prefix in key order, ten at a time unless told', async () => {
  for (let at = 0; at < 25; at += 1) await kvs.set(`rule:${String(at).padStart(2, '0')}`, at);
  await kvs.set('rule', 'before');
  await kvs.set('rulf', 'after');
  const query = () => kvs.query().where('key', WhereConditions.beginsWith('rule:'));
  const seen: number[] = [];
  const sizes: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await (cursor === undefined ? query() : query().cursor(cursor)).getMany<number>();
    seen.push(...page.results.map((result) => result.value));
    sizes.push(page.results.length);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  expect(seen).toEqual(Array.from({ length: 25 }, (_, at) => at));
  expect(sizes).toEqual([10, 10, 5]);
  expect((await query().limit(25).getMany()).nextCursor).toBeUndefined();
  expect(await query().getOne()).toEqual({ key: 'rule:00', value: 0 });
  expect((await kvs.query().limit(100).getMany()).results).toHaveLength(27);
  expect(
    (await kvs.query().where('key', WhereConditions.beginsWith('')).limit(100).getMany()).results,
  ).toHaveLength(27);
});

test('query: shows metadata when asked', async () => {
  await kvs.set('k', 1, { ttl: { value: 1, unit: 'DAYS' } });
  const page = await kvs
    .query({ metadataFields: [MetadataField.EXPIRE_TIME, MetadataField.CREATED_AT] })
    .getMany();
  expect(page.results).toEqual([
    { key: 'k', value: 1, createdAt: START, expireTime: '2026-11-22T12:00:00.000Z' },
  ]);
});

test('query: what cannot be asked is refused by its code', async () => {
  const begins = { property: 'key', condition: 'BEGINS_WITH', values: ['a'] };
  const codeOf = async (body: object) => {
    const answer = await bench.kvs.handle('/api/v1/query', JSON.stringify(body));
    return [answer.status, (JSON.parse(answer.body) as { code: string }).code];
  };
  expect(await refusal(kvs.query().limit(101).getMany())).toMatchObject({
    code: 'LIST_QUERY_LIMIT_EXCEEDED',
  });
  expect(await codeOf({ limit: 0 })).toEqual([400, 'BAD_REQUEST']);
  expect(await codeOf({ where: [begins, begins] })).toEqual([400, 'QUERY_WHERE_INVALID']);
  expect(await codeOf({ where: [{ ...begins, property: 'value' }] })).toEqual([
    400,
    'QUERY_WHERE_FIELD_INVALID',
  ]);
  expect(await codeOf({ where: [{ ...begins, condition: 'CONTAINS' }] })).toEqual([
    400,
    'INVALID_FILTER_CONDITION',
  ]);
  expect(await codeOf({ where: [{ ...begins, values: [] }] })).toEqual([400, 'INVALID_FILTER_VALUES']);
  expect(await codeOf({ after: 'nonsense' })).toEqual([400, 'BAD_REQUEST']);
});

test('ttl: an expired value stays readable for the deletion lag, then it is gone and the key is free', async () => {
  const hour = 3_600_000;
  await kvs.set('k', 1, { ttl: { value: 1, unit: 'HOURS' } });
  bench.clock.step(hour + 47 * hour);
  expect(await kvs.get('k')).toBe(1);
  expect(await refusal(kvs.set('k', 2, { keyPolicy: 'FAIL_IF_EXISTS' }))).toMatchObject({
    code: 'KEY_CONFLICT',
  });
  bench.clock.step(hour);
  expect(await kvs.get('k')).toBeUndefined();
  expect((await kvs.query().getMany()).results).toEqual([]);
  await kvs.set('k', 3, { keyPolicy: 'FAIL_IF_EXISTS' });
  expect(await kvs.get('k', { metadataFields: [MetadataField.CREATED_AT] })).toMatchObject({
    createdAt: START + 49 * hour,
  });
});

test('ttl: writes remove what has expired for good', async () => {
  for (let at = 0; at < 30; at += 1) await kvs.set(`k${at}`, at, { ttl: { value: 1, unit: 'SECONDS' } });
  bench.clock.step(49 * 3_600_000);
  await kvs.set('a', 1);
  await kvs.set('b', 1);
  expect([...bench.store.table('kvs-items').range()].map((row) => row.key)).toEqual([
    ['value', 'a'],
    ['value', 'b'],
  ]);
  expect([...bench.store.table('kvs-expiry').range()]).toEqual([]);
});

test('wire: a path that is not emulated answers 501 and names it, a broken body 400', async () => {
  const unknown = await bench.kvs.handle('/api/v1/truncate', '{}');
  expect(unknown.status).toBe(501);
  expect(unknown.body).toContain('/api/v1/truncate');
  const broken = await bench.kvs.handle('/api/v1/get', '{');
  expect(broken.status).toBe(400);
  expect(JSON.parse(broken.body)).toMatchObject({ code: 'BAD_REQUEST' });
});

test('list: shows plain values by prefix, page by page, uncounted', async () => {
  for (const key of ['a1', 'a2', 'a3', 'b1']) await kvs.set(key, { key });
  const before = bench.kvs.usage();
  const first = await bench.kvs.list({ prefix: 'a', limit: 2 });
  expect(first.items.map((item) => item.key)).toEqual(['a1', 'a2']);
  const second = await bench.kvs.list({ prefix: 'a', limit: 2, cursor: first.cursor ?? '' });
  expect(second).toEqual({ items: [{ key: 'a3', value: { key: 'a3' } }] });
  expect((await bench.kvs.list()).items).toHaveLength(4);
  expect(bench.kvs.usage()).toEqual(before);
});
