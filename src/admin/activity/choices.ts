// What the menus of the filters offer: rules, and pages and blog posts, looked for while one types. Pure; effects are data.

import type { AdminResult, Page } from '../../core/admin/api/result';
import type { RuleSummary } from '../../core/admin/api/rules-api';
import { next } from '../machine/transition';
import { NO_PAGES, reducePageChoices } from '../shared/page-choices';
import { SEARCH_REST_MS } from '../shared/search-rest';
import type { CommonEffect, Transition } from '../machine/transition';
import type { PageChoices, PageChoicesEffect, PageChoicesEvent } from '../shared/page-choices';

/** A rule that the filter offers. */
export interface RuleChoice {
  readonly id: string;
  readonly name: string;
}

export interface ChoicesState extends PageChoices {
  readonly rules: readonly RuleChoice[];
}

export type ChoicesEvent =
  | { readonly type: 'choices-searched'; readonly text: string }
  | { readonly type: 'choices-rested'; readonly text: string }
  | { readonly type: 'choices-loaded'; readonly result: AdminResult<Page<RuleSummary>> }
  | PageChoicesEvent;

export type ChoicesEffect =
  { readonly type: 'load-choices'; readonly search: string } | PageChoicesEffect | CommonEffect<ChoicesEvent>;

export const NO_CHOICES: ChoicesState = { rules: [], ...NO_PAGES };

/** What follows from one event. A menu without choices still shows what was chosen; the list says what is wrong. */
export function reduceChoices(
  state: ChoicesState,
  event: ChoicesEvent,
): Transition<ChoicesState, ChoicesEffect> {
  switch (event.type) {
    case 'choices-searched':
      return next(state, {
        type: 'later',
        key: 'choices',
        ms: SEARCH_REST_MS,
        event: { type: 'choices-rested', text: event.text },
      });
    case 'choices-rested':
      return next(state, { type: 'load-choices', search: event.text.trim() });
    case 'choices-loaded':
      return event.result.ok
        ? next({ ...state, rules: event.result.data.items.map(({ id, name }) => ({ id, name })) })
        : next(state);
    case 'pages-searched':
      // A menu reports an empty text whenever it closes.
      return event.text.trim() === '' ? next(state) : reducePageChoices(state, event);
    case 'pages-rested':
      return reducePageChoices(state, { ...event, text: event.text.trim() });
    case 'pages-found':
      return reducePageChoices(state, event);
  }
}
