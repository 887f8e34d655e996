import { describe, expect, it } from 'vitest';
import { backtestEdit, compareVerdicts } from '../../../src/core/rules/backtest';
import { judgePayload } from '../../../src/core/runs/judge-payload';
import { aPageCreated, aRule, anAction } from '../../support/builders';
import type { Rule } from '../../../src/core/rules/rule';

const NOW = Date.parse('2026-01-05T10:00:00.000Z');
const MEETING = aPageCreated({ title: 'Meeting 1' });
const BUDGET = aPageCreated({ title: 'Budget' });

function starting(start: string, overrides: Partial<Rule> = {}): Rule {
  return aRule({ if: { startsWith: [{ var: 'content.title' }, start] }, ...overrides }).rule;
}

describe('backtest', () => {
  it('tells where an edit newly acts, stops acting, acts differently or changes nothing', () => {
    const before = starting('Meeting');
    expect(backtestEdit(before, starting('B'), MEETING, NOW)?.change).toBe('stops-acting');
    expect(backtestEdit(before, starting('B'), BUDGET, NOW)?.change).toBe('newly-acts');
    const other = starting('Meeting', { then: [anAction({ with: { labels: ['y'] } })] });
    expect(backtestEdit(before, other, MEETING, NOW)?.change).toBe('acts-differently');
    expect(backtestEdit(before, starting('Meet'), MEETING, NOW)).toBeUndefined();
  });

  it('takes both versions as if they were live, and a new rule as one that did nothing', () => {
    const off = starting('Meeting', { state: 'off' });
    expect(backtestEdit(off, starting('Meeting'), MEETING, NOW)).toBeUndefined();
    expect(backtestEdit(undefined, off, MEETING, NOW)?.change).toBe('newly-acts');
  });

  it('compares sets of rules, each rule by its id', () => {
    const judge = (rules: readonly Rule[]) => judgePayload(rules, MEETING, NOW);
    const gone = starting('Meeting', { id: 'gone' });
    const added = starting('Meeting', { id: 'added' });
    expect(compareVerdicts(judge([gone]), judge([added]))).toMatchObject([
      { rule: 'added', change: 'newly-acts' },
      { rule: 'gone', change: 'stops-acting' },
    ]);
  });
});
