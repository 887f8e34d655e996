// Why not: recorded events with filters, and one of them opened, or the next change of a page, with every rule's verdict.
// Pure; effects are data.

import type { EventFilter, SeenEvent } from '../../core/admin/activity/list-events';
import type { AdminResult, Page } from '../../core/admin/api/result';
import type { FoundContent } from '../../core/admin/viewer/viewer';
import { next } from '../machine/transition';
import { LOADING, toLoadable } from '../shared/loadable';
import { NO_VERDICTS, reduceVerdicts } from '../verdicts/state';
import type { Transition } from '../machine/transition';
import type { Loadable } from '../shared/loadable';
import type { LoadVerdicts, VerdictsEvent, VerdictsState } from '../verdicts/state';

const SEARCH_REST_MS = 300;

/** What the verdicts are about: a recorded event, or the next change of a page. */
export type Question =
  | { readonly about: 'event'; readonly event: SeenEvent }
  | { readonly about: 'page'; readonly page: FoundContent };

export interface WhyNotState {
  readonly page: FoundContent | undefined;
  readonly eventType: string | undefined;
  readonly list: Loadable<Page<SeenEvent>>;
  readonly trail: readonly string[];
  readonly request: number;
  /** What the page filter's menu offers. */
  readonly pages: readonly FoundContent[];
  readonly pagesRequest: number;
  readonly open: { readonly question: Question; readonly verdicts: VerdictsState } | undefined;
}

export type WhyNotEvent =
  | { readonly type: 'shown' }
  | { readonly type: 'refresh-asked' }
  | { readonly type: 'narrowed'; readonly by: Partial<Pick<WhyNotState, 'page' | 'eventType'>> }
  | { readonly type: 'next-page' }
  | { readonly type: 'previous-page' }
  | {
      readonly type: 'events-loaded';
      readonly request: number;
      readonly result: AdminResult<Page<SeenEvent>>;
    }
  | { readonly type: 'pages-searched'; readonly text: string }
  | { readonly type: 'pages-rested'; readonly text: string }
  | {
      readonly type: 'pages-found';
      readonly request: number;
      readonly result: AdminResult<readonly FoundContent[]>;
    }
  | { readonly type: 'opened'; readonly question: Question }
  | { readonly type: 'closed' }
  | VerdictsEvent;

export type WhyNotEffect =
  | {
      readonly type: 'load-events';
      readonly request: number;
      readonly filter: EventFilter;
      readonly cursor?: string;
    }
  | { readonly type: 'find-content'; readonly request: number; readonly text: string }
  | (LoadVerdicts & { readonly question: Question })
  | { readonly type: 'later'; readonly key: string; readonly ms: number; readonly event: WhyNotEvent };

type Step = Transition<WhyNotState, WhyNotEffect>;

/** The view before it has been looked at: it asks for nothing. */
export function firstWhyNot(): WhyNotState {
  return {
    page: undefined,
    eventType: undefined,
    list: LOADING,
    trail: [],
    request: 0,
    pages: [],
    pagesRequest: 0,
    open: undefined,
  };
}

/** What follows from one event. */
export function reduceWhyNot(state: WhyNotState, event: WhyNotEvent): Step {
  switch (event.type) {
    case 'shown': {
      const looked = look(state);
      return state.pages.length > 0 ? looked : join(looked, find(looked.state, ''));
    }
    case 'refresh-asked':
      return look(state);
    case 'narrowed':
      return look({ ...state, ...event.by, trail: [], list: LOADING });
    case 'next-page': {
      const cursor = state.list.status === 'ready' ? state.list.data.cursor : undefined;
      return cursor === undefined ? next(state) : look({ ...state, trail: [...state.trail, cursor] });
    }
    case 'previous-page':
      return state.trail.length === 0 ? next(state) : look({ ...state, trail: state.trail.slice(0, -1) });
    case 'events-loaded':
      return event.request === state.request
        ? next({ ...state, list: toLoadable(event.result) })
        : next(state);
    case 'pages-searched':
      return next(state, {
        type: 'later',
        key: 'pages',
        ms: SEARCH_REST_MS,
        event: { type: 'pages-rested', text: event.text },
      });
    case 'pages-rested':
      return find(state, event.text);
    case 'pages-found':
      // A filter without choices still lets one type; the list below says what is wrong.
      return event.request === state.pagesRequest && event.result.ok
        ? next({ ...state, pages: event.result.data })
        : next(state);
    case 'opened':
      return inVerdicts(
        { ...state, open: { question: event.question, verdicts: NO_VERDICTS } },
        { type: 'verdicts-asked' },
      );
    case 'closed':
      return next({ ...state, open: undefined });
    default:
      return inVerdicts(state, event);
  }
}

function inVerdicts(state: WhyNotState, event: VerdictsEvent): Step {
  const { open } = state;
  if (open === undefined) return next(state);
  const step = reduceVerdicts(open.verdicts, event);
  return {
    state: { ...state, open: { ...open, verdicts: step.state } },
    effects: step.effects.map((effect) => ({ ...effect, question: open.question })),
  };
}

function look(state: WhyNotState): Step {
  const request = state.request + 1;
  const cursor = state.trail.at(-1);
  const filter: EventFilter = {
    ...(state.page === undefined ? {} : { subject: state.page.id }),
    ...(state.eventType === undefined ? {} : { eventType: state.eventType }),
  };
  return next(
    { ...state, request },
    { type: 'load-events', request, filter, ...(cursor === undefined ? {} : { cursor }) },
  );
}

function find(state: WhyNotState, text: string): Step {
  const request = state.pagesRequest + 1;
  return next({ ...state, pagesRequest: request }, { type: 'find-content', request, text });
}

function join(first: Step, second: Step): Step {
  return { state: second.state, effects: [...first.effects, ...second.effects] };
}
