// Activity: recent runs with filters, one run opened, and failed runs chosen to be tried again. Pure; effects are data.
//
// It looks again by itself only while a run it shows is open and the page can be seen, ever less often while
// nothing changes. Leaving the view or hiding the page stops it; coming back looks at once.

import type { HourPoint } from '../../core/admin/activity/hours';
import type { OpenedRun } from '../../core/admin/activity/open-run';
import type { AdminResult, Page } from '../../core/admin/api/result';
import { isRunFinal } from '../../core/runs/run';
import type { Run } from '../../core/runs/run';
import { LOADING, toLoadable } from '../shared/loadable';
import type { Loadable } from '../shared/loadable';
import { next } from '../machine/transition';
import { SEARCH_REST_MS } from '../shared/search-rest';
import type { CommonEffect, Transition } from '../machine/transition';
import { NO_CHOICES, reduceChoices } from './choices';
import { NO_LETTERS, reduceLetters } from './letters';
import { pollDelayMs } from './poll';
import type { ChoicesEffect, ChoicesEvent, ChoicesState, RuleChoice } from './choices';
import type { MoreFilters } from './filter';
import type { DoDeed, LettersEvent, LettersState } from './letters';

export interface ActivityState {
  readonly filter: RuleChoice | undefined;
  /** What the filters' menus offer. */
  readonly choices: ChoicesState;
  readonly trail: readonly string[];
  readonly list: Loadable<Page<Run>>;
  readonly open: { readonly id: string; readonly run: Loadable<OpenedRun> } | undefined;
  /** What narrows the list beside the rule. */
  readonly more: MoreFilters;
  readonly hours: Loadable<readonly HourPoint[]>;
  /** Failed runs that something may be done with. */
  readonly letters: LettersState;
  readonly refreshing: boolean;
  readonly request: number;
  /** Looks since something last changed. */
  readonly quiet: number;
  /** Whether this view is the one on screen. */
  readonly shown: boolean;
  /** Whether the browser shows the page. */
  readonly visible: boolean;
}

export type ActivityEvent =
  | { readonly type: 'shown'; readonly filter?: RuleChoice }
  | { readonly type: 'left' }
  | { readonly type: 'visibility'; readonly visible: boolean }
  | { readonly type: 'refresh-asked' }
  | { readonly type: 'poll-due' }
  | { readonly type: 'filtered'; readonly rule: RuleChoice | undefined }
  | { readonly type: 'narrowed'; readonly by: MoreFilters }
  | { readonly type: 'space-typed'; readonly text: string }
  | { readonly type: 'hours-loaded'; readonly result: AdminResult<readonly HourPoint[]> }
  | { readonly type: 'next-page' }
  | { readonly type: 'previous-page' }
  | { readonly type: 'loaded'; readonly request: number; readonly result: AdminResult<Page<Run>> }
  | { readonly type: 'opened'; readonly id: string }
  | { readonly type: 'closed' }
  | { readonly type: 'run-loaded'; readonly request: number; readonly result: AdminResult<OpenedRun> }
  | LettersEvent
  | ChoicesEvent;

export type ActivityEffect =
  | {
      readonly type: 'load-runs';
      readonly request: number;
      readonly rule?: string;
      readonly more: MoreFilters;
      readonly cursor?: string;
    }
  | { readonly type: 'load-hours' }
  | { readonly type: 'load-run'; readonly request: number; readonly id: string }
  /** What narrows the list narrows the deed, too. */
  | (DoDeed & { readonly rule?: string; readonly more: MoreFilters })
  | ChoicesEffect
  | CommonEffect<ActivityEvent>;

type Step = Transition<ActivityState, ActivityEffect>;

/** Activity before it has been looked at: it asks for nothing. */
export function firstActivity(): ActivityState {
  return {
    filter: undefined,
    choices: NO_CHOICES,
    trail: [],
    list: LOADING,
    open: undefined,
    more: {},
    hours: LOADING,
    letters: NO_LETTERS,
    refreshing: false,
    request: 0,
    quiet: 0,
    shown: false,
    visible: true,
  };
}

/** What follows from one event. */
export function reduceActivity(state: ActivityState, event: ActivityEvent): Step {
  switch (event.type) {
    case 'shown': {
      const filter = event.filter ?? state.filter;
      const moved = filter === state.filter ? {} : { filter, trail: [], open: undefined };
      const looked = look({ ...state, ...moved, shown: true, quiet: 0 });
      const choices: readonly ActivityEffect[] = [{ type: 'load-choices', search: '' }];
      return next(looked.state, ...looked.effects, ...choices, { type: 'load-hours' });
    }
    case 'left':
      return next({ ...state, shown: false }, { type: 'cancel', key: 'poll' });
    case 'visibility':
      return visibilityChanged(state, event.visible);
    case 'refresh-asked': {
      const looked = look({ ...state, quiet: 0 });
      return state.open === undefined
        ? next(looked.state, ...looked.effects, { type: 'load-hours' })
        : looked;
    }
    case 'poll-due':
      return state.shown && state.visible ? look(state) : next(state);
    case 'filtered':
      return look({
        ...state,
        filter: event.rule,
        trail: [],
        quiet: 0,
        list: LOADING,
        letters: NO_LETTERS,
      });
    case 'narrowed':
      return narrow(state, event.by);
    case 'space-typed':
      return next(state, {
        type: 'later',
        key: 'space',
        ms: SEARCH_REST_MS,
        event: { type: 'narrowed', by: { space: event.text } },
      });
    case 'hours-loaded':
      return next({ ...state, hours: toLoadable(event.result) });
    case 'next-page': {
      const cursor = state.list.status === 'ready' ? state.list.data.cursor : undefined;
      return cursor === undefined
        ? next(state)
        : look({ ...state, trail: [...state.trail, cursor], quiet: 0 });
    }
    case 'previous-page':
      return state.trail.length === 0
        ? next(state)
        : look({ ...state, trail: state.trail.slice(0, -1), quiet: 0 });
    case 'loaded':
      return event.request === state.request
        ? arrived(state, { list: toLoadable(event.result) })
        : next(state);
    case 'opened':
      return look({ ...state, open: { id: event.id, run: knownRun(state, event.id) }, quiet: 0 });
    case 'closed':
      return look({ ...state, open: undefined, quiet: 0 });
    case 'run-loaded':
      return event.request === state.request && state.open !== undefined
        ? arrived(state, { open: { id: state.open.id, run: toLoadable(event.result) } })
        : next(state);
    case 'runs-chosen':
    case 'deed-asked':
    case 'deed-cancelled':
    case 'deed-confirmed':
    case 'deed-done':
      return inLetters(state, event);
    default: {
      const step = reduceChoices(state.choices, event);
      return next({ ...state, choices: step.state }, ...step.effects);
    }
  }
}

function inLetters(state: ActivityState, event: LettersEvent): Step {
  const { filter, more } = state;
  const step = reduceLetters(state.letters, event);
  const effects = step.effects.map((effect) =>
    effect.type === 'do-deed'
      ? { ...effect, more, ...(filter === undefined ? {} : { rule: filter.id }) }
      : effect,
  );
  const after = { ...state, letters: step.state };
  if (!step.over) return next(after, ...effects);
  const looked = look({ ...after, quiet: 0 });
  return next(looked.state, ...looked.effects, ...effects);
}

/** Asks for what is on screen: the open run, or the page of runs. */
function look(state: ActivityState): Step {
  const request = state.request + 1;
  const asked = { ...state, request, refreshing: true };
  if (state.open !== undefined) return next(asked, { type: 'load-run', request, id: state.open.id });
  const cursor = state.trail.at(-1);
  return next(asked, {
    type: 'load-runs',
    request,
    more: state.more,
    ...(state.filter === undefined ? {} : { rule: state.filter.id }),
    ...(cursor === undefined ? {} : { cursor }),
  });
}

/** Takes what arrived and decides when to look again, if at all. */
function arrived(state: ActivityState, got: Partial<Pick<ActivityState, 'list' | 'open'>>): Step {
  const after = { ...state, ...got, refreshing: false };
  const quiet = stamp(after) === stamp(state) ? state.quiet + 1 : 0;
  const settled = { ...after, quiet };
  if (!settled.shown || !settled.visible || !shownRuns(settled).some((run) => !isRunFinal(run)))
    return next(settled);
  return next(settled, { type: 'later', key: 'poll', ms: pollDelayMs(quiet), event: { type: 'poll-due' } });
}

function narrow(state: ActivityState, by: MoreFilters): Step {
  const more = { ...state.more, ...by };
  return look({ ...state, more, trail: [], quiet: 0, list: LOADING, letters: NO_LETTERS });
}

function visibilityChanged(state: ActivityState, visible: boolean): Step {
  if (visible === state.visible) return next(state);
  const changed = { ...state, visible };
  if (!visible) return next(changed, { type: 'cancel', key: 'poll' });
  return state.shown && shownRuns(state).some((run) => !isRunFinal(run))
    ? look({ ...changed, quiet: 0 })
    : next(changed);
}

function shownRuns(state: ActivityState): readonly Run[] {
  if (state.open !== undefined) return state.open.run.status === 'ready' ? [state.open.run.data.run] : [];
  return state.list.status === 'ready' ? state.list.data.items : [];
}

/** Changes whenever something that is shown did. */
function stamp(state: ActivityState): string {
  return shownRuns(state)
    .map((run) => `${run.id}@${run.updatedAt}`)
    .join(' ');
}

/** The run as the list knows it, so that opening shows something at once. */
function knownRun(state: ActivityState, id: string): Loadable<OpenedRun> {
  const known =
    state.list.status === 'ready' ? state.list.data.items.find((run) => run.id === id) : undefined;
  return known === undefined ? LOADING : { status: 'ready', data: { run: known, lines: {}, chain: [] } };
}
