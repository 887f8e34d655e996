import { describe, expect, it } from 'vitest';
import { firstRules, reduceRules } from '../../src/admin/rules/state';
import type { Page } from '../../src/core/admin/api/result';
import type { RuleSummary } from '../../src/core/admin/api/rules-api';
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
    version: 1,
    updatedAt: '2026-01-01T00:00:00.000Z',
    updatedBy: 'admin',
    ...overrides,
  };
}

function loaded(data: Page<RuleSummary>): RulesState {
  const { state } = firstRules();
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
    expect(effects).toEqual([{ type: 'load-rules', request: 1, search: '' }]);
  });

  it('drops the answer to an earlier request', () => {
    const state = loaded({ items: [aSummary()] });
    const asked = after(state, { type: 'refresh-asked' }).state;
    const late = after(asked, {
      type: 'loaded',
      request: 1,
      result: { ok: true, data: { items: [] } },
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
    expect(rested.effects).toEqual([{ type: 'load-rules', request: 3, search: 'notes' }]);
    expect(rested.state.trail).toEqual([]);
  });

  it('walks forward by cursor and back the same way', () => {
    const first = loaded({ items: [aSummary()], cursor: 'c1' });
    const second = after(first, { type: 'next-page' });
    expect(second.effects).toEqual([{ type: 'load-rules', request: 2, search: '', cursor: 'c1' }]);
    const back = after(second.state, { type: 'previous-page' });
    expect(back.effects).toEqual([{ type: 'load-rules', request: 3, search: '' }]);
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

  it('deletes asked → confirmed → deleted, once', () => {
    const asked = after(loaded({ items: [aSummary()] }), {
      type: 'delete-asked',
      id: 'a-rule',
      name: 'A rule',
    });
    expect(asked.effects).toEqual([]);
    const confirmed = after(asked.state, { type: 'delete-confirmed' });
    expect(confirmed.effects).toEqual([{ type: 'delete-rule', id: 'a-rule' }]);
    expect(after(confirmed.state, { type: 'delete-confirmed' }).effects).toEqual([]);
    const deleted = after(confirmed.state, { type: 'deleted', result: { ok: true, data: { id: 'a-rule' } } });
    expect(deleted.state.deleting).toBeUndefined();
    expect(deleted.effects).toMatchObject([{ type: 'load-rules' }, { type: 'flag', tone: 'success' }]);
  });

  it('keeps the question open with the reason when deleting failed', () => {
    const error = { code: 'failed', message: 'KVS is asleep.' } as const;
    const { state } = after(
      loaded({ items: [aSummary()] }),
      { type: 'delete-asked', id: 'a-rule', name: 'A rule' },
      { type: 'delete-confirmed' },
      { type: 'deleted', result: { ok: false, error } },
    );
    expect(state.deleting).toMatchObject({ busy: false, error });
    expect(after(state, { type: 'delete-cancelled' }).state.deleting).toBeUndefined();
  });
});
