// Why not: recorded events with filters, and one of them opened, or the next change of a page, with every rule's verdict.
// Pure; effects are data.

import type { EventFilter, SeenEvent } from '../../core/admin/activity/list-events';
import type { AdminResult, Page } from '../../core/admin/api/result';
import type { FoundContent } from '../../core/admin/viewer/viewer';
import { next } from '../machine/transition';
import { LOADING, toLoadable } from '../shared/loadable';
import { NO_PAGES, reducePageChoices } from '../shared/page-choices';
import { NO_VERDICTS, reduceVerdicts } from '../verdicts/state';
import type { Transition } from '../machine/transition';
import type { Loadable } from '../shared/loadable';
import type { PageChoices, PageChoicesEffect, PageChoicesEvent } from '../shared/page-choices';
import type { LoadVerdicts, VerdictsEvent, VerdictsState } from '../verdicts/state';

/** What the verdicts are about: a recorded event, or the next change of a page. */
export type Question =
  | { readonly about: 'event'; readonly event: SeenEvent }
  | { readonly about: 'page'; readonly page: FoundContent };

export interface WhyNotState extends PageChoices {
  readonly page: FoundContent | undefined;
  readonly eventType: string | undefined;
  readonly list: Loadable<Page<SeenEvent>>;
  readonly trail: readonly string[];
  readonly request: number;
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
  | PageChoicesEvent
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
  | PageChoicesEffect
  | (LoadVerdicts & { readonly question: Question });

type Step = Transition<WhyNotState, WhyNotEffect>;

/** The view before it has been looked at: it asks for nothing. */
export function firstWhyNot(): WhyNotState {
  return {
    page: undefined,
    eventType: undefined,
    list: LOADING,
    trail: [],
    request: 0,
    ...NO_PAGES,
    open: undefined,
  };
}

/** What follows from one event. */
export function reduceWhyNot(state: WhyNotState, event: WhyNotEvent): Step {
  switch (event.type) {
    case 'shown': {
      const looked = look(state);
      return state.pages.length > 0
        ? looked
        : join(looked, reducePageChoices(looked.state, { type: 'pages-rested', text: '' }));
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
    case 'pages-rested':
    case 'pages-found':
      return reducePageChoices(state, event);
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

function join(first: Step, second: Step): Step {
  return { state: second.state, effects: [...first.effects, ...second.effects] };
}
