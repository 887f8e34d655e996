// Export: what it shows and what follows from each event. Pure; effects are data.
//
// All rules, chosen ones or those with a label → the text is shown, and offered as a file through the Frame.

import type { AdminResult, Page } from '../../core/admin/api/result';
import type { RuleSummary } from '../../core/admin/api/rules-api';
import { LOADING, toLoadable } from '../shared/loadable';
import type { Loadable } from '../shared/loadable';
import { next } from '../machine/transition';
import { SEARCH_REST_MS } from '../shared/search-rest';
import type { Transition } from '../machine/transition';
import type { RuleChoice } from '../activity/choices';

/** The name of the file that an export is offered as. */
const EXPORT_FILE_NAME = 'rulewright-rules.json';

export const EXPORT_SCOPES = ['all', 'chosen', 'label'] as const;
export type ExportScope = (typeof EXPORT_SCOPES)[number];

/** Which rules are exported: all when both are absent. */
export interface ExportChoice {
  readonly ids?: readonly string[];
  readonly labels?: readonly string[];
}

export interface ExportState {
  readonly scope: ExportScope;
  readonly exportChoices: readonly RuleChoice[];
  readonly exportIds: readonly RuleChoice[];
  readonly labels: readonly string[];
  readonly exported: Loadable<{ readonly text: string; readonly count: number }> | undefined;
  readonly exportRequest: number;
}

export type ExportEvent =
  | { readonly type: 'scope-chosen'; readonly scope: ExportScope }
  | { readonly type: 'export-chosen'; readonly rules: readonly RuleChoice[] }
  | { readonly type: 'labels-typed'; readonly labels: readonly string[] }
  | { readonly type: 'choices-searched'; readonly text: string }
  | { readonly type: 'choices-rested'; readonly text: string }
  | { readonly type: 'choices-loaded'; readonly result: AdminResult<Page<RuleSummary>> }
  | { readonly type: 'export-asked' }
  | {
      readonly type: 'exported';
      readonly request: number;
      readonly result: AdminResult<{ text: string; count: number }>;
    }
  | { readonly type: 'download-asked' };

export type ExportEffect =
  | { readonly type: 'export-rules'; readonly request: number; readonly choice: ExportChoice }
  | { readonly type: 'load-choices'; readonly search: string }
  | { readonly type: 'download'; readonly name: string; readonly text: string }
  | { readonly type: 'later'; readonly key: string; readonly ms: number; readonly event: ExportEvent };

type Step = Transition<ExportState, ExportEffect>;

/** Export before anybody has done anything. */
export function firstExport(): ExportState {
  return {
    scope: 'all',
    exportChoices: [],
    exportIds: [],
    labels: [],
    exported: undefined,
    exportRequest: 0,
  };
}

/** What follows from one event. */
export function reduceExport(state: ExportState, event: ExportEvent): Step {
  switch (event.type) {
    case 'scope-chosen':
      return next({ ...state, scope: event.scope, exported: undefined });
    case 'export-chosen':
      return next({ ...state, exportIds: event.rules, exported: undefined });
    case 'labels-typed':
      return next({ ...state, labels: event.labels, exported: undefined });
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
        ? next({ ...state, exportChoices: event.result.data.items.map(({ id, name }) => ({ id, name })) })
        : next(state);
    case 'export-asked': {
      const exportRequest = state.exportRequest + 1;
      const choice = choiceOf(state);
      if (choice === undefined) return next(state);
      return next(
        { ...state, exportRequest, exported: LOADING },
        { type: 'export-rules', request: exportRequest, choice },
      );
    }
    case 'exported':
      return event.request === state.exportRequest
        ? next({ ...state, exported: toLoadable(event.result) })
        : next(state);
    case 'download-asked':
      return state.exported?.status === 'ready'
        ? next(state, { type: 'download', name: EXPORT_FILE_NAME, text: state.exported.data.text })
        : next(state);
  }
}

/** What would be exported; undefined while nothing is chosen. */
export function choiceOf({ scope, exportIds, labels }: ExportState): ExportChoice | undefined {
  switch (scope) {
    case 'all':
      return {};
    case 'chosen':
      return exportIds.length === 0 ? undefined : { ids: exportIds.map(({ id }) => id) };
    case 'label':
      return labels.length === 0 ? undefined : { labels };
  }
}
