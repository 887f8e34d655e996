import { describe, expect, it } from 'vitest';
import { firstRules, reduceRules } from '../../src/admin/rules/state';
import type { RuleList, RuleSummary } from '../../src/core/admin/api/rules-api';
import type { RulesEvent, RulesState } from '../../src/admin/rules/state';

function aSummary(overrides: Partial<RuleSummary> = {}): RuleSummary {
  return {
    id: 'a-rule',
    name: 'A rule',
    state: 'live',
    priority: 100,
    when: ['avi:confluence:created:page'],
    actions: ['label.add'],
    spaces: [],
    labels: [],
    version: 1,
    updatedAt: '2026-01-01T00:00:00.000Z',
    updatedBy: 'admin',
    ...overrides,
  };
}

function aList(rows: Pick<RuleList, 'items' | 'cursor'>): RuleList {
  return { matching: rows.items.length, total: rows.items.length, labels: [], spaces: [], ...rows };
}

function loaded(rows: Pick<RuleList, 'items' | 'cursor'>): RulesState {
  const { state } = firstRules();
  const data = aList(rows);
  return reduceRules(state, { type: 'loaded', request: 1, result: { ok: true, data } }).state;
}

function after(state: RulesState, ...events: readonly RulesEvent[]) {
  let step = { state, effects: [] as readonly unknown[] };
  for (const event of events) step = reduceRules(step.state, event);
  return step;
}

describe('rules state', () => {
  it('asks for the first page when it opens', () => {
    const { state, effects } = firstRules();
    expect(state.list).toEqual({ status: 'loading' });
    expect(effects).toEqual([{ type: 'load-rules', request: 1, filter: {} }]);
  });

  it('drops the answer to an earlier request', () => {
    const state = loaded({ items: [aSummary()] });
    const asked = after(state, { type: 'refresh-asked' }).state;
    const late = after(asked, {
      type: 'loaded',
      request: 1,
      result: { ok: true, data: aList({ items: [] }) },
    }).state;
    expect(late).toBe(asked);
  });

  it('keeps the rows on screen while others are on their way', () => {
    const state = after(loaded({ items: [aSummary()] }), { type: 'refresh-asked' }).state;
    expect(state).toMatchObject({ list: { status: 'ready' }, refreshing: true });
  });

  it('waits for typing to rest, then searches from the first page', () => {
    const paged = after(loaded({ items: [aSummary()], cursor: 'c1' }), { type: 'next-page' }).state;
    expect(paged.trail).toEqual(['c1']);
    const typed = after(paged, { type: 'searched', text: ' notes ' });
    expect(typed.effects).toMatchObject([{ type: 'later', key: 'search', event: { type: 'search-rested' } }]);
    const rested = after(typed.state, { type: 'search-rested' });
    expect(rested.effects).toEqual([{ type: 'load-rules', request: 3, filter: { search: 'notes' } }]);
    expect(rested.state.trail).toEqual([]);
  });

  it('walks forward by cursor and back the same way', () => {
    const first = loaded({ items: [aSummary()], cursor: 'c1' });
    const second = after(first, { type: 'next-page' });
    expect(second.effects).toEqual([{ type: 'load-rules', request: 2, filter: {}, cursor: 'c1' }]);
    const back = after(second.state, { type: 'previous-page' });
    expect(back.effects).toEqual([{ type: 'load-rules', request: 3, filter: {} }]);
    expect(after(back.state, { type: 'previous-page' }).effects).toEqual([]);
    expect(after(loaded({ items: [] }), { type: 'next-page' }).effects).toEqual([]);
  });

  it('sends one change of state at a time for a rule', () => {
    const once = after(loaded({ items: [aSummary()] }), { type: 'toggled', id: 'a-rule', on: false });
    expect(once.effects).toEqual([{ type: 'set-state', id: 'a-rule', state: 'off' }]);
    expect(once.state.busy).toEqual(['a-rule']);
    expect(after(once.state, { type: 'toggled', id: 'a-rule', on: true }).effects).toEqual([]);
  });

  it('shows the new state only after the app has confirmed it', () => {
    const busy = after(loaded({ items: [aSummary(), aSummary({ id: 'b' })] }), {
      type: 'toggled',
      id: 'b',
      on: false,
    }).state;
    expect(busy.list).toMatchObject({ data: { items: [{ state: 'live' }, { state: 'live' }] } });
    const stored = {
      v: 1 as const,
      rule: { id: 'b', name: 'B', state: 'off' as const, priority: 1, when: [], then: [] },
      version: 2,
      updatedAt: '2026-01-02T00:00:00.000Z',
      updatedBy: 'x',
    };
    const set = after(busy, { type: 'state-set', id: 'b', result: { ok: true, data: stored } }).state;
    expect(set.list).toMatchObject({ data: { items: [{ state: 'live' }, { state: 'off', version: 2 }] } });
    expect(set.busy).toEqual([]);
  });

  it('asks for what the rules of a page did only after they are there', () => {
    const { state } = firstRules();
    const data = aList({ items: [aSummary(), aSummary({ id: 'b' })] });
    const step = after(state, { type: 'loaded', request: 1, result: { ok: true, data } });
    expect(step.effects).toEqual([{ type: 'load-statistics', ids: ['a-rule', 'b'] }]);
  });

  it('filters from the first page, and drops what was ticked', () => {
    const paged = after(
      loaded({ items: [aSummary()], cursor: 'c1' }),
      { type: 'next-page' },
      { type: 'choosing-set', on: true },
      { type: 'ticked', ids: ['a-rule'], on: true },
    ).state;
    expect(paged.selected).toEqual(['a-rule']);
    const filtered = after(paged, { type: 'filtered', filter: { state: 'off' } });
    expect(filtered.effects).toEqual([{ type: 'load-rules', request: 3, filter: { state: 'off' } }]);
    expect(filtered.state).toMatchObject({ trail: [], selected: [] });
  });

  const RULES = [{ id: 'a-rule', name: 'A rule' }];

  it('deletes asked → confirmed → changed, once', () => {
    const asked = after(loaded({ items: [aSummary()] }), {
      type: 'dialog-opened',
      kind: 'delete',
      rules: RULES,
    });
    expect(asked.effects).toEqual([]);
    const confirmed = after(asked.state, { type: 'dialog-confirmed' });
    expect(confirmed.effects).toEqual([
      { type: 'change-rules', ids: ['a-rule'], change: { type: 'delete' } },
    ]);
    expect(after(confirmed.state, { type: 'dialog-confirmed' }).effects).toEqual([]);
    const result = { ok: true, data: { changed: ['a-rule'], failed: [] } } as const;
    const deleted = after(confirmed.state, { type: 'changed', change: 'delete', result });
    expect(deleted.state.dialog).toBeUndefined();
    expect(deleted.effects).toMatchObject([{ type: 'load-rules' }, { type: 'flag', tone: 'success' }]);
  });

  it('turns off with a reason and a date only where they are given', () => {
    const opened = after(loaded({ items: [aSummary()] }), {
      type: 'dialog-opened',
      kind: 'off',
      rules: RULES,
    }).state;
    expect(after(opened, { type: 'dialog-confirmed' }).effects).toMatchObject([
      { change: { type: 'state', state: 'off' } },
    ]);
    const typed = after(
      opened,
      { type: 'dialog-typed', fields: { reason: ' too loud ' } },
      { type: 'dialog-typed', fields: { until: '2026-02-01' } },
      { type: 'dialog-confirmed' },
    );
    expect(typed.effects).toEqual([
      {
        type: 'change-rules',
        ids: ['a-rule'],
        change: { type: 'state', state: 'off', reason: 'too loud', until: '2026-02-01' },
      },
    ]);
  });

  it('does not set a priority that is no number', () => {
    const opened = after(loaded({ items: [aSummary()] }), {
      type: 'dialog-opened',
      kind: 'priority',
      rules: RULES,
      fields: { priority: 'first' },
    }).state;
    expect(after(opened, { type: 'dialog-confirmed' }).effects).toEqual([]);
  });

  it('keeps the dialog open with the reason when nothing could be changed', () => {
    const error = { code: 'failed', message: 'KVS is asleep.' } as const;
    const { state } = after(
      loaded({ items: [aSummary()] }),
      { type: 'dialog-opened', kind: 'delete', rules: RULES },
      { type: 'dialog-confirmed' },
      { type: 'changed', change: 'delete', result: { ok: false, error } },
    );
    expect(state.dialog).toMatchObject({ busy: false, error });
    expect(after(state, { type: 'dialog-closed' }).state.dialog).toBeUndefined();
  });

  it('says which of several rules could not be changed', () => {
    const asked = after(loaded({ items: [aSummary()] }), {
      type: 'change-asked',
      ids: ['a-rule', 'b'],
      change: { type: 'state', state: 'shadow' },
    }).state;
    const result = {
      ok: true,
      data: { changed: ['a-rule'], failed: [{ id: 'b', message: 'It is gone.' }] },
    } as const;
    expect(after(asked, { type: 'changed', change: 'state', result }).effects).toMatchObject([
      { type: 'load-rules' },
      { type: 'flag', tone: 'error', title: '1 rule changed', description: 'It is gone.' },
    ]);
  });
});
