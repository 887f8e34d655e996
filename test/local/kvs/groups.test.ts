// Batches and transactions through the real @forge/kvs.

import { Filter, FilterConditions, ForgeKvsAPIError, MetadataField, kvs } from '@forge/kvs';
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

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ForgeKvsAPIError))
    throw new Error(`expected a ForgeKvsAPIError, got ${String(error)}`);
  return `${error.responseDetails.status} ${error.code}`;
}
const employee = { entityName: 'employee' };
const version = (age: number) => ({
  ...employee,
  conditions: new Filter<{ age: number }>().and('age', FilterConditions.equalTo(age)),
});

test('batchSet: does what it can and names the rest', async () => {
  const answer = await kvs.batchSet<unknown>([
    { key: 'a', value: 1, options: { ttl: { value: 1, unit: 'DAYS' } } },
    { key: 'a', value: { surname: 'A' }, ...employee },
    { key: 'bad/key', value: 1 },
    { key: 'b', value: { age: 'old' }, ...employee },
  ]);
  expect(answer.successfulKeys).toEqual([{ key: 'a' }, { key: 'a', entityName: 'employee' }]);
  expect(answer.failedKeys).toMatchObject([
    { key: 'bad/key', error: { code: 'INVALID_KEY' } },
    { key: 'b', entityName: 'employee', error: { code: 'INVALID_ENTITY_VALUE' } },
  ]);
  expect(await kvs.get('a')).toBe(1);
  expect(await kvs.entity('employee').get('a')).toEqual({ surname: 'A' });
});

test('batchGet: returns values with metadata, and missing keys as failed', async () => {
  await kvs.set('a', 1);
  const items = [{ key: 'a', options: { metadataFields: [MetadataField.CREATED_AT] } }, { key: 'missing' }];
  const answer = await kvs.batchGet(items);
  expect(answer.successfulKeys).toEqual([{ key: 'a', value: 1, createdAt: START }]);
  expect(answer.failedKeys).toMatchObject([{ key: 'missing', error: { code: 'KEY_NOT_FOUND' } }]);
});

test('batchDelete: removes values and entities', async () => {
  await kvs.set('a', 1);
  await kvs.entity('employee').set('a', { age: 1 });
  const answer = await kvs.batchDelete([{ key: 'a' }, { key: 'a', ...employee }, { key: 'missing' }]);
  expect(answer).toEqual({
    successfulKeys: [{ key: 'a' }, { key: 'a', entityName: 'employee' }, { key: 'missing' }],
    failedKeys: [],
  });
  expect(await kvs.get('a')).toBeUndefined();
  expect(await kvs.entity('employee').query().index('by-age').getOne()).toBeUndefined();
});

test('batches: 1 to 25 keys, each once, 4 MB', async () => {
  const items = (count: number, value: unknown = 1) =>
    Array.from({ length: count }, (_, at) => ({ key: `k${at}`, value }));
  expect((await kvs.batchSet(items(25))).successfulKeys).toHaveLength(25);
  expect((await kvs.batchGet(items(25))).successfulKeys).toHaveLength(25);
  const batches: ((list: { key: string; value: unknown }[]) => Promise<unknown>)[] = [
    (list) => kvs.batchSet(list),
    (list) => kvs.batchGet(list),
    (list) => kvs.batchDelete(list),
  ];
  for (const send of batches) {
    expect(await codeOf(send([]))).toBe('400 BAD_REQUEST');
    expect(await codeOf(send(items(26)))).toBe('400 BAD_REQUEST');
    expect(await codeOf(send([...items(1), ...items(1)]))).toBe('400 BAD_REQUEST');
  }
  expect(await codeOf(kvs.batchSet(items(18, 'x'.repeat(240_000))))).toBe('400 MAX_SIZE');
  const keyPolicy = { options: { keyPolicy: 'FAIL_IF_EXISTS' } } as object;
  expect(await codeOf(kvs.batchSet([{ key: 'k', value: 1, ...keyPolicy }]))).toBe('400 BAD_REQUEST');
});

test('transaction: commits sets and deletes together', async () => {
  await kvs.set('old', 1);
  await kvs
    .transact()
    .set('a', 1, undefined, { ttl: { value: 1, unit: 'DAYS' } })
    .set('e', { age: 1 }, employee)
    .delete('old')
    .execute();
  expect(await kvs.get('a', { metadataFields: [MetadataField.EXPIRE_TIME] })).toMatchObject({
    expireTime: '2026-11-22T12:00:00.000Z',
  });
  expect(await kvs.entity('employee').get('e')).toEqual({ age: 1 });
  expect(await kvs.get('old')).toBeUndefined();
});

test('transaction: one unmet condition undoes everything', async () => {
  await kvs.entity('employee').set('e', { age: 1 });
  const attempt = kvs.transact().set('a', 1).set('e', { age: 3 }, version(2)).execute();
  expect(await codeOf(attempt)).toBe('409 CONDITIONAL_CHECK_FAILED');
  expect(await codeOf(kvs.transact().set('a', 1).check('e', version(2)).execute())).toBe(
    '409 CONDITIONAL_CHECK_FAILED',
  );
  expect(await codeOf(kvs.transact().delete('e', version(2)).execute())).toBe('409 CONDITIONAL_CHECK_FAILED');
  expect(await kvs.get('a')).toBeUndefined();
  expect(await kvs.entity('employee').get('e')).toEqual({ age: 1 });
});

test('transaction: compare-and-set lets one of many writers through each time', async () => {
  await kvs.entity('employee').set('e', { age: 0 });
  const outcomes = await Promise.allSettled(
    Array.from({ length: 8 }, () => kvs.transact().set('e', { age: 1 }, version(0)).execute()),
  );
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  const absent = {
    ...employee,
    conditions: new Filter<{ age: number }>().and('age', FilterConditions.notExists()),
  };
  await kvs.transact().set('fresh', { age: 0 }, absent).execute();
  expect(await codeOf(kvs.transact().set('fresh', { age: 9 }, absent).execute())).toBe(
    '409 CONDITIONAL_CHECK_FAILED',
  );
});

test('transaction: refuses what is malformed before it writes anything', async () => {
  const many = kvs.transact();
  for (let at = 0; at < 26; at += 1) many.set(`k${at}`, at);
  expect(await codeOf(many.execute())).toBe('400 BAD_REQUEST');
  expect(await codeOf(kvs.transact().execute())).toBe('400 BAD_REQUEST');
  expect(await codeOf(kvs.transact().set('a', 1).delete('a').execute())).toBe('400 BAD_REQUEST');
  expect(await codeOf(kvs.transact().set('a', 1).set('b/c', 1).execute())).toBe('400 INVALID_KEY');
  expect(await codeOf(kvs.transact().set('a', 1).set('e', { age: '1' }, employee).execute())).toBe(
    '400 INVALID_ENTITY_VALUE',
  );
  const plain = await bench.kvs.handle(
    '/api/v1/transaction',
    JSON.stringify({ set: [{ key: 'a', value: 1, conditions: { and: [] } }] }),
  );
  expect(plain.status).toBe(400);
  const big = kvs.transact();
  for (let at = 0; at < 18; at += 1) big.set(`k${at}`, 'x'.repeat(240_000));
  expect(await codeOf(big.execute())).toBe('400 MAX_SIZE');
  expect((await kvs.query().getMany()).results).toEqual([]);
});
