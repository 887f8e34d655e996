// Custom entities through the real @forge/kvs: types, indexes, ranges, filters.

import { Filter, FilterConditions, ForgeKvsAPIError, Sort, WhereConditions, kvs } from '@forge/kvs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createKvs } from '../../../src/local/kvs/kvs';
import { NO_RATES } from '../../../src/local/kvs/limits';
import { EMPLOYEE, openBench, wire } from './harness';
import type { Bench } from './harness';

interface Employee {
  surname: string;
  age: number;
  gender: string;
  salary: number;
  active: boolean;
  notes: unknown;
}

let bench: Bench;
let unwire: () => void;
const employees = kvs.entity<Partial<Employee>>('employee');

beforeEach(async () => {
  bench = openBench();
  unwire = wire(bench.kvs);
  await employees.set('ada', { surname: 'Lovelace', age: 36, gender: 'f', salary: -0.5, active: true });
  await employees.set('alan', { surname: 'Turing', age: 41, gender: 'm', salary: 1e120, active: false });
  await employees.set('grace', { surname: 'Hopper', age: 85, gender: 'f', salary: 0, active: true });
  await employees.set('linus', { surname: 'Torvalds', age: 56, gender: 'm', salary: 12.25, active: true });
  await employees.set('nobody', { surname: 'Nobody' });
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
const keysOf = async (page: Promise<{ results: { key: string }[] }>): Promise<string[]> =>
  (await page).results.map((result) => result.key);
const raw = async (path: string, body: object): Promise<string> => {
  const answer = await bench.kvs.handle(path, JSON.stringify(body));
  return `${answer.status} ${(JSON.parse(answer.body) as { code: string }).code}`;
};

test('entities: are got, replaced and deleted, apart from values', async () => {
  expect(await employees.get('ada')).toMatchObject({ surname: 'Lovelace' });
  expect(await kvs.get('ada')).toBeUndefined();
  await employees.set('ada', { surname: 'King' });
  expect(await employees.get('ada')).toEqual({ surname: 'King' });
  expect(await codeOf(employees.set('ada', { surname: 'x' }, { keyPolicy: 'FAIL_IF_EXISTS' }))).toBe(
    '409 KEY_CONFLICT',
  );
  await employees.delete('ada');
  await employees.delete('ada');
  expect(await employees.get('ada')).toBeUndefined();
});

test('entities: names and values that were not declared are refused', async () => {
  expect(await codeOf(kvs.entity('ab').get('k'))).toBe('400 ENTITY_TYPE_TOO_SHORT');
  expect(await codeOf(kvs.entity('a'.repeat(61)).get('k'))).toBe('400 ENTITY_TYPE_TOO_LARGE');
  expect(await codeOf(kvs.entity('Employee').get('k'))).toBe('400 INVALID_ENTITY_TYPE');
  expect(await codeOf(kvs.entity('manager').get('k'))).toBe('400 INVALID_ENTITY_TYPE');
  expect(await codeOf(employees.get(''))).toBe('400 EMPTY_KEY');
  const misfits = [
    { surname: 1 },
    { surname: ' ' },
    { age: 1.5 },
    { age: 2 ** 31 },
    { salary: '1' },
    { salary: 1e126 },
    { salary: 1e-131 },
    { active: 1 },
    { notes: null },
    { unheard: 1 },
    { surname: 'x'.repeat(901) },
    [],
    'text',
  ];
  for (const value of misfits) {
    expect(await codeOf(employees.set('k', value as never))).toBe('400 INVALID_ENTITY_VALUE');
  }
  await employees.set('k', {
    notes: { any: ['thing'] },
    age: -(2 ** 31),
    salary: 0,
    surname: 'x'.repeat(900),
  });
});

test('index: orders by its range attribute, and leaves out who lacks it', async () => {
  const byAge = () => employees.query().index('by-age');
  expect(await keysOf(byAge().getMany())).toEqual(['ada', 'alan', 'linus', 'grace']);
  expect(await keysOf(byAge().sort(Sort.DESC).getMany())).toEqual(['grace', 'linus', 'alan', 'ada']);
  expect(await keysOf(employees.query().index('by-salary').getMany())).toEqual([
    'ada',
    'grace',
    'linus',
    'alan',
  ]);
  expect(await keysOf(employees.query().index('surname').getMany())).toEqual([
    'grace',
    'ada',
    'nobody',
    'linus',
    'alan',
  ]);
  await employees.set('ada', { age: 100 });
  await employees.delete('grace');
  expect(await keysOf(byAge().getMany())).toEqual(['alan', 'linus', 'ada']);
});

test.each([
  ['equalTo', WhereConditions.equalTo(41), ['alan']],
  ['greaterThan', WhereConditions.greaterThan(41), ['linus', 'grace']],
  ['greaterThanEqualTo', WhereConditions.greaterThanEqualTo(41), ['alan', 'linus', 'grace']],
  ['lessThan', WhereConditions.lessThan(56), ['ada', 'alan']],
  ['lessThanEqualTo', WhereConditions.lessThanEqualTo(56), ['ada', 'alan', 'linus']],
  ['between', WhereConditions.between(36, 41), ['ada', 'alan']],
])('where: %s on a number, both ways', async (_, condition, expected) => {
  const query = () => employees.query().index('by-age').where(condition);
  expect(await keysOf(query().getMany())).toEqual(expected);
  expect(await keysOf(query().sort(Sort.DESC).getMany())).toEqual([...expected].reverse());
});

test.each([
  ['beginsWith', WhereConditions.beginsWith('a'), ['ada', 'alan']],
  ['equalTo', WhereConditions.equalTo('alan'), ['alan']],
  ['greaterThan', WhereConditions.greaterThan('alan'), ['grace', 'linus', 'nobody']],
  ['greaterThanEqualTo', WhereConditions.greaterThanEqualTo('alan'), ['alan', 'grace', 'linus', 'nobody']],
  ['lessThan', WhereConditions.lessThan('alan'), ['ada']],
  ['between', WhereConditions.between('alan', 'linus'), ['alan', 'grace', 'linus']],
])('where: %s on by-key, both ways', async (_, condition, expected) => {
  const query = () => employees.query().index('by-key').where(condition);
  expect(await keysOf(query().getMany())).toEqual(expected);
  expect(await keysOf(query().sort(Sort.DESC).getMany())).toEqual([...expected].reverse());
});

test('partition: selects exactly, in the order of its attributes', async () => {
  const query = (name: string, partition: unknown[]) => employees.query().index(name, { partition });
  expect(await keysOf(query('by-age-per-gender', ['f']).getMany())).toEqual(['ada', 'grace']);
  expect(await keysOf(query('by-age-per-gender-and-active', ['m', true]).getMany())).toEqual(['linus']);
  expect(
    await keysOf(
      query('by-age-per-gender', ['m']).where(WhereConditions.greaterThan(50)).sort(Sort.DESC).getMany(),
    ),
  ).toEqual(['linus']);
  expect(await codeOf(query('by-age-per-gender', []).getMany())).toBe('400 BAD_REQUEST');
  expect(await codeOf(query('by-age-per-gender', [1]).getMany())).toBe('400 BAD_REQUEST');
  expect(await codeOf(query('by-age', ['f']).getMany())).toBe('400 BAD_REQUEST');
  expect(await codeOf(query('by-shoe-size', []).getMany())).toBe('400 INVALID_ENTITY_INDEX');
});

const filter = () => new Filter<Partial<Employee>>();
test.each([
  ['equalTo', filter().and('surname', FilterConditions.equalTo('Turing')), ['alan']],
  ['notEqualTo', filter().and('active', FilterConditions.notEqualTo(true)), ['alan', 'nobody']],
  ['beginsWith', filter().and('surname', FilterConditions.beginsWith('T')), ['alan', 'linus']],
  ['contains', filter().and('surname', FilterConditions.contains('o')), ['ada', 'grace', 'linus', 'nobody']],
  ['notContains', filter().and('gender', FilterConditions.notContains('f')), ['alan', 'linus', 'nobody']],
  ['exists', filter().and('age', FilterConditions.exists()), ['ada', 'alan', 'grace', 'linus']],
  ['notExists', filter().and('age', FilterConditions.notExists()), ['nobody']],
  ['between', filter().and('age', FilterConditions.between(40, 60)), ['alan', 'linus']],
  ['greaterThan', filter().and('salary', FilterConditions.greaterThan(0)), ['alan', 'linus']],
  [
    'greaterThanEqualTo',
    filter().and('salary', FilterConditions.greaterThanEqualTo(0)),
    ['alan', 'grace', 'linus'],
  ],
  ['lessThan', filter().and('age', FilterConditions.lessThan(41)), ['ada']],
  ['lessThanEqualTo', filter().and('age', FilterConditions.lessThanEqualTo(41)), ['ada', 'alan']],
  [
    'and',
    filter().and('gender', FilterConditions.equalTo('f')).and('age', FilterConditions.greaterThan(50)),
    ['grace'],
  ],
  [
    'or',
    filter().or('age', FilterConditions.greaterThan(80)).or('surname', FilterConditions.equalTo('Turing')),
    ['alan', 'grace'],
  ],
])('filters: %s', async (_, filters, expected) => {
  expect(await keysOf(employees.query().index('by-key').filters(filters).getMany())).toEqual(expected);
});

test('filters: look at one page of the index, so a page can be empty and still have a cursor', async () => {
  const query = () =>
    employees
      .query()
      .index('by-key')
      .filters(filter().and('surname', FilterConditions.equalTo('Hopper')))
      .limit(2);
  const first = await query().getMany();
  expect(first.results).toEqual([]);
  const second = await query()
    .cursor(first.nextCursor ?? '')
    .getMany();
  expect(second.results.map((result) => result.key)).toEqual(['grace']);
});

test('cursor: walks an index both ways without loss or repetition', async () => {
  for (const sort of [Sort.ASC, Sort.DESC]) {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = employees.query().index('by-age').sort(sort).limit(1);
      const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany();
      seen.push(...page.results.map((result) => result.key));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(sort === Sort.ASC ? seen : seen.reverse()).toEqual(['ada', 'alan', 'linus', 'grace']);
  }
});

test('queries: what cannot be asked is refused by its code', async () => {
  const query = (body: object) =>
    raw('/api/v1/entity/query', { entityName: 'employee', indexName: 'by-age', ...body });
  const where = (condition: string, ...values: unknown[]) => query({ range: { condition, values } });
  const filtering = (property: string, condition: string, ...values: unknown[]) =>
    query({ filters: { and: [{ property, condition, values }] } });
  expect(await query({ limit: 101 })).toBe('400 COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE');
  expect(await query({ limit: 0 })).toBe('400 COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE');
  expect(await where('BETWEEN', 1)).toBe('400 INSUFFICIENT_FILTER_VALUES');
  expect(await where('EQUAL_TO', 1, 2)).toBe('400 INVALID_FILTER_VALUES');
  expect(await where('EQUAL_TO', '1')).toBe('400 INVALID_FILTER_VALUES');
  expect(await where('CONTAINS', 'a')).toBe('400 INVALID_FILTER_CONDITION');
  expect(await where('BEGINS_WITH', 1)).toBe('400 INVALID_FILTER_CONDITION');
  expect(await query({ filters: { and: [] } })).toBe('400 EMPTY_FILTER_OPERATOR');
  expect(await query({ filters: { and: [], or: [] } })).toBe('400 INVALID_FILTER_OPERATORS_COMBINATION');
  expect(await filtering('notes', 'EXISTS', true)).toBe('422 INVALID_FILTER_CONDITION');
  expect(await filtering('unheard', 'EXISTS', true)).toBe('400 QUERY_WHERE_FIELD_INVALID');
  expect(await filtering('active', 'GREATER_THAN', true)).toBe('400 INVALID_FILTER_CONDITION');
  expect(await query({ cursor: 'nonsense' })).toBe('400 BAD_REQUEST');
});

test('indexes: are built anew when the manifest declares others', async () => {
  const { store, clock } = bench;
  const renamed = { ...EMPLOYEE, indexes: [{ name: 'by-years', range: ['age'] }] };
  unwire();
  unwire = wire(createKvs({ store, clock, entities: [renamed], rates: NO_RATES }));
  expect(await keysOf(employees.query().index('by-years').getMany())).toEqual([
    'ada',
    'alan',
    'linus',
    'grace',
  ]);
  expect(await codeOf(employees.query().index('by-age').getMany())).toBe('400 INVALID_ENTITY_INDEX');
});
