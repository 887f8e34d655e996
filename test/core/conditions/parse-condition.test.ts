import { describe, expect, it } from 'vitest';
import { parseCondition } from '../../../src/core/conditions/parse-condition';
import type { Problem } from '../../../src/core/result';

function problemsOf(value: unknown): readonly Problem[] {
  const parsed = parseCondition(value);
  return parsed.ok ? [] : parsed.error;
}

function nested(depth: number): unknown {
  let logic: unknown = { var: 'a' };
  for (let level = 1; level < depth; level++) logic = level % 2 === 0 ? { '!': logic } : [logic];
  return logic;
}

describe('parseCondition', () => {
  it('returns a sound condition as it is', () => {
    const logic = {
      and: [{ startsWith: [{ var: 'content.title' }, 'x'] }, { '!': { var: 'a' } }, true, { a: 1, b: 2 }],
    };
    const parsed = parseCondition(logic);
    expect(parsed.ok && parsed.value).toBe(logic);
  });

  it('reports every problem with its path', () => {
    const logic = {
      and: [
        { startWith: [{ var: 'a' }, 'x'] },
        { '!': { equals: [1, { log: 2 }] } },
        { '==': [{ var: 'a.__proto__.b' }, 1] },
      ],
    };
    expect(problemsOf(logic)).toEqual([
      {
        path: 'if.and[0].startWith',
        level: 'error',
        message: '"startWith" is not an operator. Did you mean "startsWith"?',
        suggestion: 'startsWith',
      },
      {
        path: 'if.and[1].!.equals',
        level: 'error',
        message: '"equals" is not an operator. Did you mean "=="?',
        suggestion: '==',
      },
      {
        path: 'if.and[1].!.equals[1].log',
        level: 'error',
        message:
          'the operator "log" cannot be used in a rule: it prints what it is given, and rules must have no side effect',
      },
      {
        path: 'if.and[2].==[0].var',
        level: 'error',
        message: `"__proto__" is a name of JavaScript's objects, not a field of the event`,
      },
    ]);
  });

  it.each([['constructor.name'], ['content.toString'], ['a.hasOwnProperty.b'], [['prototype']]])(
    'refuses to read %j',
    (path) => {
      expect(problemsOf({ var: path })).toHaveLength(1);
      expect(problemsOf({ missing: path })).toHaveLength(1);
    },
  );

  it('refuses what an object inherits, and dotted names, as operators', () => {
    for (const name of [
      'toString',
      '__proto__',
      'constructor',
      'cat.name',
      'log.prototype.constructor',
      '',
    ]) {
      const logic = JSON.parse(`{${JSON.stringify(name)}:[1]}`) as unknown;
      expect(
        problemsOf(logic).map(({ level }) => level),
        name,
      ).toEqual(['error']);
    }
  });

  it('refuses an object with several operators, which JSON Logic takes for a value that is true', () => {
    const [problem] = problemsOf({ '==': [{ var: 'a' }, 1], '!=': [{ var: 'b' }, 2] });
    expect(problem?.message).toBe(
      'an object holds exactly one operator; this one has other keys beside "==", "!=". Put the clauses into a list under "and" or "or".',
    );
  });

  it('refuses to run data as logic with missing, and to compute the path of var', () => {
    expect(problemsOf({ missing: [{ var: 'd' }] })[0]).toMatchObject({
      path: 'if.missing[0]',
      level: 'error',
    });
    expect(problemsOf({ missing: { merge: ['a', { var: 'd' }] } })[0]).toMatchObject({ path: 'if.missing' });
    expect(problemsOf({ missing_some: [1, { var: 'd' }] })[0]).toMatchObject({ path: 'if.missing_some[1]' });
    expect(problemsOf({ missing_some: [1, ['a', { var: 'd' }]] })[0]).toMatchObject({
      path: 'if.missing_some[1][1]',
    });
    expect(problemsOf({ missing: [['a', 'b']] })).toEqual([]);
    expect(problemsOf({ var: { var: 'name' } })[0]).toMatchObject({ path: 'if.var' });
  });

  it('refuses a regular expression or a span that is none', () => {
    expect(problemsOf({ matches: [{ var: 'a' }, '(?<=x)y'] })[0]).toMatchObject({
      path: 'if.matches[1]',
      level: 'error',
    });
    expect(problemsOf({ olderThan: [{ var: 'a' }, 'a while'] })[0]).toMatchObject({
      path: 'if.olderThan[1]',
    });
    expect(problemsOf({ olderThan: [{ var: 'a' }, 30] })[0]?.message).toBe(
      'expected a span of time such as "30d", "12 hours" or "2 weeks", got 30',
    );
  });

  it.each([
    [undefined, 'expected JSON, got undefined'],
    [() => 1, 'expected JSON, got function'],
    [NaN, 'expected JSON, got NaN'],
    ['x'.repeat(4001), 'expected at most 4000 characters in a text, got 4001'],
  ])('refuses what is not JSON or too long: %o', (value, message) => {
    expect(problemsOf({ '==': [{ var: 'a' }, value] })).toEqual([
      { path: 'if.==[1]', level: 'error', message },
    ]);
  });

  it('refuses what is nested too deep, however deep, and what is too large', () => {
    expect(problemsOf(nested(24))).toEqual([]);
    expect(problemsOf(nested(25))[0]?.message).toContain('at most 24 levels');
    expect(problemsOf(nested(200_000))).toHaveLength(1);
    const large = { or: Array.from({ length: 700 }, (_, index) => ({ '==': [{ var: 'a' }, index] })) };
    expect(problemsOf(large)).toEqual([
      {
        path: 'if',
        level: 'error',
        message: 'expected at most 2000 values in a condition, got more. Split the rule.',
      },
    ]);
  });
});
