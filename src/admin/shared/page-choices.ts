// The pages that a picker offers: found as somebody types, once the typing rests. Pure; a view holds one and has the
// search made.

import type { AdminResult } from '../../core/admin/api/result';
import type { FoundContent } from '../../core/admin/viewer/viewer';
import { next } from '../machine/transition';
import { SEARCH_REST_MS } from './search-rest';
import type { CommonEffect, Transition } from '../machine/transition';

export interface PageChoices {
  /** What the picker offers. */
  readonly pages: readonly FoundContent[];
  readonly pagesRequest: number;
}

export type PageChoicesEvent =
  | { readonly type: 'pages-searched'; readonly text: string }
  | { readonly type: 'pages-rested'; readonly text: string }
  | {
      readonly type: 'pages-found';
      readonly request: number;
      readonly result: AdminResult<readonly FoundContent[]>;
    };

export type PageChoicesEffect =
  | { readonly type: 'find-pages'; readonly request: number; readonly text: string }
  | Extract<CommonEffect<PageChoicesEvent>, { type: 'later' }>;

/** A picker that nothing was asked for yet. */
export const NO_PAGES: PageChoices = { pages: [], pagesRequest: 0 };

/** What follows from one event, in a state that holds the choices. */
export function reducePageChoices<State extends PageChoices>(
  state: State,
  event: PageChoicesEvent,
): Transition<State, PageChoicesEffect> {
  switch (event.type) {
    case 'pages-searched': {
      const rested = { type: 'pages-rested', text: event.text } as const;
      return next(state, { type: 'later', key: 'pages', ms: SEARCH_REST_MS, event: rested });
    }
    case 'pages-rested': {
      const request = state.pagesRequest + 1;
      return next({ ...state, pagesRequest: request }, { type: 'find-pages', request, text: event.text });
    }
    case 'pages-found':
      // A picker without entries still lets one type; what is below says what is wrong.
      return event.request === state.pagesRequest && event.result.ok
        ? next({ ...state, pages: event.result.data })
        : next(state);
  }
}
