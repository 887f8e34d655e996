import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { compileCondition } from '../../../src/core/conditions/compile-condition';
import { arityOf } from '../../../src/core/conditions/operators/operator-spec';
import { OPERATORS, operatorSpec, suggestOperator } from '../../../src/core/conditions/operators/operators';
import { OWN_OPERATORS } from '../../../src/core/conditions/own-operations';
import { parseCondition } from '../../../src/core/conditions/parse-condition';
import { CONTEXT, evaluateByReference, outcomeOf, registerOwnOperators } from './reference';

/** The operators of json-logic-js 2.0.5, from its source: the lazy ones, then the table. */
const REFERENCE_OPERATORS = [
  ...['if', '?:', 'and', 'or', 'filter', 'map', 'reduce', 'all', 'none', 'some'],
  ...[
    '==',
    '===',
    '!=',
    '!==',
    '>',
    '>=',
    '<',
    '<=',
    '!!',
    '!',
    '%',
    'log',
    'in',
    'cat',
    'substr',
    '+',
    '*',
    '-',
    '/',
  ],
  ...['min', 'max', 'merge', 'var', 'missing', 'missing_some'],
];

function value(logic: unknown, facts: unknown = {}): unknown {
  return compileCondition(logic).value(facts, CONTEXT);
}

// The reference's `log` prints.
beforeEach(() => void vi.spyOn(console, 'log').mockImplementation(() => undefined));
afterEach(() => vi.restoreAllMocks());

describe('the operators', () => {
  it('are those of JSON Logic and our own, each described once', () => {
    const names = OPERATORS.map((spec) => spec.name);
    expect([...names].sort()).toEqual([...REFERENCE_OPERATORS, ...OWN_OPERATORS].sort());
  });

  it.each(OPERATORS.map((spec) => [spec.name, spec] as const))(
    '%s: does what its example says',
    (_name, spec) => {
      registerOwnOperators();
      const { logic, facts, value: expected } = spec.example;
      expect(value(logic, facts)).toEqual(expected);
      expect(outcomeOf(() => value(logic, facts))).toEqual(evaluateByReference(logic, facts));
      expect(parseCondition(logic).ok).toBe(spec.refused === undefined);
    },
  );

  it.each(OPERATORS.map((spec) => [spec.name, spec] as const))(
    '%s: has words and a sound arity',
    (_name, spec) => {
      const { least, most } = arityOf(spec);
      expect(least).toBeLessThanOrEqual(most);
      expect(spec.words).not.toBe('');
      expect(spec.deniedWords).not.toBe('');
      expect(spec.summary).toMatch(/\.$/);
      expect(spec.arguments.slice(0, -1).some((argument) => argument.repeats === true)).toBe(false);
    },
  );

  it('are suggested for what was probably meant', () => {
    expect(suggestOperator('startWith')).toBe('startsWith');
    expect(suggestOperator('starts_with')).toBe('startsWith');
    expect(suggestOperator('equals')).toBe('==');
    expect(suggestOperator('regex')).toBe('matches');
    expect(suggestOperator('AND')).toBe('and');
    expect(suggestOperator('olderthen')).toBe('olderThan');
    expect(suggestOperator('frobnicate')).toBeUndefined();
    expect(operatorSpec('constructor')).toBeUndefined();
  });
});

describe('our own operators', () => {
  it.each(OWN_OPERATORS.filter((name) => name !== 'isEmpty' && name !== 'isMissing'))(
    '%s: is false, and no error, when the facts lack the field',
    (name) => {
      for (const facts of [{}, { a: null }, null, 5, { a: {} }, { a: [] }, { a: true }]) {
        expect(value({ [name]: [{ var: 'a' }, '1d'] }, facts), JSON.stringify(facts)).toBe(false);
      }
    },
  );

  it('startsWith, endsWith, contains: take texts only, letter case included', () => {
    expect(value({ startsWith: ['Meeting 1', 'Meet'] })).toBe(true);
    expect(value({ startsWith: ['meeting 1', 'Meet'] })).toBe(false);
    expect(value({ startsWith: [15, '1'] })).toBe(false);
    expect(value({ endsWith: ['report.pdf', '.pdf'] })).toBe(true);
    expect(value({ contains: ['nullable', null] })).toBe(false);
    expect(value({ contains: [['a', 'b'], 'b'] })).toBe(true);
    expect(value({ contains: [['ab'], 'b'] })).toBe(false);
  });

  it.each([
    ['Budget 2024', 'Budget *', true],
    ['Budget', 'Budget*', true],
    ['My Budget', 'Budget*', false],
    ['a.b', 'a?b', true],
    ['a\u{1F600}b', 'a?b', true],
    ['ab', 'a?b', false],
    ['a*b', 'a\\*b', true],
    ['axb', 'a\\*b', false],
    ['aXbXc', '*X*c', true],
    ['', '*', true],
    ['', '', true],
    ['x', '', false],
    ['a\\', 'a\\', true],
    ['[x]', '[x]', true],
  ])('glob: %j against %j is %s', (text, pattern, expected) => {
    expect(value({ glob: [text, pattern] })).toBe(expected);
  });

  it('glob: costs no more than text times pattern', () => {
    const started = performance.now();
    expect(value({ glob: ['a'.repeat(20_000), `${'*a'.repeat(100)}b`] })).toBe(false);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('matches: finds anywhere, with RE2 syntax', () => {
    expect(value({ matches: ['Budget 2024', '\\d{4}'] })).toBe(true);
    expect(value({ matches: ['BUDGET', '(?i)^budget$'] })).toBe(true);
    expect(value({ matches: ['line\nMeeting', '(?m)^Meeting'] })).toBe(true);
    expect(value({ matches: ['x', '^$'] })).toBe(false);
  });

  it('matches: fails with the reason when the pattern is not valid, and only when it is reached', () => {
    expect(() => value({ matches: ['x', '('] })).toThrow(
      'Failed to evaluate matches: the pattern "(" is not valid: missing closing ): `(`. Correct it; RE2 syntax, no look-around, no back-references.',
    );
    expect(() => value({ matches: ['x', '(?=a)'] })).toThrow('not valid');
    expect(() => value({ matches: ['x', 'a'.repeat(501)] })).toThrow('longer than 500 characters');
    expect(value({ and: [false, { matches: ['x', '('] }] })).toBe(false);
    expect(value({ matches: [null, '('] })).toBe(false);
  });

  it('matches: costs in proportion to the text, also for (a+)+$', () => {
    const evaluate = compileCondition({ matches: [{ var: 'text' }, '(a+)+$'] });
    const cost = (length: number): number => {
      const facts = { text: `${'a'.repeat(length)}!` };
      const runs = Array.from({ length: 25 }, () => {
        const started = performance.now();
        expect(evaluate.holds(facts, CONTEXT)).toBe(false);
        return performance.now() - started;
      });
      return Math.min(...runs);
    };
    cost(10_000);
    // In rounds, for another process may take the processor away during one of them.
    const ratios = Array.from({ length: 5 }, () => cost(100_000) / cost(10_000));
    expect(Math.min(...ratios)).toBeLessThan(12);
  });

  it('hasLabel: knows names and objects with a name, any of several, in any letter case', () => {
    const facts = { content: { labels: ['eng', { name: 'Done', prefix: 'global' }, null, 5] } };
    expect(value({ hasLabel: 'done' }, facts)).toBe(true);
    expect(value({ hasLabel: ['nope', 'ENG'] }, facts)).toBe(true);
    expect(value({ hasLabel: ['nope', null] }, facts)).toBe(false);
    expect(value({ hasLabel: [] }, facts)).toBe(false);
    expect(value({ some: [{ var: 'pages' }, { hasLabel: 'eng' }] }, { pages: [facts] })).toBe(true);
  });

  it.each([
    ['2024-03-01', '2024-03-02', true],
    ['2024-03-01T00:00:00Z', '2024-03-01T01:00:00+02:00', false],
    ['2024-03-01T00:00:00+0200', '2024-03-01', true],
    ['2024-03-01T10:00', '2024-03-01T10:00:00.001', true],
    [0, '1970-01-01T00:00:01Z', true],
    ['2024-05-31', 'now', true],
    ['now', '2024-05-31', false],
    ['2024-02-30', '2024-03-05', false],
    ['2024-13-01', '2025-03-05', false],
    ['yesterday', 'now', false],
    ['2024-03-01T24:00:00Z', 'now', false],
  ])('before: %j, %j is %s; after is its mirror image', (date, limit, expected) => {
    expect(value({ before: [date, limit] })).toBe(expected);
    expect(value({ after: [limit, date] })).toBe(expected);
  });

  it.each([
    ['2024-05-01', '30d', true],
    ['2024-05-02', '30d', false],
    ['2024-05-31T22:00:00Z', '90 minutes', true],
    ['2024-05-31T23:00:00Z', '90m', false],
    ['2024-05-17', '2 weeks', true],
    ['2023-05-01', '1 year', true],
    ['2023-12-01', '6 months', true],
    ['2024-05-31', '1.5 days', false],
    ['no date', '1d', false],
  ])('olderThan: %j, %j is %s on 2024-06-01', (date, span, expected) => {
    expect(value({ olderThan: [date, span] })).toBe(expected);
  });

  it('olderThan: fails for a span that cannot be read', () => {
    expect(() => value({ olderThan: ['2024-01-01', 'soon'] })).toThrow(
      'Failed to evaluate olderThan: "soon" is not a span of time. Write a number and a unit, such as "30d", "12 hours" or "2 weeks".',
    );
    expect(() => value({ olderThan: ['2024-01-01', 30] })).toThrow('30 is not a span');
    expect(value({ olderThan: ['2024-01-01', null] })).toBe(false);
  });

  it('isEmpty and isMissing: tell nothing from null, and neither from 0', () => {
    const facts = { text: ' \n', list: [], object: {}, zero: 0, no: false, nothing: null };
    const empty = ['text', 'list', 'object', 'nothing', 'absent'].map((path) =>
      value({ isEmpty: { var: path } }, facts),
    );
    expect(empty).toEqual([true, true, true, true, true]);
    expect(['zero', 'no'].map((path) => value({ isEmpty: { var: path } }, facts))).toEqual([false, false]);
    const missing = ['nothing', 'absent', 'text', 'zero'].map((path) =>
      value({ isMissing: { var: path } }, facts),
    );
    expect(missing).toEqual([true, true, false, false]);
  });
});
