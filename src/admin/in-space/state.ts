// The view "Automation" in the settings of a space: the rules that apply there, and what they would make of one of its
// pages. Pure; effects are data.

import type { AdminResult, Page } from '../../core/admin/api/result';
import type { SpaceRule } from '../../core/admin/viewer/space-api';
import type { FoundContent } from '../../core/admin/viewer/viewer';
import { next } from '../machine/transition';
import { LOADING, toLoadable } from '../shared/loadable';
import { NO_PAGES, reducePageChoices } from '../shared/page-choices';
import { NO_VERDICTS, reduceVerdicts } from '../verdicts/state';
import { SEARCH_REST_MS } from '../shared/search-rest';
import type { Transition } from '../machine/transition';
import type { Loadable } from '../shared/loadable';
import type { PageChoices, PageChoicesEffect, PageChoicesEvent } from '../shared/page-choices';
import type { LoadVerdicts, VerdictsEvent, VerdictsState } from '../verdicts/state';

/** The tabs, in order. */
export const SPACE_TABS = ['rules', 'whyNot'] as const;
export type SpaceTab = (typeof SPACE_TABS)[number];

export interface InSpaceState extends PageChoices {
  readonly tab: SpaceTab;
  readonly search: string;
  readonly rules: Loadable<Page<SpaceRule>>;
  readonly trail: readonly string[];
  readonly request: number;
  readonly chosen: FoundContent | undefined;
  readonly verdicts: VerdictsState;
}

export type InSpaceEvent =
  | { readonly type: 'tab-chosen'; readonly tab: SpaceTab }
  | { readonly type: 'refresh-asked' }
  | { readonly type: 'searched'; readonly text: string }
  | { readonly type: 'search-rested' }
  | { readonly type: 'rules-loaded'; readonly request: number; readonly result: AdminResult<Page<SpaceRule>> }
  | { readonly type: 'next-rules' }
  | { readonly type: 'previous-rules' }
  | PageChoicesEvent
  | { readonly type: 'page-chosen'; readonly page: FoundContent | undefined }
  | VerdictsEvent;

export type InSpaceEffect =
  | {
      readonly type: 'load-rules';
      readonly request: number;
      readonly search: string;
      readonly cursor?: string;
    }
  | PageChoicesEffect
  | (LoadVerdicts & { readonly content: string })
  | { readonly type: 'later'; readonly key: string; readonly ms: number; readonly event: InSpaceEvent };

type Step = Transition<InSpaceState, InSpaceEffect>;

/** The view as it opens: its first page of rules is asked for. */
export function firstInSpace(): Step {
  return look({
    tab: 'rules',
    search: '',
    rules: LOADING,
    trail: [],
    request: 0,
    ...NO_PAGES,
    chosen: undefined,
    verdicts: NO_VERDICTS,
  });
}

/** What follows from one event. */
export function reduceInSpace(state: InSpaceState, event: InSpaceEvent): Step {
  switch (event.type) {
    case 'tab-chosen':
      return event.tab === 'whyNot' && state.pages.length === 0
        ? reducePageChoices({ ...state, tab: event.tab }, { type: 'pages-rested', text: '' })
        : next({ ...state, tab: event.tab });
    case 'refresh-asked':
      return look({ ...state, rules: LOADING });
    case 'searched':
      return next(
        { ...state, search: event.text },
        { type: 'later', key: 'search', ms: SEARCH_REST_MS, event: { type: 'search-rested' } },
      );
    case 'search-rested':
      return look({ ...state, trail: [] });
    case 'rules-loaded':
      return event.request === state.request
        ? next({ ...state, rules: toLoadable(event.result) })
        : next(state);
    case 'next-rules': {
      const cursor = state.rules.status === 'ready' ? state.rules.data.cursor : undefined;
      return cursor === undefined ? next(state) : look({ ...state, trail: [...state.trail, cursor] });
    }
    case 'previous-rules':
      return state.trail.length === 0 ? next(state) : look({ ...state, trail: state.trail.slice(0, -1) });
    case 'pages-searched':
    case 'pages-rested':
    case 'pages-found':
      return reducePageChoices(state, event);
    case 'page-chosen':
      return inVerdicts({ ...state, chosen: event.page }, { type: 'verdicts-asked' });
    default:
      return inVerdicts(state, event);
  }
}

function inVerdicts(state: InSpaceState, event: VerdictsEvent): Step {
  const { chosen } = state;
  const step = reduceVerdicts(state.verdicts, event);
  const effects = chosen === undefined ? [] : step.effects;
  return {
    state: { ...state, verdicts: step.state },
    effects: effects.map((effect) => ({ ...effect, content: chosen?.id ?? '' })),
  };
}

function look(state: InSpaceState): Step {
  const request = state.request + 1;
  const cursor = state.trail.at(-1);
  return next(
    { ...state, request },
    { type: 'load-rules', request, search: state.search, ...(cursor === undefined ? {} : { cursor }) },
  );
}
