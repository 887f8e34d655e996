// What the page holds, what happens on it, and what it asks for: the sums of its parts. It must not hold logic.
//
// The editor and the history of a rule, while there is one, take the place of the tabs.

import type { RuleChoice } from '../activity/choices';
import type { ActivityEffect, ActivityEvent, ActivityState } from '../activity/state';
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
import type { Tab } from './tabs';

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

/** What moves from one view to another, or comes from outside of them. */
export type NavigationEvent =
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

/** What follows from one event on the page. */
export type PageStep = Transition<PageState, PageEffect>;
