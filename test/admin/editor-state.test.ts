import { describe, expect, it } from 'vitest';
import { firstEditor, reduceEditor } from '../../src/admin/editor/reduce';
import { isDirty, visibleProblems } from '../../src/admin/editor/state';
import { aRule, anAction } from '../support/builders';
import type { EditorEvent, EditorState } from '../../src/admin/editor/state';
import type { Problem } from '../../src/core/result';

const STORED = aRule({ then: [anAction({ id: 'one' }), anAction({ id: 'two' })] }, 4);
const ERROR: Problem = { path: 'rules[0].then[1].with.labels', level: 'error', message: 'expected a label' };
const WARNING: Problem = { path: 'if', level: 'warning', message: 'always true' };

function after(state: EditorState, ...events: readonly EditorEvent[]) {
  let step = { state, effects: [] as readonly unknown[] };
  for (const event of events) step = reduceEditor(step.state, event);
  return step;
}

function editing(): EditorState {
  return after(firstEditor('a-rule').state, { type: 'loaded', result: { ok: true, data: STORED } }).state;
}

function checked(
  state: EditorState,
  purpose: 'typing' | 'save',
  ...problems: readonly Problem[]
): EditorEvent {
  return { type: 'checked', request: state.request, purpose, problems };
}

const named: EditorEvent = { type: 'changed', change: { type: 'named', name: 'Another' } };

describe('editor state', () => {
  it('begins a new rule at once, and loads one that exists', () => {
    expect(firstEditor(undefined)).toMatchObject({ state: { status: 'ready' }, effects: [] });
    expect(firstEditor('x')).toMatchObject({
      state: { status: 'loading' },
      effects: [{ type: 'load-rule', id: 'x' }],
    });
  });

  it('says why a rule could not be loaded, and loads it again when asked', () => {
    const error = { code: 'not-found', message: 'It is gone.' } as const;
    const failed = after(firstEditor('x').state, { type: 'loaded', result: { ok: false, error } });
    expect(failed.state).toMatchObject({ status: 'failed', error });
    expect(after(failed.state, { type: 'reload-asked' }).effects).toEqual([{ type: 'load-rule', id: 'x' }]);
  });

  it('checks the rule once typing rests', () => {
    const typed = after(editing(), named);
    expect(typed.effects).toMatchObject([{ type: 'later', key: 'check', event: { type: 'check-due' } }]);
    const due = after(typed.state, { type: 'check-due' });
    expect(due.effects).toMatchObject([
      { type: 'check-rule', purpose: 'typing', rule: { name: 'Another' } },
      { type: 'try', effect: { type: 'try-rule', rule: { name: 'Another' } } },
    ]);
  });

  it('does not check while the condition cannot be read', () => {
    const broken = after(editing(), {
      type: 'changed',
      change: { type: 'condition-typed', text: '{' },
    }).state;
    expect(after(broken, { type: 'check-due' }).effects).toEqual([]);
  });

  it('drops the answer to an earlier check', () => {
    const first = after(editing(), named, { type: 'check-due' }).state;
    const second = after(first, named, { type: 'check-due' }).state;
    expect(after(second, checked(first, 'typing', ERROR)).state).toBe(second);
  });

  it('shows the problems of touched fields only, before the first attempt to save', () => {
    const due = after(editing(), named, { type: 'check-due' }).state;
    const name: Problem = { path: 'name', level: 'error', message: 'too long' };
    const known = after(due, checked(due, 'typing', ERROR, name)).state;
    expect(visibleProblems(known)).toEqual([name]);
    expect(visibleProblems(after(known, { type: 'save-asked' }).state)).toHaveLength(2);
  });

  it('shows the problems of an action where it is now, although it was moved', () => {
    const [, key = -1] = editing().draft.keys;
    const typed = after(editing(), {
      type: 'changed',
      change: { type: 'parameter-set', key, name: 'labels', value: [] },
    }).state;
    const due = after(typed, { type: 'check-due' }).state;
    const known = after(due, checked(due, 'typing', ERROR)).state;
    expect(visibleProblems(known)).toMatchObject([{ path: 'then[1].with.labels' }]);
    const moved = after(
      known,
      { type: 'changed', change: { type: 'action-moved', key, by: -1 } },
      { type: 'check-due' },
    );
    const again = after(
      moved.state,
      checked(moved.state, 'typing', { ...ERROR, path: 'then[0].with.labels' }),
    ).state;
    expect(visibleProblems(again)).toMatchObject([{ path: 'then[0].with.labels' }]);
  });

  it('checks before it saves, and saves against the version that was read', () => {
    const asked = after(editing(), named, { type: 'save-asked' });
    expect(asked.effects).toMatchObject([
      { type: 'cancel', key: 'check' },
      { type: 'check-rule', purpose: 'save' },
    ]);
    const saving = after(asked.state, checked(asked.state, 'save'));
    expect(saving.effects).toMatchObject([
      { type: 'save-rule', expectedVersion: 4, rule: { name: 'Another' } },
    ]);
  });

  it('refuses to save with errors', () => {
    const asked = after(editing(), { type: 'save-asked' }).state;
    const refused = after(asked, checked(asked, 'save', ERROR, WARNING));
    expect(refused.effects).toEqual([]);
    expect(refused.state).toMatchObject({ saving: 'no', asking: undefined });
  });

  it('asks about warnings, and saves when they are accepted', () => {
    const asked = after(editing(), { type: 'save-asked' }).state;
    const warned = after(asked, checked(asked, 'save', WARNING));
    expect(warned.effects).toEqual([]);
    expect(warned.state.asking).toEqual({ kind: 'warnings', warnings: [WARNING] });
    expect(after(warned.state, { type: 'question-dismissed' }).state.asking).toBeUndefined();
    expect(after(warned.state, { type: 'warnings-accepted' }).effects).toMatchObject([{ type: 'save-rule' }]);
  });

  it('asks to save once while a save is under way', () => {
    const asked = after(editing(), { type: 'save-asked' }).state;
    expect(after(asked, { type: 'save-asked' }).effects).toEqual([]);
  });

  it('does not send a rule whose condition cannot be read', () => {
    const broken = after(editing(), {
      type: 'changed',
      change: { type: 'condition-typed', text: '{' },
    }).state;
    const asked = after(broken, { type: 'save-asked' });
    expect(asked).toMatchObject({ effects: [], state: { saving: 'no', attempted: true } });
  });

  it('closes after a save', () => {
    const saved = after(editing(), {
      type: 'saved',
      result: { ok: true, data: { stored: STORED, warnings: [] } },
    });
    expect(saved.state.closed).toEqual({ saved: true });
    expect(saved.effects).toMatchObject([{ type: 'flag', tone: 'success' }]);
  });

  it('reads what somebody else saved when the version has risen, and asks whose shall stay', () => {
    const conflict = {
      type: 'saved',
      result: { ok: false, error: { code: 'conflict', message: 'x' } },
    } as const;
    const lost = after(editing(), named, conflict);
    expect(lost.effects).toEqual([{ type: 'load-theirs', id: 'a-rule' }]);
    const theirs = aRule({ name: 'Theirs' }, 5);
    const asking = after(lost.state, { type: 'theirs-loaded', result: { ok: true, data: theirs } }).state;
    expect(asking.asking).toEqual({ kind: 'conflict', theirs });
    expect(after(asking, { type: 'mine-kept' }).effects).toMatchObject([
      { type: 'save-rule', expectedVersion: 5, rule: { name: 'Another' } },
    ]);
    const taken = after(asking, { type: 'theirs-taken' }).state;
    expect(taken).toMatchObject({ version: 5, draft: { rule: { name: 'Theirs' } } });
    expect(isDirty(taken)).toBe(false);
  });

  it('puts the problems of a refused save beside their fields', () => {
    const error = { code: 'invalid', message: 'x', problems: [ERROR] } as const;
    const { state } = after(editing(), { type: 'saved', result: { ok: false, error } });
    expect(state.problems).toMatchObject([{ path: 'then[1].with.labels' }]);
  });

  it('asks before unsaved changes are lost, and not otherwise', () => {
    expect(after(editing(), { type: 'leave-asked' }).state.closed).toEqual({ saved: false });
    const dirty = after(editing(), named);
    expect(isDirty(dirty.state)).toBe(true);
    const asked = after(dirty.state, { type: 'leave-asked' }).state;
    expect(asked).toMatchObject({ asking: { kind: 'leave' }, closed: undefined });
    expect(after(asked, { type: 'leave-confirmed' }).state.closed).toEqual({ saved: false });
  });

  it('is clean again when a change is taken back', () => {
    const back = after(editing(), named, {
      type: 'changed',
      change: { type: 'named', name: STORED.rule.name },
    });
    expect(isDirty(back.state)).toBe(false);
  });

  it('goes to JSON only when the condition can be read, and back only when the JSON can', () => {
    const broken = after(editing(), {
      type: 'changed',
      change: { type: 'condition-typed', text: '{' },
    }).state;
    const refused = after(broken, { type: 'mode-chosen', mode: 'json' });
    expect(refused).toMatchObject({ state: { mode: 'form' }, effects: [{ type: 'flag', tone: 'error' }] });

    const json = after(editing(), { type: 'mode-chosen', mode: 'json' }).state;
    expect(JSON.parse(json.json.text)).toEqual(STORED.rule);
    const edited = after(json, { type: 'json-edited', session: json.session, text: '[]' }).state;
    expect(edited.json.problem).toBeDefined();
    expect(isDirty(edited)).toBe(true);
    expect(after(edited, { type: 'mode-chosen', mode: 'form' }).state.mode).toBe('json');
  });

  it('gives the Frame its text when the Frame listens, and drops changes to an earlier text', () => {
    const json = after(editing(), { type: 'mode-chosen', mode: 'json' }).state;
    expect(after(json, { type: 'frame-ready' }).effects).toEqual([
      { type: 'show-json', session: json.session, text: json.json.text },
    ]);
    expect(after(json, { type: 'json-edited', session: json.session - 1, text: '[]' }).state).toBe(json);
    expect(after(editing(), { type: 'frame-ready' }).effects).toEqual([]);
  });

  it.each([
    ['[]', 'A rule is an object.'],
    ['{"id":1,"name":"n","when":[],"then":[]}', '“id” must be a text.'],
    ['{"id":"a","name":"n","when":"x","then":[]}', '“when” must be a list of event ids.'],
    ['{"id":"a","name":"n","when":[],"then":{}}', '“then” must be a list of actions.'],
    ['{"id":"a","name":"n","when":[],"then":[1]}', '“then[0]” must be an object.'],
    ['{"id":"a","name":"n","when":[],"then":[{"id":"b","action":"c","as":3}]}', '“then[0].as” must be'],
    ['{"id":"a","name":"n","when":[],"then":[],"scope":[]}', '“scope” must be'],
  ])('says why the form cannot show %s', (text, problem) => {
    const json = after(editing(), { type: 'mode-chosen', mode: 'json' }).state;
    const edited = after(json, { type: 'json-edited', session: json.session, text }).state;
    expect(edited.json.problem).toContain(problem);
  });
});
