// Random operations through the real @forge/kvs agree with a Map.

import { Filter, FilterConditions, ForgeKvsAPIError, Sort, WhereConditions, kvs } from '@forge/kvs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openBench, wire } from './harness';

const KEYS = ['a', 'a:1', 'a:2', 'ab', 'b', 'B', 'b#', 'b-x', 'z z'];
const key = fc.constantFrom(...KEYS);
const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.jsonValue({ maxDepth: 2 })));
const command = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), key, value }),
  fc.record({ kind: fc.constant('create' as const), key, value }),
  fc.record({ kind: fc.constant('delete' as const), key }),
  fc.record({ kind: fc.constant('get' as const), key }),
  fc.record({
    kind: fc.constant('query' as const),
    prefix: fc.constantFrom('', 'a', 'a:', 'b', 'q'),
    limit: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({ kind: fc.constant('batch' as const), keys: fc.uniqueArray(key, { minLength: 1 }), value }),
  fc.record({ kind: fc.constant('transact' as const), set: key, remove: key, value }),
);
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

/** JSON has no `-0` and no `undefined`; the wire makes the same of them. */
const throughJson = (given: unknown): unknown => JSON.parse(JSON.stringify(given));
const inOrder = (model: Map<string, unknown>, prefix: string): [string, unknown][] =>
  [...model]
    .filter(([name]) => name.startsWith(prefix))
    .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));

async function pagesOf(prefix: string, limit: number): Promise<[string, unknown][]> {
  const seen: [string, unknown][] = [];
  let cursor: string | undefined;
  do {
    const query = kvs.query().where('key', WhereConditions.beginsWith(prefix)).limit(limit);
    const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany();
    seen.push(...page.results.map((result): [string, unknown] => [result.key, result.value]));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return seen;
}

async function apply(model: Map<string, unknown>, step: Command): Promise<void> {
  switch (step.kind) {
    case 'set':
      await kvs.set(step.key, step.value);
      model.set(step.key, throughJson(step.value));
      return;
    case 'create': {
      const error: unknown = await kvs
        .set(step.key, step.value, { keyPolicy: 'FAIL_IF_EXISTS' })
        .catch((reason: unknown) => reason);
      expect(error instanceof ForgeKvsAPIError && error.code === 'KEY_CONFLICT').toBe(model.has(step.key));
      if (!model.has(step.key)) model.set(step.key, throughJson(step.value));
      return;
    }
    case 'delete':
      await kvs.delete(step.key);
      model.delete(step.key);
      return;
    case 'get':
      expect(await kvs.get(step.key)).toEqual(model.get(step.key));
      return;
    case 'query':
      expect(await pagesOf(step.prefix, step.limit)).toEqual(inOrder(model, step.prefix));
      return;
    case 'batch':
      await kvs.batchSet(step.keys.map((name) => ({ key: name, value: step.value })));
      for (const name of step.keys) model.set(name, throughJson(step.value));
      return;
    case 'transact': {
      if (step.set === step.remove) return;
      await kvs.transact().set(step.set, step.value).delete(step.remove).execute();
      model.set(step.set, throughJson(step.value));
      model.delete(step.remove);
      return;
    }
  }
}

test('values: random operations agree with a Map', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 30 }), async (commands) => {
      const bench = openBench();
      const unwire = wire(bench.kvs);
      try {
        const model = new Map<string, unknown>();
        for (const step of commands) await apply(model, step);
        expect(await pagesOf('', 100)).toEqual(inOrder(model, ''));
      } finally {
        unwire();
        await bench.close();
      }
    }),
    { seed: 20261121, numRuns: 40 },
  );
});

test('indexes: order, ranges and filters agree with a sorted list, on any text and number', async () => {
  const text = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 6 })
    .filter((given) => given.trim() !== '' && !/\p{Surrogate}/u.test(given));
  const person = fc.record({
    surname: text,
    salary: fc.oneof(
      fc.integer(),
      fc.double({ min: -1e100, max: 1e100, noNaN: true }).filter((n) => n === 0 || Math.abs(n) > 1e-100),
    ),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(person, { minLength: 1, maxLength: 12 }),
      fc.boolean(),
      fc.nat(),
      async (people, descending, pick) => {
        const bench = openBench();
        const unwire = wire(bench.kvs);
        try {
          const entity = kvs.entity<{ surname: string; salary: number }>('employee');
          for (const [at, given] of people.entries()) await entity.set(`k${at}`, given);
          const pivot = people[pick % people.length] ?? people[0]!;
          const read = async (
            index: string,
            condition: Parameters<ReturnType<ReturnType<typeof entity.query>['index']>['where']>[0],
          ) =>
            (
              await entity
                .query()
                .index(index)
                .where(condition)
                .sort(descending ? Sort.DESC : Sort.ASC)
                .limit(100)
                .getMany()
            ).results.map((result) => result.value);
          const sorted = <T>(compare: (a: T, b: T) => number, list: T[]): T[] => {
            const ascending = list.sort(compare);
            return descending ? ascending.reverse() : ascending;
          };
          const bytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
          const names = people.map((given) => given.surname);
          const pays = people.map((given) => given.salary + 0);
          expect(
            (await read('surname', WhereConditions.greaterThanEqualTo(pivot.surname))).map(
              (given) => given.surname,
            ),
          ).toEqual(
            sorted(
              bytes,
              names.filter((name) => bytes(name, pivot.surname) >= 0),
            ),
          );
          const start = String.fromCodePoint(pivot.surname.codePointAt(0) ?? 0);
          expect(
            (await read('surname', WhereConditions.beginsWith(start))).map((given) => given.surname),
          ).toEqual(
            sorted(
              bytes,
              names.filter((name) => name.startsWith(start)),
            ),
          );
          expect(
            (await read('by-salary', WhereConditions.lessThan(pivot.salary))).map((given) => given.salary),
          ).toEqual(
            sorted(
              (a, b) => a - b,
              pays.filter((pay) => pay < pivot.salary),
            ),
          );
          const others = await entity
            .query()
            .index('by-key')
            .filters(
              new Filter<{ surname: string }>().and('surname', FilterConditions.notEqualTo(pivot.surname)),
            )
            .limit(100)
            .getMany();
          expect(others.results).toHaveLength(names.filter((name) => name !== pivot.surname).length);
        } finally {
          unwire();
          await bench.close();
        }
      },
    ),
    { seed: 20261121, numRuns: 40 },
  );
});
