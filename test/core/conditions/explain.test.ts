import { describe, expect, it } from 'vitest';
import { compileCondition } from '../../../src/core/conditions/compile-condition';
import { toClauseTree } from '../../../src/core/conditions/clause-tree';
import { explain, sayWhy } from '../../../src/core/conditions/explain';
import { judgeClause } from '../../../src/core/conditions/judge-clause';
import type { Judged } from '../../../src/core/conditions/judge-clause';
import { readInWords } from '../../../src/core/conditions/read-in-words';
import { truthOfClause } from '../../../src/core/conditions/change/truth-of-clause';
import { generateCondition, generateFacts } from './generate-clauses';
import { createRandom } from './random';
import { CONTEXT } from './reference';

const TITLE = { var: 'content.title' };
const FACTS = {
  content: { title: 'Budget', labels: [{ name: 'eng' }] },
  space: { key: 'ENG' },
  actor: { accountId: 'u1' },
  size: 5,
};

function why(logic: unknown): string {
  return sayWhy(logic, FACTS, CONTEXT);
}

function decidingTests({ clause, steps, decisive }: Judged): ReadonlySet<number> {
  if (clause.kind === 'test') return new Set([clause.test]);
  return new Set(decisive.flatMap((index) => [...decidingTests(steps[index]!)]));
}

describe('explain', () => {
  it('says what was found and what it is not', () => {
    expect(why({ startsWith: [TITLE, 'Meeting'] })).toBe(
      'content.title is "Budget", which does not start with "Meeting"',
    );
    expect(why({ '==': [{ var: 'space.key' }, 'OPS'] })).toBe('space.key is "ENG", which is not "OPS"');
    expect(why({ in: [{ var: 'space.key' }, ['OPS', 'HR']] })).toBe(
      'space.key is "ENG", which is not one of "OPS", "HR"',
    );
    expect(why({ '<': [1, { var: 'size' }, 3] })).toBe('size is 5, which is not between 1 and 3');
    expect(why({ '>': [9, { var: 'size' }] })).toBe('size is 5, which is less than 9');
    expect(why({ hasLabel: ['done'] })).toBe(
      'content does not have the label "done"; its labels: a list of 1: "eng"',
    );
  });

  it('says that a field is missing', () => {
    expect(why({ startsWith: [{ var: 'content.owner' }, 'u'] })).toBe(
      'content.owner is missing, so it does not start with "u"',
    );
    expect(why({ isMissing: { var: 'content.owner' } })).toBe('content.owner is missing');
  });

  it('names the value of the field that another is compared with', () => {
    expect(why({ '==': [{ var: 'actor.accountId' }, { var: 'space.key' }] })).toBe(
      'actor.accountId is "u1", which is not space.key (space.key is "ENG")',
    );
  });

  it('marks the clause that decided and those that were not reached', () => {
    const logic = {
      and: [{ contains: [TITLE, 'get'] }, { hasLabel: 'done' }, { '>': [{ var: 'size' }, 3] }],
    };
    const { result, decidedBy, tree } = explain(logic, FACTS, CONTEXT);
    expect(result).toBe(false);
    expect(decidedBy).toEqual(['if.and[1]']);
    expect(tree.clauses.map(({ truth, reached, decisive }) => [truth, reached, decisive])).toEqual([
      [true, true, false],
      [false, true, true],
      [true, false, false],
    ]);
    expect(tree.clauses[1]?.values).toEqual([{ path: 'content.labels', value: [{ name: 'eng' }] }]);
  });

  it('names every clause that decided when all had to', () => {
    const { decidedBy } = explain({ or: [{ '==': [TITLE, 'a'] }, { '!': { var: 'size' } }] }, FACTS, CONTEXT);
    expect(decidedBy).toEqual(['if.or[0]', 'if.or[1].!']);
  });

  it('tells the clause that failed', () => {
    const { result, words, tree, smallestChange } = explain(
      { and: [true, { matches: [TITLE, '('] }] },
      FACTS,
      CONTEXT,
    );
    expect(result).toBe('error');
    expect(words).toContain('content.title matches "(": failed (Failed to evaluate matches');
    expect(tree.clauses[1]?.error).toContain('missing closing )');
    expect(smallestChange).toBeUndefined();
  });

  it('leaves open what depends on fields that were not fetched', () => {
    const context = { ...CONTEXT, unknownPaths: ['content.labels'] };
    const { result, tree } = explain(
      { or: [{ startsWith: [TITLE, 'x'] }, { hasLabel: 'done' }] },
      FACTS,
      context,
    );
    expect(result).toBe('unknown');
    expect(tree.clauses[1]).toMatchObject({
      truth: 'unknown',
      found: 'content has the label "done": not known yet',
      values: [],
    });
    expect(
      explain({ and: [{ startsWith: [TITLE, 'x'] }, { hasLabel: 'done' }] }, FACTS, context).result,
    ).toBe(false);
  });

  it('uses plain names of fields where it is given them', () => {
    const nameOf = (path: string): string => (path === 'content.title' ? 'the title' : path);
    expect(sayWhy({ endsWith: [TITLE, 'x'] }, FACTS, { ...CONTEXT, nameOf })).toBe(
      'the title is "Budget", which does not end with "x"',
    );
  });

  it('says that a condition without tests is always or never true', () => {
    expect(why(true)).toBe('The condition is always true.');
    expect(why({ and: [] })).toContain('is not set');
    expect(why(false)).toBe('The condition is never true.');
  });

  it('agrees with the evaluation, and the deciding clauses alone give the result', () => {
    const random = createRandom(3);
    for (let round = 0; round < 3000; round++) {
      const [logic, facts] = [generateCondition(random, 3), generateFacts(random)];
      const holds = compileCondition(logic).holds(facts, CONTEXT);
      const { root, tests } = toClauseTree(logic, 'if');
      const truths = tests.map((test) => compileCondition(test.logic).holds(facts, CONTEXT));
      const judged = judgeClause(root, (test) => truths[test] ?? 'error');
      expect(judged.truth).toBe(holds);
      expect(truthOfClause(root, truths)).toBe(holds);
      expect(sayWhy(logic, facts, CONTEXT)).not.toBe('');
      const deciding = decidingTests(judged);
      expect(
        judgeClause(root, (test) => (deciding.has(test) ? (truths[test] ?? 'error') : 'unknown')).truth,
      ).toBe(holds);
      if (round % 20 > 0) continue;
      const { result, decidedBy } = explain(logic, facts, CONTEXT);
      expect(result).toBe(holds);
      expect(decidedBy.length).toBeGreaterThan(0);
    }
  });
});

describe('readInWords', () => {
  it.each([
    [{ startsWith: [TITLE, 'Meeting'] }, 'content.title starts with "Meeting"'],
    [
      { and: [{ startsWith: [TITLE, 'Meeting'] }, { in: [{ var: 'space.key' }, ['ENG', 'OPS']] }] },
      'content.title starts with "Meeting" and space.key is one of "ENG", "OPS"',
    ],
    [
      {
        or: [
          { and: [{ '==': [TITLE, 'a'] }, { '!': { contains: [TITLE, 'b'] } }] },
          { hasLabel: ['x', 'y'] },
        ],
      },
      '(content.title is "a" and content.title does not contain "b") or content has the label "x" or "y"',
    ],
    [{ '!': { and: [{ var: 'a' }, { var: 'b' }] } }, 'a is not set or b is not set'],
    [
      { some: [{ var: 'content.labels' }, { '==': [{ var: 'name' }, 'x'] }] },
      'content.labels has an element where its name is "x"',
    ],
    [
      { if: [{ isMissing: TITLE }, { '==': [{ var: 'a' }, null] }, { olderThan: [{ var: 'c' }, '30d'] }] },
      'if content.title is missing then a is missing, otherwise c is older than 30d',
    ],
    [{ '>': [{ '+': [{ var: 'a' }, { var: ['b', 3] }] }, 10] }, 'a plus b (or 3) is greater than 10'],
    [{ in: ['bug', TITLE] }, 'content.title contains "bug"'],
    [{ missing: ['a', 'b'] }, 'at least one of a, b is missing or an empty text'],
    [undefined, 'always'],
    [false, 'never'],
  ])('reads %j as: %s', (logic, words) => {
    expect(readInWords(logic)).toBe(words);
  });
});
