// The page as a whole: which view is on screen, and how what happens in one concerns another. Pure.
//
// The editor, while there is one, takes the place of the tabs. Leaving it by itself goes through its own guard.

import { assertNever } from '../../core/assert-never';
import { firstActivity, reduceActivity } from '../activity/state';
import { firstChanges, reduceChanges } from '../changes/state';
import { firstEditor, reduceEditor } from '../editor/reduce';
import { firstHealth, reduceHealth } from '../health/state';
import { firstHistory, reduceHistory } from '../history/state';
import { firstPacks, reducePacks } from '../packs/state';
import { firstRules, reduceRules } from '../rules/state';
import { firstSettings, reduceSettings } from '../settings/state';
import { firstTransfer, incoming, outgoing, reduceTransfer } from '../transfer/state';
import { firstWhyNot, reduceWhyNot } from '../why-not/state';
import { next } from '../machine/transition';
import type { ActivityEffect, ActivityEvent, ActivityState, RuleChoice } from '../activity/state';
import type { ChangesEffect, ChangesEvent, ChangesState } from '../changes/state';
import type { HealthEffect, HealthEvent, HealthState } from '../health/state';
import type { HistoryEffect, HistoryEvent, HistoryState } from '../history/state';
import type { EditorEffect, EditorEvent, EditorState } from '../editor/state';
import type { PacksEffect, PacksEvent, PacksState } from '../packs/state';
import type { RulesEffect, RulesEvent, RulesState } from '../rules/state';
import type { SettingsEffect, SettingsEvent, SettingsState } from '../settings/state';
import type { Transition } from '../machine/transition';
import type { TransferEffect, TransferEvent, TransferState } from '../transfer/state';
import type { WhyNotEffect, WhyNotEvent, WhyNotState } from '../why-not/state';
import type { FrameReport } from '../../core/admin/frame-protocol';

/** The tabs, in order, each with the views in it: more tabs would not fit a narrow window. */
export const TABS = [
  ['rules'],
  ['activity'],
  ['whyNot'],
  ['transfer', 'packs'],
  ['settings', 'health', 'changes'],
] as const;
export type Tab = (typeof TABS)[number][number];

/** Which of the tabs a view is in. */
export function tabIndexOf(tab: Tab): number {
  return TABS.findIndex((views) => views.some((view) => view === tab));
}

export interface PageState {
  readonly tab: Tab;
  readonly rules: RulesState;
  readonly activity: ActivityState;
  readonly whyNot: WhyNotState;
  readonly transfer: TransferState;
  readonly packs: PacksState;
  readonly changes: ChangesState;
  readonly health: HealthState;
  readonly settings: SettingsState;
  readonly editor: EditorState | undefined;
  /** The history of one rule, in the place of the tabs. */
  readonly history: HistoryState | undefined;
}

export type PageEvent =
  | { readonly area: 'rules'; readonly event: RulesEvent }
  | { readonly area: 'activity'; readonly event: ActivityEvent }
  | { readonly area: 'whyNot'; readonly event: WhyNotEvent }
  | { readonly area: 'transfer'; readonly event: TransferEvent }
  | { readonly area: 'settings'; readonly event: SettingsEvent }
  | { readonly area: 'packs'; readonly event: PacksEvent }
  | { readonly area: 'health'; readonly event: HealthEvent }
  | { readonly area: 'changes'; readonly event: ChangesEvent }
  | { readonly area: 'history'; readonly event: HistoryEvent }
  | { readonly area: 'editor'; readonly event: EditorEvent }
  | { readonly area: 'page'; readonly event: NavigationEvent };

type NavigationEvent =
  | { readonly type: 'tab-chosen'; readonly tab: Tab }
  /** Opens the editor: for the rule `id`, or for a new one. */
  | { readonly type: 'edit'; readonly id: string | undefined }
  /** Opens export with these rules chosen. */
  | { readonly type: 'export-rules'; readonly rules: readonly RuleChoice[] }
  | { readonly type: 'history-of-rule'; readonly rule: string }
  | { readonly type: 'runs-of-rule'; readonly rule: RuleChoice }
  | { readonly type: 'frame-reported'; readonly report: FrameReport }
  | { readonly type: 'visibility'; readonly visible: boolean };

export type PageEffect =
  | { readonly area: 'rules'; readonly effect: RulesEffect }
  | { readonly area: 'activity'; readonly effect: ActivityEffect }
  | { readonly area: 'whyNot'; readonly effect: WhyNotEffect }
  | { readonly area: 'transfer'; readonly effect: TransferEffect }
  | { readonly area: 'settings'; readonly effect: SettingsEffect }
  | { readonly area: 'packs'; readonly effect: PacksEffect }
  | { readonly area: 'health'; readonly effect: HealthEffect }
  | { readonly area: 'changes'; readonly effect: ChangesEffect }
  | { readonly area: 'history'; readonly effect: HistoryEffect }
  | { readonly area: 'editor'; readonly effect: EditorEffect };

type Step = Transition<PageState, PageEffect>;

/** The page as it opens: the list of rules, loading. */
export function firstPage(): Step {
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
export function reducePage(state: PageState, event: PageEvent): Step {
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

function navigate(state: PageState, event: NavigationEvent): Step {
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

function chooseTab(state: PageState, tab: Tab, shown: ActivityEvent & { readonly type: 'shown' }): Step {
  const left =
    state.tab === 'activity' ? inActivity(state, { type: 'left' }) : next<PageState, PageEffect>(state);
  const moved = { ...left.state, tab };
  const entered = enter(moved, tab, shown);
  return { state: entered.state, effects: [...left.effects, ...entered.effects] };
}

/** What a view does when it comes on screen. */
function enter(state: PageState, tab: Tab, shown: ActivityEvent & { readonly type: 'shown' }): Step {
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
function fromFrame(state: PageState, report: FrameReport): Step {
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

function inRules(state: PageState, event: RulesEvent): Step {
  const step = reduceRules(state.rules, event);
  return {
    state: { ...state, rules: step.state },
    effects: step.effects.map((effect) => ({ area: 'rules', effect })),
  };
}

function inActivity(state: PageState, event: ActivityEvent): Step {
  const step = reduceActivity(state.activity, event);
  return {
    state: { ...state, activity: step.state },
    effects: step.effects.map((effect) => ({ area: 'activity', effect })),
  };
}

function inWhyNot(state: PageState, event: WhyNotEvent): Step {
  const step = reduceWhyNot(state.whyNot, event);
  return {
    state: { ...state, whyNot: step.state },
    effects: step.effects.map((effect) => ({ area: 'whyNot', effect })),
  };
}

function inTransfer(state: PageState, event: TransferEvent): Step {
  const step = reduceTransfer(state.transfer, event);
  return {
    state: { ...state, transfer: step.state },
    effects: step.effects.map((effect) => ({ area: 'transfer', effect })),
  };
}

function inSettings(state: PageState, event: SettingsEvent): Step {
  const step = reduceSettings(state.settings, event);
  return {
    state: { ...state, settings: step.state },
    effects: step.effects.map((effect) => ({ area: 'settings', effect })),
  };
}

function inPacks(state: PageState, event: PacksEvent): Step {
  const step = reducePacks(state.packs, event);
  return {
    state: { ...state, packs: step.state },
    effects: step.effects.map((effect) => ({ area: 'packs', effect })),
  };
}

function inHealth(state: PageState, event: HealthEvent): Step {
  const step = reduceHealth(state.health, event);
  return {
    state: { ...state, health: step.state },
    effects: step.effects.map((effect) => ({ area: 'health', effect })),
  };
}

function inChanges(state: PageState, event: ChangesEvent): Step {
  const step = reduceChanges(state.changes, event);
  return {
    state: { ...state, changes: step.state },
    effects: step.effects.map((effect) => ({ area: 'changes', effect })),
  };
}

/** A history that closed is taken away, and the view below is read again: something may have been restored. */
function inHistory(state: PageState, event: HistoryEvent): Step {
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
function inEditor(state: PageState, event: EditorEvent): Step {
  if (state.editor === undefined) return next(state);
  const step = reduceEditor(state.editor, event);
  const effects = step.effects.map((effect): PageEffect => ({ area: 'editor', effect }));
  if (step.state.closed === undefined) return { state: { ...state, editor: step.state }, effects };
  const closed = { ...state, editor: undefined };
  if (!step.state.closed.saved) return { state: closed, effects };
  const reloaded = inRules(closed, { type: 'refresh-asked' });
  return { state: reloaded.state, effects: [...effects, ...reloaded.effects] };
}
