// The views behind the tabs, each as a part of the page: its events change its part, its effects carry its name. It must
// not know how one view concerns another; reduce.ts does.

import { reduceActivity } from '../activity/state';
import { reduceChanges } from '../changes/state';
import { reduceHealth } from '../health/state';
import { reducePacks } from '../packs/state';
import { reduceRules } from '../rules/state';
import { reduceSettings } from '../settings/state';
import { reduceTransfer } from '../transfer/state';
import { reduceWhyNot } from '../why-not/state';
import type { ActivityEvent } from '../activity/state';
import type { ChangesEvent } from '../changes/state';
import type { HealthEvent } from '../health/state';
import type { PacksEvent } from '../packs/state';
import type { RulesEvent } from '../rules/state';
import type { SettingsEvent } from '../settings/state';
import type { TransferEvent } from '../transfer/state';
import type { WhyNotEvent } from '../why-not/state';
import type { PageState, PageStep } from './state';

/** What follows from an event of the view. */
export function inRules(state: PageState, event: RulesEvent): PageStep {
  const step = reduceRules(state.rules, event);
  return {
    state: { ...state, rules: step.state },
    effects: step.effects.map((effect) => ({ area: 'rules', effect })),
  };
}

/** What follows from an event of the view. */
export function inActivity(state: PageState, event: ActivityEvent): PageStep {
  const step = reduceActivity(state.activity, event);
  return {
    state: { ...state, activity: step.state },
    effects: step.effects.map((effect) => ({ area: 'activity', effect })),
  };
}

/** What follows from an event of the view. */
export function inWhyNot(state: PageState, event: WhyNotEvent): PageStep {
  const step = reduceWhyNot(state.whyNot, event);
  return {
    state: { ...state, whyNot: step.state },
    effects: step.effects.map((effect) => ({ area: 'whyNot', effect })),
  };
}

/** What follows from an event of the view. */
export function inTransfer(state: PageState, event: TransferEvent): PageStep {
  const step = reduceTransfer(state.transfer, event);
  return {
    state: { ...state, transfer: step.state },
    effects: step.effects.map((effect) => ({ area: 'transfer', effect })),
  };
}

/** What follows from an event of the view. */
export function inSettings(state: PageState, event: SettingsEvent): PageStep {
  const step = reduceSettings(state.settings, event);
  return {
    state: { ...state, settings: step.state },
    effects: step.effects.map((effect) => ({ area: 'settings', effect })),
  };
}

/** What follows from an event of the view. */
export function inPacks(state: PageState, event: PacksEvent): PageStep {
  const step = reducePacks(state.packs, event);
  return {
    state: { ...state, packs: step.state },
    effects: step.effects.map((effect) => ({ area: 'packs', effect })),
  };
}

/** What follows from an event of the view. */
export function inHealth(state: PageState, event: HealthEvent): PageStep {
  const step = reduceHealth(state.health, event);
  return {
    state: { ...state, health: step.state },
    effects: step.effects.map((effect) => ({ area: 'health', effect })),
  };
}

/** What follows from an event of the view. */
export function inChanges(state: PageState, event: ChangesEvent): PageStep {
  const step = reduceChanges(state.changes, event);
  return {
    state: { ...state, changes: step.state },
    effects: step.effects.map((effect) => ({ area: 'changes', effect })),
  };
}
