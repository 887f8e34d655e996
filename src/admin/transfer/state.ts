// Import and export: what it shows and what follows from each event. Pure; effects are data.
//
// Import: a text is chosen, dropped or pasted → the app previews it → a choice for each rule → imported.
// Export: all rules or chosen ones → the text is shown, and offered as a file through the Frame.

import { assertNever } from '../../core/assert-never';
import { INVOCATION_LIMITS } from '../../core/limits';
import type { ImportPreview } from '../../core/admin/api/exchange-api';
import type { AdminError, AdminResult, Page } from '../../core/admin/api/result';
import type { RuleSummary } from '../../core/admin/api/rules-api';
import { LOADING, toLoadable } from '../shared/loadable';
import type { Loadable } from '../shared/loadable';
import { next } from '../machine/transition';
import type { CommonEffect, Transition } from '../machine/transition';
import { words } from '../wording';
import { fitsOneCall } from './size';
import type { RuleChoice } from '../activity/state';

const SEARCH_REST_MS = 300;

/** The name of the file that an export is offered as. */
const EXPORT_FILE_NAME = 'rulewright-rules.json';

export interface TransferState {
  readonly text: string;
  /** Where the text came from; `undefined` when it was typed or pasted. */
  readonly fileName: string | undefined;
  /** Rises when the text area must show another text than the one typed into it. */
  readonly revision: number;
  /** A file that could not be taken, and why. */
  readonly refused: { readonly name: string; readonly reason: string } | undefined;
  readonly preview: Loadable<ImportPreview> | undefined;
  readonly request: number;
  /** Ids of the rules to import. */
  readonly chosen: readonly string[];
  readonly keepState: boolean;
  readonly importing: boolean;
  readonly importError: AdminError | undefined;
  /** How many rules the last import brought. */
  readonly imported: number | undefined;
  readonly scope: 'all' | 'chosen';
  readonly exportChoices: readonly RuleChoice[];
  readonly exportIds: readonly RuleChoice[];
  readonly exported: Loadable<{ readonly text: string; readonly count: number }> | undefined;
  readonly exportRequest: number;
}

export type TransferEvent =
  | { readonly type: 'shown' }
  | { readonly type: 'frame-ready' }
  | { readonly type: 'file-opened'; readonly name: string; readonly text: string }
  | { readonly type: 'file-refused'; readonly name: string; readonly reason: string }
  | { readonly type: 'pasted'; readonly text: string }
  | { readonly type: 'preview-asked' }
  | { readonly type: 'previewed'; readonly request: number; readonly result: AdminResult<ImportPreview> }
  | { readonly type: 'chosen'; readonly id: string; readonly on: boolean }
  | { readonly type: 'all-chosen'; readonly on: boolean }
  | { readonly type: 'keep-state-set'; readonly on: boolean }
  | { readonly type: 'import-asked' }
  | { readonly type: 'imported'; readonly result: AdminResult<{ imported: readonly string[] }> }
  | { readonly type: 'import-reset' }
  | { readonly type: 'scope-chosen'; readonly scope: 'all' | 'chosen' }
  | { readonly type: 'export-chosen'; readonly rules: readonly RuleChoice[] }
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

export type TransferEffect =
  | { readonly type: 'preview-import'; readonly request: number; readonly text: string }
  | {
      readonly type: 'import-rules';
      readonly text: string;
      readonly ids: readonly string[];
      readonly keepState: boolean;
    }
  | { readonly type: 'export-rules'; readonly request: number; readonly ids: readonly string[] | undefined }
  | { readonly type: 'load-choices'; readonly search: string }
  | { readonly type: 'show-files' }
  | { readonly type: 'download'; readonly name: string; readonly text: string }
  | CommonEffect<TransferEvent>;

type Step = Transition<TransferState, TransferEffect>;

/** Import and export before anybody has done anything. */
export function firstTransfer(): TransferState {
  return {
    text: '',
    fileName: undefined,
    revision: 0,
    refused: undefined,
    preview: undefined,
    request: 0,
    chosen: [],
    keepState: false,
    importing: false,
    importError: undefined,
    imported: undefined,
    scope: 'all',
    exportChoices: [],
    exportIds: [],
    exported: undefined,
    exportRequest: 0,
  };
}

/** What follows from one event. */
export function reduceTransfer(state: TransferState, event: TransferEvent): Step {
  switch (event.type) {
    case 'shown':
      return next(state, { type: 'load-choices', search: '' });
    case 'frame-ready':
      return next(state, { type: 'show-files' });
    case 'file-opened':
      return preview({
        ...fresh(state),
        text: event.text,
        fileName: event.name,
        revision: state.revision + 1,
      });
    case 'file-refused':
      return next({ ...state, refused: { name: event.name, reason: event.reason } });
    case 'pasted':
      return next({ ...fresh(state), text: event.text, fileName: undefined });
    case 'preview-asked':
      return state.text.trim() === '' ? next(state) : preview(state);
    case 'previewed':
      return event.request === state.request ? previewed(state, event.result) : next(state);
    case 'chosen': {
      const others = state.chosen.filter((id) => id !== event.id);
      return next({ ...state, chosen: event.on ? [...others, event.id] : others });
    }
    case 'all-chosen':
      return next({ ...state, chosen: event.on ? importable(state.preview) : [] });
    case 'keep-state-set':
      return next({ ...state, keepState: event.on });
    case 'import-asked': {
      if (state.importing || state.chosen.length === 0) return next(state);
      const { text, chosen: ids, keepState } = state;
      return next(
        { ...state, importing: true, importError: undefined },
        { type: 'import-rules', text, ids, keepState },
      );
    }
    case 'imported':
      return event.result.ok
        ? next({ ...firstImport(state), imported: event.result.data.imported.length })
        : next({ ...state, importing: false, importError: event.result.error });
    case 'import-reset':
      return next(firstImport(state));
    case 'scope-chosen':
      return next({ ...state, scope: event.scope, exported: undefined });
    case 'export-chosen':
      return next({ ...state, exportIds: event.rules, exported: undefined });
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
      const ids = state.scope === 'all' ? undefined : state.exportIds.map((rule) => rule.id);
      if (ids?.length === 0) return next(state);
      return next(
        { ...state, exportRequest, exported: LOADING },
        { type: 'export-rules', request: exportRequest, ids },
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
    default:
      return assertNever(event);
  }
}

/** The rules of a preview that importing would change. */
export function importable(preview: Loadable<ImportPreview> | undefined): readonly string[] {
  if (preview?.status !== 'ready') return [];
  return preview.data.entries.filter((entry) => entry.change !== 'unchanged').map((entry) => entry.id);
}

/** Asks for a preview, unless the text is larger than the platform carries. */
function preview(state: TransferState): Step {
  const request = state.request + 1;
  if (!fitsOneCall(state.text)) {
    const message = words.transfer.tooLarge(INVOCATION_LIMITS.MAX_INVOKE_REQUEST_BYTES);
    return next({ ...state, request, preview: { status: 'failed', error: { code: 'invalid', message } } });
  }
  return next({ ...state, request, preview: LOADING }, { type: 'preview-import', request, text: state.text });
}

function previewed(state: TransferState, result: AdminResult<ImportPreview>): Step {
  const shown = toLoadable(result);
  return next({ ...state, preview: shown, chosen: importable(shown) });
}

/** Forgets what belonged to the text before. */
function fresh(state: TransferState): TransferState {
  return {
    ...state,
    preview: undefined,
    chosen: [],
    importError: undefined,
    imported: undefined,
    refused: undefined,
  };
}

/** The import side as it was at first; the export side as it is. */
function firstImport(state: TransferState): TransferState {
  const first = fresh(state);
  return {
    ...first,
    text: '',
    fileName: undefined,
    keepState: false,
    importing: false,
    revision: state.revision + 1,
  };
}
