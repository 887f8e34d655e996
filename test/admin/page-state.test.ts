import { describe, expect, it } from 'vitest';
import { firstPage, reducePage } from '../../src/admin/page/reduce';
import { aRule } from '../support/builders';
import type { PageEvent, PageState } from '../../src/admin/page/state';

function after(state: PageState, ...events: readonly PageEvent[]) {
  let step = { state, effects: [] as readonly unknown[] };
  for (const event of events) step = reducePage(step.state, event);
  return step;
}

const { state: first } = firstPage();
const edit: PageEvent = { area: 'page', event: { type: 'edit', id: 'a-rule' } };

describe('page state', () => {
  it('opens with the list of rules, loading', () => {
    expect(firstPage()).toMatchObject({
      state: { tab: 'rules', editor: undefined },
      effects: [{ area: 'rules', effect: { type: 'load-rules' } }],
    });
  });

  it('reads a view anew when its tab is chosen, and stops the one that was left', () => {
    const activity = after(first, { area: 'page', event: { type: 'tab-chosen', tab: 'activity' } });
    expect(activity.effects).toMatchObject([
      { area: 'activity', effect: { type: 'load-runs' } },
      { area: 'activity', effect: { type: 'load-choices' } },
      { area: 'activity', effect: { type: 'load-hours' } },
    ]);
    const back = after(activity.state, { area: 'page', event: { type: 'tab-chosen', tab: 'rules' } });
    expect(back.effects).toMatchObject([
      { area: 'activity', effect: { type: 'cancel', key: 'poll' } },
      { area: 'rules', effect: { type: 'load-rules' } },
    ]);
  });

  it('shows the runs of one rule', () => {
    const rule = { id: 'a-rule', name: 'A rule' };
    const shown = after(first, { area: 'page', event: { type: 'runs-of-rule', rule } });
    expect(shown.state).toMatchObject({ tab: 'activity', activity: { filter: rule } });
    expect(shown.effects).toMatchObject([{ effect: { type: 'load-runs', rule: 'a-rule' } }, {}, {}]);
  });

  it('takes the editor away when it closes, and reads the list anew after a save only', () => {
    const open = after(first, edit).state;
    const loaded = after(open, {
      area: 'editor',
      event: { type: 'loaded', result: { ok: true, data: aRule() } },
    }).state;
    const left = after(loaded, { area: 'editor', event: { type: 'leave-asked' } });
    expect(left.state.editor).toBeUndefined();
    expect(left.effects).toEqual([{ area: 'editor', effect: { type: 'cancel', key: 'check' } }]);
    const saved = after(loaded, {
      area: 'editor',
      event: { type: 'saved', result: { ok: true, data: { stored: aRule(), warnings: [] } } },
    });
    expect(saved.state.editor).toBeUndefined();
    expect(saved.effects).toMatchObject([
      { area: 'editor', effect: { type: 'flag' } },
      { area: 'rules', effect: { type: 'load-rules' } },
    ]);
  });

  it('drops answers for an editor that is gone', () => {
    const late: PageEvent = {
      area: 'editor',
      event: { type: 'loaded', result: { ok: true, data: aRule() } },
    };
    expect(after(first, late)).toEqual({ state: first, effects: [] });
  });

  it('gives the Frame to whoever shows it', () => {
    const ready: PageEvent = { area: 'page', event: { type: 'frame-reported', report: { type: 'ready' } } };
    expect(after(first, ready).effects).toEqual([{ area: 'transfer', effect: { type: 'show-files' } }]);
    const json = after(
      first,
      edit,
      { area: 'editor', event: { type: 'loaded', result: { ok: true, data: aRule() } } },
      { area: 'editor', event: { type: 'mode-chosen', mode: 'json' } },
      ready,
    );
    expect(json.effects).toMatchObject([{ area: 'editor', effect: { type: 'show-json' } }]);
  });
});
