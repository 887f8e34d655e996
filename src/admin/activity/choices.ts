// What the menus of the filters offer: rules, and pages and blog posts, looked for while one types. Pure; effects are data.

import type { AdminResult, Page } from '../../core/admin/api/result';
import type { RuleSummary } from '../../core/admin/api/rules-api';
import type { FoundContent } from '../../core/admin/viewer/viewer';
import { next } from '../machine/transition';
import type { CommonEffect, Transition } from '../machine/transition';

const SEARCH_REST_MS = 300;

/** A rule that the filter offers. */
export interface RuleChoice {
  readonly id: string;
  readonly name: string;
}

export interface ChoicesState {
  readonly rules: readonly RuleChoice[];
  readonly contents: readonly FoundContent[];
  /** Of the last search for contents. */
  readonly request: number;
}

export type ChoicesEvent =
  | { readonly type: 'choices-searched'; readonly text: string }
  | { readonly type: 'choices-rested'; readonly text: string }
  | { readonly type: 'choices-loaded'; readonly result: AdminResult<Page<RuleSummary>> }
  | { readonly type: 'contents-searched'; readonly text: string }
  | { readonly type: 'contents-rested'; readonly text: string }
  | {
      readonly type: 'contents-found';
      readonly request: number;
      readonly result: AdminResult<readonly FoundContent[]>;
    };

export type ChoicesEffect =
  | { readonly type: 'load-choices'; readonly search: string }
  | { readonly type: 'find-content'; readonly request: number; readonly text: string }
  | CommonEffect<ChoicesEvent>;

export const NO_CHOICES: ChoicesState = { rules: [], contents: [], request: 0 };

/** What follows from one event. A menu without choices still shows what was chosen; the list says what is wrong. */
export function reduceChoices(
  state: ChoicesState,
  event: ChoicesEvent,
): Transition<ChoicesState, ChoicesEffect> {
  switch (event.type) {
    case 'choices-searched':
      return next(state, later('choices', { type: 'choices-rested', text: event.text }));
    case 'choices-rested':
      return next(state, { type: 'load-choices', search: event.text.trim() });
    case 'choices-loaded':
      return event.result.ok
        ? next({ ...state, rules: event.result.data.items.map(({ id, name }) => ({ id, name })) })
        : next(state);
    case 'contents-searched':
      // A menu reports an empty text whenever it closes.
      return event.text.trim() === ''
        ? next(state)
        : next(state, later('contents', { type: 'contents-rested', text: event.text }));
    case 'contents-rested': {
      const request = state.request + 1;
      return next({ ...state, request }, { type: 'find-content', request, text: event.text.trim() });
    }
    case 'contents-found':
      return event.result.ok && event.request === state.request
        ? next({ ...state, contents: event.result.data })
        : next(state);
  }
}

function later(key: string, event: ChoicesEvent): ChoicesEffect {
  return { type: 'later', key, ms: SEARCH_REST_MS, event };
}
