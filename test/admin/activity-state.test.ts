import { describe, expect, it } from 'vitest';
import { pollDelayMs } from '../../src/admin/activity/poll';
import { firstActivity, reduceActivity } from '../../src/admin/activity/state';
import type { ActivityEvent, ActivityState } from '../../src/admin/activity/state';
import type { OpenedRun } from '../../src/core/admin/activity/open-run';
import type { Run } from '../../src/core/runs/run';

function aRun(outcome: Run['outcome'], updatedAt = '2026-01-05T10:00:00.000Z'): Run {
  return {
    v: 1,
    revision: 1,
    writer: 'somebody',
    keepUntil: '2026-04-05T10:00:00.000Z',
    id: 'run-1',
    eventKey: 'k',
    eventType: 'avi:confluence:created:page',
    rule: 'r',
    ruleName: 'R',
    ruleVersion: 1,
    outcome,
    steps: [],
    startedAt: '2026-01-05T10:00:00.000Z',
    updatedAt,
    subject: { kind: 'page', id: '1' },
  };
}

function after(state: ActivityState, ...events: readonly ActivityEvent[]) {
  let step = { state, effects: [] as readonly unknown[] };
  for (const event of events) step = reduceActivity(step.state, event);
  return step;
}

/** The view on screen, after its first answer. */
function showing(...runs: readonly Run[]) {
  const shown = after(firstActivity(), { type: 'shown' }).state;
  return after(shown, got(shown, ...runs));
}

function got(state: ActivityState, ...runs: readonly Run[]): ActivityEvent {
  return { type: 'loaded', request: state.request, result: { ok: true, data: { items: runs } } };
}

/** A run as the app opens it. */
function opened(run: Run): OpenedRun {
  return { run, lines: {}, chain: [] };
}

describe('activity state', () => {
  it('asks for nothing before it is looked at', () => {
    const { effects } = after(firstActivity(), { type: 'visibility', visible: false });
    expect(effects).toEqual([{ type: 'cancel', key: 'poll' }]);
    expect(after(firstActivity(), { type: 'poll-due' }).effects).toEqual([]);
  });

  it('loads runs and the choices of its filter when it comes on screen', () => {
    expect(after(firstActivity(), { type: 'shown' }).effects).toEqual([
      { type: 'load-runs', request: 1, more: {} },
      { type: 'load-choices', search: '' },
      { type: 'load-hours' },
    ]);
  });

  it('does not look again when every run has ended', () => {
    expect(showing(aRun('succeeded'), aRun('failed'), aRun('shadow')).effects).toEqual([]);
  });

  it('looks again while a run is open, ever less often while nothing changes', () => {
    let step = showing(aRun('waiting'));
    const delays: unknown[] = [];
    for (let look = 0; look < 4; look += 1) {
      delays.push((step.effects[0] as { ms: number }).ms);
      const due = after(step.state, { type: 'poll-due' });
      expect(due.effects).toMatchObject([{ type: 'load-runs' }]);
      step = after(due.state, got(due.state, aRun('waiting')));
    }
    expect(delays).toEqual([1000, 1600, 2560, 4096]);
    const due = after(step.state, { type: 'poll-due' });
    const changed = after(due.state, got(due.state, aRun('waiting', '2026-01-05T10:01:00.000Z')));
    expect(changed.effects).toMatchObject([{ type: 'later', key: 'poll', ms: 1000 }]);
  });

  it('stops looking when it is left or the page is hidden, and looks at once when it can be seen again', () => {
    const { state } = showing(aRun('running'));
    const left = after(state, { type: 'left' });
    expect(left.effects).toEqual([{ type: 'cancel', key: 'poll' }]);
    expect(after(left.state, { type: 'poll-due' }).effects).toEqual([]);
    const hidden = after(state, { type: 'visibility', visible: false });
    expect(hidden.effects).toEqual([{ type: 'cancel', key: 'poll' }]);
    expect(after(hidden.state, { type: 'poll-due' }).effects).toEqual([]);
    const seen = after(hidden.state, { type: 'visibility', visible: true });
    expect(seen.effects).toMatchObject([{ type: 'load-runs' }]);
    expect(after(seen.state, { type: 'visibility', visible: true }).effects).toEqual([]);
  });

  it('does not plan another look when the answer comes after it was left', () => {
    const asked = after(showing(aRun('running')).state, { type: 'refresh-asked' }).state;
    const left = after(asked, { type: 'left' }).state;
    expect(after(left, got(left, aRun('running'))).effects).toEqual([]);
  });

  it('shows what the list knows of a run at once, and asks for the rest', () => {
    const shown = after(showing(aRun('succeeded')).state, { type: 'opened', id: 'run-1' });
    expect(shown.state.open).toEqual({
      id: 'run-1',
      run: { status: 'ready', data: opened(aRun('succeeded')) },
    });
    expect(shown.effects).toMatchObject([{ type: 'load-run', id: 'run-1' }]);
    const unknown = after(showing().state, { type: 'opened', id: 'run-9' });
    expect(unknown.state.open).toMatchObject({ run: { status: 'loading' } });
  });

  it('looks again at the open run alone', () => {
    const asked = after(showing(aRun('running')).state, { type: 'opened', id: 'run-1' }).state;
    const arrived = after(asked, {
      type: 'run-loaded',
      request: asked.request,
      result: { ok: true, data: opened(aRun('running')) },
    });
    expect(arrived.effects).toMatchObject([{ type: 'later', key: 'poll' }]);
    expect(after(arrived.state, { type: 'poll-due' }).effects).toMatchObject([{ type: 'load-run' }]);
  });

  it('drops answers to earlier requests and to runs that were closed', () => {
    const { state } = showing(aRun('succeeded'));
    const asked = after(state, { type: 'refresh-asked' }).state;
    expect(after(asked, got(state)).state).toBe(asked);
    const late: ActivityEvent = {
      type: 'run-loaded',
      request: asked.request,
      result: { ok: true, data: opened(aRun('failed')) },
    };
    expect(after(asked, late).state).toBe(asked);
  });

  it('filters from the first page', () => {
    const shown = after(firstActivity(), { type: 'shown' }).state;
    const paged = after(
      shown,
      { type: 'loaded', request: 1, result: { ok: true, data: { items: [aRun('failed')], cursor: 'c' } } },
      { type: 'next-page' },
    );
    expect(paged.effects).toEqual([{ type: 'load-runs', request: 2, more: {}, cursor: 'c' }]);
    const filtered = after(paged.state, { type: 'filtered', rule: { id: 'r', name: 'R' } });
    expect(filtered.effects).toEqual([{ type: 'load-runs', request: 3, more: {}, rule: 'r' }]);
    expect(filtered.state.list).toEqual({ status: 'loading' });
    expect(after(filtered.state, { type: 'filtered', rule: undefined }).effects).toEqual([
      { type: 'load-runs', request: 4, more: {} },
    ]);
  });

  it('searches the choices of the filter once typing rests', () => {
    const typed = after(showing().state, { type: 'choices-searched', text: 'no' });
    expect(typed.effects).toMatchObject([{ type: 'later', key: 'choices' }]);
    expect(after(typed.state, { type: 'choices-rested', text: ' no ' }).effects).toEqual([
      { type: 'load-choices', search: 'no' },
    ]);
  });
});

describe('poll delay', () => {
  it('grows from a second to half a minute and stays there', () => {
    const delays = Array.from({ length: 12 }, (_value, quiet) => pollDelayMs(quiet));
    expect(delays[0]).toBe(1000);
    expect(delays.at(-1)).toBe(30_000);
    expect([...delays].sort((a, b) => a - b)).toEqual(delays);
  });
});

describe('failed runs', () => {
  const failed = showing(aRun('failed')).state;
  const chosen = after(failed, { type: 'runs-chosen', ids: ['run-1'] }).state;

  it('are tried again only after the question, and once', () => {
    const asked = after(chosen, { type: 'deed-asked', deed: 'replay' });
    expect(asked.effects).toEqual([]);
    const confirmed = after(asked.state, { type: 'deed-confirmed' });
    expect(confirmed.effects).toEqual([
      { type: 'do-deed', deed: 'replay', which: { ids: ['run-1'] }, more: {} },
    ]);
    expect(after(confirmed.state, { type: 'deed-confirmed' }).effects).toEqual([]);
    const cancelled = after(asked.state, { type: 'deed-cancelled' });
    expect(after(cancelled.state, { type: 'deed-confirmed' }).effects).toEqual([]);
  });

  it('are read again after it, and what was left is said with the reason', () => {
    const asked = after(chosen, { type: 'deed-asked', deed: 'dismiss' }, { type: 'deed-confirmed' }).state;
    const done = after(asked, {
      type: 'deed-done',
      result: {
        ok: true,
        data: { done: ['run-1'], refused: [{ id: 'x', reason: 'Its rule was deleted.' }], more: false },
      },
    });
    expect(done.state.letters.chosen).toEqual([]);
    expect(done.effects).toMatchObject([
      { type: 'load-runs' },
      { type: 'flag', tone: 'success', description: expect.stringContaining('Its rule was deleted.') },
    ]);
  });

  it('are tried again all together, some a call, until there are no more or it is stopped', () => {
    const narrowed = after(failed, { type: 'filtered', rule: { id: 'r', name: 'R' } }).state;
    const begun = after(
      narrowed,
      { type: 'deed-asked', deed: 'replay', every: true },
      { type: 'deed-confirmed' },
    );
    const call = { type: 'do-deed', deed: 'replay', rule: 'r', more: {} };
    expect(begun.effects).toEqual([{ ...call, which: {} }]);
    const refused = [{ id: 'x', reason: 'Its rule is off.' }];
    const some: ActivityEvent = {
      type: 'deed-done',
      result: { ok: true, data: { done: ['a', 'b'], refused, more: true, cursor: 'c' } },
    };
    const further = after(begun.state, some);
    expect(further.effects).toEqual([{ ...call, which: { cursor: 'c' } }]);
    expect(further.state.letters.working).toEqual({ done: 2, left: 1, reason: 'Its rule is off.' });
    const stopped = after(further.state, { type: 'deed-cancelled' }, some);
    expect(stopped.effects).toMatchObject([
      { type: 'load-runs' },
      { type: 'flag', title: '4 runs are being tried again', description: expect.stringContaining('2 left') },
    ]);
    expect(stopped.state.letters.asking).toBeUndefined();
  });

  it('are no longer chosen when the list is narrowed', () => {
    const narrowed = after(chosen, { type: 'narrowed', by: { outcome: 'failed' } });
    expect(narrowed.state.letters.chosen).toEqual([]);
    expect(narrowed.effects).toMatchObject([{ type: 'load-runs', more: { outcome: 'failed' } }]);
  });
});
