import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../../src/core/conditions/change/apply-changes';
import { compileCondition } from '../../../src/core/conditions/compile-condition';
import { decide } from '../../../src/core/conditions/decide';
import { fieldsOf } from '../../../src/core/conditions/fields-of';
import { overlaps } from '../../../src/core/conditions/overlaps';
import { generateCondition, generateFacts } from './generate-clauses';
import { generateData, generateLogic } from './generate-logic';
import { createRandom } from './random';
import type { Random } from './random';
import { CONTEXT, outcomeOf } from './reference';

const TITLE = { startsWith: [{ var: 'content.title' }, 'Meeting'] };
const LABEL = { hasLabel: 'done' };
const FACTS = { content: { title: 'Budget' } };
const UNFETCHED = ['content.labels', 'content.body'];

function decided(logic: unknown): boolean | 'unknown' {
  return decide(logic, FACTS, UNFETCHED, CONTEXT);
}

/** Whether the object that holds the field is there, so that completing the field changes nothing else. */
function hasParent(facts: unknown, path: string): boolean {
  const steps = path.split('.').slice(0, -1);
  const parent = steps.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    facts,
  );
  return typeof parent === 'object' && parent !== null && !Array.isArray(parent);
}

/** How often a decision was made, after checking it against `tries` completions of the unknown fields. */
function checkCompletions(
  random: Random,
  logic: unknown,
  facts: unknown,
  unknownPaths: readonly string[],
  completion: () => unknown,
): boolean {
  const decision = decide(logic, facts, unknownPaths, CONTEXT);
  if (decision === 'unknown') return false;
  const condition = compileCondition(logic);
  for (let round = 0; round < 6; round++) {
    const changes = unknownPaths.filter(() => random.chance(0.8)).map((path) => ({ path, to: completion() }));
    const completed = applyChanges(facts, changes);
    const outcome = outcomeOf(() => condition.holds(completed, CONTEXT));
    if (outcome.kind === 'error') continue;
    expect(outcome.value, JSON.stringify({ logic, facts, changes })).toBe(decision);
  }
  return true;
}

describe('decide', () => {
  it('needs no label when the title has decided already', () => {
    expect(decided({ and: [TITLE, LABEL] })).toBe(false);
    expect(decided({ and: [LABEL, TITLE] })).toBe(false);
    expect(decided({ or: [{ '!': TITLE }, LABEL] })).toBe(true);
    expect(decided({ if: [LABEL, TITLE, false] })).toBe(false);
  });

  it('is unknown when the label matters', () => {
    expect(decided({ or: [TITLE, LABEL] })).toBe('unknown');
    expect(decided(LABEL)).toBe('unknown');
    expect(decided({ some: [{ var: 'content.labels' }, { '==': [{ var: 'name' }, 'x'] }] })).toBe('unknown');
  });

  it('is unknown for whatever lies around, at or within an unknown path', () => {
    for (const path of ['content.body', 'content.body.storage', 'content', '']) {
      expect(decided({ '!!': { var: path } }), path).toBe('unknown');
    }
    expect(decided({ '!!': { var: 'content.bodyguard' } })).toBe(false);
    expect(decided({ missing: ['content.title', 'content.body'] })).toBe('unknown');
  });

  it('ignores what is in the facts under an unknown path', () => {
    expect(decide(LABEL, { content: { labels: ['done'] } }, ['content.labels'], CONTEXT)).toBe('unknown');
  });

  it('is unknown when the evaluation would fail', () => {
    expect(decided({ matches: [{ var: 'content.title' }, '('] })).toBe('unknown');
  });

  it('agrees with the evaluation when everything is known', () => {
    const random = createRandom(5);
    for (let round = 0; round < 8_000; round++) {
      const [logic, facts] = [generateCondition(random, 3), generateFacts(random)];
      expect(decide(logic, facts, [], CONTEXT), JSON.stringify([logic, facts])).toBe(
        compileCondition(logic).holds(facts, CONTEXT),
      );
    }
  });

  it('agrees with every completion of the unknown fields when it decides', () => {
    const random = createRandom(6);
    let decisions = 0;
    const fields = ['title', 'space.key', 'size', 'created'];
    for (let round = 0; round < 8_000; round++) {
      const unknownPaths = fields.filter(() => random.chance(0.4));
      const facts = generateFacts(random);
      const completion = (): unknown => generateFacts(random)['title'];
      if (checkCompletions(random, generateCondition(random, 3), facts, unknownPaths, completion))
        decisions++;
    }
    expect(decisions).toBeGreaterThan(2000);
  });

  it('agrees with every completion for logic of any kind', () => {
    const random = createRandom(8);
    let decisions = 0;
    for (let round = 0; round < 30_000; round++) {
      const facts = generateData(random);
      const paths = ['a', 'b', 'a.b', 'c', 'content.labels', 'content.title'].filter(
        (path) => random.chance(0.3) && hasParent(facts, path),
      );
      const unknownPaths = paths.filter(
        (path) => !paths.some((other) => other !== path && overlaps(other, path)),
      );
      const completion = (): unknown => generateData(random);
      if (checkCompletions(random, generateLogic(random, 4), facts, unknownPaths, completion)) decisions++;
    }
    expect(decisions).toBeGreaterThan(8_000);
  });
});

describe('fieldsOf', () => {
  it('names each field once, labels and missing keys included', () => {
    const logic = {
      and: [
        { startsWith: [{ var: 'content.title' }, 'x'] },
        { '==': [{ var: ['content.title', 'y'] }, { var: 'space.key' }] },
        { hasLabel: 'done' },
        { '!': { missing: ['actor.accountId', 'content.body'] } },
        { missing_some: [1, ['a', 'b']] },
      ],
    };
    expect(fieldsOf(logic)).toEqual([
      'content.title',
      'space.key',
      'content.labels',
      'actor.accountId',
      'content.body',
      'a',
      'b',
    ]);
  });

  it('names a list but not the fields of its elements', () => {
    const logic = { some: [{ var: 'content.labels' }, { '==': [{ var: 'name' }, 'x'] }] };
    expect(fieldsOf(logic)).toEqual(['content.labels']);
    expect(fieldsOf({ reduce: [{ var: 'list' }, { var: 'accumulator' }, { var: 'start' }] })).toEqual([
      'list',
      'start',
    ]);
  });

  it('says with the empty path that anything may be read', () => {
    expect(fieldsOf({ var: { cat: ['a', 'b'] } })).toContain('');
    expect(fieldsOf({ var: '' })).toEqual(['']);
  });

  it('names every field that an evaluation reads', () => {
    const random = createRandom(9);
    for (let round = 0; round < 8_000; round++) {
      const logic = generateLogic(random, 4);
      const fields = fieldsOf(logic);
      if (fields.includes('')) continue;
      const read = readPaths(logic, generateData(random));
      for (const path of read) {
        expect(
          fields.some((field) => overlaps(field, path)),
          `${path} of ${JSON.stringify(logic)}`,
        ).toBe(true);
      }
    }
  });
});

/** The top-level fields that evaluating `logic` reads. */
function readPaths(logic: unknown, data: unknown): ReadonlySet<string> {
  const read = new Set<string>();
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return read;
  const recording = new Proxy(data, {
    get(target, key): unknown {
      if (typeof key === 'string') read.add(key);
      return Reflect.get(target, key);
    },
  });
  outcomeOf(() => compileCondition(logic).value(recording, CONTEXT));
  return read;
}
