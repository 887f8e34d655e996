// The page as a whole: which view is on screen, and how what happens in one concerns another. Pure.
//
// The editor, while there is one, takes the place of the tabs. Leaving it by itself goes through its own guard.

import { assertNever } from '../../core/assert-never';
import { firstActivity } from '../activity/state';
import { firstChanges } from '../changes/state';
import { firstEditor, reduceEditor } from '../editor/reduce';
import { firstHealth } from '../health/state';
import { firstHistory, reduceHistory } from '../history/state';
import { firstPacks } from '../packs/state';
import { firstRules } from '../rules/state';
import { firstSettings } from '../settings/state';
import { firstTransfer, incoming, outgoing } from '../transfer/state';
import { firstWhyNot } from '../why-not/state';
import { next } from '../machine/transition';
import { inActivity, inChanges, inHealth, inPacks, inRules, inSettings, inTransfer, inWhyNot } from './views';
import type { ActivityEvent } from '../activity/state';
import type { EditorEvent } from '../editor/state';
import type { HistoryEvent } from '../history/state';
import type { FrameReport } from '../../core/admin/frame-protocol';
import type { NavigationEvent, PageEffect, PageEvent, PageState, PageStep } from './state';
import type { Tab } from './tabs';

/** The page as it opens: the list of rules, loading. */
export function firstPage(): PageStep {
  const rules = firstRules();
  return {
    state: {
      tab: 'rules',
      rules: rules.state,
      activity: firstActivity(),
      whyNot: firstWhyNot(),
      transfer: firstTransfer(),
      packs: firstPacks(),
      changes: firstChanges(),
      health: firstHealth(),
      settings: firstSettings(),
      editor: undefined,
      history: undefined,
    },
    effects: rules.effects.map((effect) => ({ area: 'rules', effect })),
  };
}

/** What follows from one event. */
export function reducePage(state: PageState, event: PageEvent): PageStep {
  switch (event.area) {
    case 'rules':
      return inRules(state, event.event);
    case 'activity':
      return inActivity(state, event.event);
    case 'whyNot':
      return inWhyNot(state, event.event);
    case 'transfer':
      return inTransfer(state, event.event);
    case 'settings':
      return inSettings(state, event.event);
    case 'packs':
      return inPacks(state, event.event);
    case 'health':
      return inHealth(state, event.event);
    case 'changes':
      return inChanges(state, event.event);
    case 'history':
      return inHistory(state, event.event);
    case 'editor':
      return inEditor(state, event.event);
    case 'page':
      return navigate(state, event.event);
  }
}

function navigate(state: PageState, event: NavigationEvent): PageStep {
  switch (event.type) {
    case 'tab-chosen':
      return chooseTab(state, event.tab, { type: 'shown' });
    case 'runs-of-rule':
      return chooseTab(state, 'activity', { type: 'shown', filter: event.rule });
    case 'export-rules': {
      const opened = chooseTab(state, 'transfer', { type: 'shown' });
      const scope = inTransfer(opened.state, outgoing({ type: 'scope-chosen', scope: 'chosen' }));
      const chosen = inTransfer(scope.state, outgoing({ type: 'export-chosen', rules: event.rules }));
      return { state: chosen.state, effects: [...opened.effects, ...scope.effects, ...chosen.effects] };
    }
    case 'history-of-rule': {
      const history = firstHistory(event.rule);
      return {
        state: { ...state, history: history.state },
        effects: history.effects.map((effect) => ({ area: 'history', effect })),
      };
    }
    case 'edit': {
      const editor = firstEditor(event.id);
      return {
        state: { ...state, editor: editor.state },
        effects: editor.effects.map((effect) => ({ area: 'editor', effect })),
      };
    }
    case 'frame-reported':
      return fromFrame(state, event.report);
    case 'visibility':
      return inActivity(state, event);
    default:
      return assertNever(event);
  }
}

function chooseTab(state: PageState, tab: Tab, shown: ActivityEvent & { readonly type: 'shown' }): PageStep {
  const left =
    state.tab === 'activity' ? inActivity(state, { type: 'left' }) : next<PageState, PageEffect>(state);
  const moved = { ...left.state, tab };
  const entered = enter(moved, tab, shown);
  return { state: entered.state, effects: [...left.effects, ...entered.effects] };
}

/** What a view does when it comes on screen. */
function enter(state: PageState, tab: Tab, shown: ActivityEvent & { readonly type: 'shown' }): PageStep {
  switch (tab) {
    case 'rules':
      return inRules(state, { type: 'refresh-asked' });
    case 'activity':
      return inActivity(state, shown);
    case 'whyNot':
      return inWhyNot(state, { type: 'shown' });
    case 'transfer':
      return inTransfer(state, { type: 'shown' });
    case 'packs':
      return inPacks(state, { type: 'shown' });
    case 'health':
      return inHealth(state, { type: 'shown' });
    case 'changes':
      return inChanges(state, { type: 'shown' });
    case 'settings':
      return inSettings(state, { type: 'shown' });
  }
}

/** Hands what the Frame reports to the view that shows it. */
function fromFrame(state: PageState, report: FrameReport): PageStep {
  switch (report.type) {
    case 'ready':
      return state.editor === undefined
        ? inTransfer(state, { type: 'frame-ready' })
        : inEditor(state, { type: 'frame-ready' });
    case 'file-opened':
    case 'file-refused':
      return inTransfer(state, incoming(report));
    case 'edited':
      return inEditor(state, { type: 'json-edited', session: report.session, text: report.text });
    default:
      return assertNever(report);
  }
}

/** A history that closed is taken away, and the view below is read again: something may have been restored. */
function inHistory(state: PageState, event: HistoryEvent): PageStep {
  if (state.history === undefined) return next(state);
  const step = reduceHistory(state.history, event);
  const effects = step.effects.map((effect): PageEffect => ({ area: 'history', effect }));
  if (step.state.closed === undefined) return { state: { ...state, history: step.state }, effects };
  const closed = { ...state, history: undefined };
  if (!step.state.closed.restored) return { state: closed, effects };
  const entered = enter(closed, closed.tab, { type: 'shown' });
  return { state: entered.state, effects: [...effects, ...entered.effects] };
}

/** An editor that closed is taken away; after a save the list is read again. */
function inEditor(state: PageState, event: EditorEvent): PageStep {
  if (state.editor === undefined) return next(state);
  const step = reduceEditor(state.editor, event);
  const effects = step.effects.map((effect): PageEffect => ({ area: 'editor', effect }));
  if (step.state.closed === undefined) return { state: { ...state, editor: step.state }, effects };
  const closed = { ...state, editor: undefined };
  if (!step.state.closed.saved) return { state: closed, effects };
  const reloaded = inRules(closed, { type: 'refresh-asked' });
  return { state: reloaded.state, effects: [...effects, ...reloaded.effects] };
}
