// Import: what it shows and what follows from each event. Pure; effects are data.
//
// A text is chosen, dropped or pasted → the app previews it (a large one is sent in parts before) → a choice for each
// rule → begun → carried on until it is done, or undone with a reason.

import { RULE_LIMITS } from '../../core/rules/rule';
import type { ImportPreview, ImportProgress, ImportSource } from '../../core/admin/api/exchange-api';
import type { AdminError, AdminResult } from '../../core/admin/api/result';
import type { ImportChange } from '../../core/import/plan-import';
import { LOADING, toLoadable } from '../shared/loadable';
import type { Loadable } from '../shared/loadable';
import { next } from '../machine/transition';
import type { Transition } from '../machine/transition';
import { words } from '../wording';

/** How long to wait before the app is asked again to carry an import on. */
const AGAIN_MS = 2000;

/** Asked in vain so often in a row, the page gives up; the app itself does not. */
const MAX_TRIES = 5;

export type ImportEntry = ImportPreview['entries'][number];
export type HowChosen = 'take' | 'copy' | 'skip';

export interface ImportState {
  readonly text: string;
  /** Where the text came from; `undefined` when it was typed or pasted. */
  readonly fileName: string | undefined;
  /** Rises when the text area must show another text than the one typed into it. */
  readonly revision: number;
  /** A file that could not be taken, and why. */
  readonly refused: { readonly name: string; readonly reason: string } | undefined;
  readonly preview: Loadable<ImportPreview> | undefined;
  /** What the preview was made of; the import is begun with it. */
  readonly source: ImportSource | undefined;
  readonly request: number;
  /** Which entries the table shows. */
  readonly shown: ImportChange | 'all';
  readonly page: number;
  /** What is done with each rule; one that is not here is skipped. */
  readonly choices: ReadonlyMap<string, 'take' | 'copy'>;
  readonly keepState: boolean;
  readonly starting: boolean;
  /** Of the import under way. */
  readonly progress: ImportProgress | undefined;
  readonly tries: number;
  readonly importError: AdminError | undefined;
  /** How many rules the last import brought. */
  readonly imported: number | undefined;
}

export type ImportEvent =
  | { readonly type: 'file-opened'; readonly name: string; readonly text: string }
  | { readonly type: 'file-refused'; readonly name: string; readonly reason: string }
  | { readonly type: 'pasted'; readonly text: string }
  | { readonly type: 'preview-asked' }
  | {
      readonly type: 'previewed';
      readonly request: number;
      readonly source: ImportSource;
      readonly result: AdminResult<ImportPreview>;
    }
  | { readonly type: 'entries-shown'; readonly change: ImportChange | 'all' }
  | { readonly type: 'entries-turned'; readonly page: number }
  | { readonly type: 'chosen'; readonly id: string; readonly how: HowChosen }
  | { readonly type: 'all-chosen'; readonly on: boolean }
  | { readonly type: 'keep-state-set'; readonly on: boolean }
  | { readonly type: 'import-asked' }
  | { readonly type: 'import-moved'; readonly result: AdminResult<ImportProgress> }
  | { readonly type: 'import-again'; readonly id: string }
  | { readonly type: 'import-reset' };

export type ImportEffect =
  | { readonly type: 'preview-import'; readonly request: number; readonly text: string }
  | {
      readonly type: 'start-import';
      readonly source: ImportSource;
      readonly choices: readonly { id: string; how: 'take' | 'copy'; version: number }[];
      readonly keepState: boolean;
    }
  | { readonly type: 'continue-import'; readonly id: string }
  | { readonly type: 'later'; readonly key: string; readonly ms: number; readonly event: ImportEvent };

type Step = Transition<ImportState, ImportEffect>;

/** Import before anybody has done anything. */
export function firstImport(): ImportState {
  return {
    text: '',
    fileName: undefined,
    revision: 0,
    refused: undefined,
    preview: undefined,
    source: undefined,
    request: 0,
    shown: 'all',
    page: 0,
    choices: new Map(),
    keepState: false,
    starting: false,
    progress: undefined,
    tries: 0,
    importError: undefined,
    imported: undefined,
  };
}

/** What follows from one event. */
export function reduceImport(state: ImportState, event: ImportEvent): Step {
  switch (event.type) {
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
      return event.request === state.request ? previewed(state, event.source, event.result) : next(state);
    case 'entries-shown':
      return next({ ...state, shown: event.change, page: 0 });
    case 'entries-turned':
      return next({ ...state, page: event.page });
    case 'chosen': {
      const choices = new Map(state.choices);
      if (event.how === 'skip') choices.delete(event.id);
      else choices.set(event.id, event.how);
      return next({ ...state, choices });
    }
    case 'all-chosen':
      return next({ ...state, choices: event.on ? takeAll(state.preview) : new Map() });
    case 'keep-state-set':
      return next({ ...state, keepState: event.on });
    case 'import-asked':
      return begin(state);
    case 'import-moved':
      return moved(state, event.result);
    case 'import-again':
      return next(state, { type: 'continue-import', id: event.id });
    case 'import-reset':
      return next(emptied(state));
  }
}

/** The rules of a preview that importing can change. */
export function importable(preview: Loadable<ImportPreview> | undefined): readonly ImportEntry[] {
  if (preview?.status !== 'ready') return [];
  return preview.data.entries.filter(({ change }) => change !== 'unchanged' && change !== 'invalid');
}

/** Asks for a preview, unless the text is larger than any rule set. */
function preview(state: ImportState): Step {
  const request = state.request + 1;
  if (state.text.length > RULE_LIMITS.MAX_RULE_SET_LENGTH) {
    const message = words.transfer.tooLarge(RULE_LIMITS.MAX_RULE_SET_LENGTH);
    return next({ ...state, request, preview: { status: 'failed', error: { code: 'invalid', message } } });
  }
  return next({ ...state, request, preview: LOADING }, { type: 'preview-import', request, text: state.text });
}

/** What is new or only changed in the text is chosen; what was edited here waits for a choice. */
function previewed(state: ImportState, source: ImportSource, result: AdminResult<ImportPreview>): Step {
  const shown = toLoadable(result);
  const clear = importable(shown).filter(({ change }) => change !== 'conflicting');
  const choices = new Map(clear.map(({ id }) => [id, 'take' as const]));
  return next({ ...state, preview: shown, source, choices, shown: 'all', page: 0 });
}

function takeAll(preview: Loadable<ImportPreview> | undefined): ReadonlyMap<string, 'take'> {
  return new Map(importable(preview).map(({ id }) => [id, 'take']));
}

function begin(state: ImportState): Step {
  const { source, choices: chosen, keepState } = state;
  if (state.starting || state.progress !== undefined || source === undefined || chosen.size === 0)
    return next(state);
  const choices = importable(state.preview).flatMap(({ id, version }) => {
    const how = chosen.get(id);
    return how === undefined ? [] : [{ id, how, version }];
  });
  return next(
    { ...state, starting: true, importError: undefined },
    { type: 'start-import', source, choices, keepState },
  );
}

function moved(state: ImportState, result: AdminResult<ImportProgress>): Step {
  if (!result.ok) return stuck(state, result.error);
  const progress = result.data;
  switch (progress.state) {
    case 'done':
      return next({ ...emptied(state), imported: progress.rules });
    case 'undone': {
      const message = words.transfer.undone(progress.reason ?? '');
      return next({ ...state, ...IDLE, importError: { code: 'conflict', message } });
    }
    default:
      return next(
        { ...state, starting: false, progress, tries: 0 },
        { type: 'continue-import', id: progress.id },
      );
  }
}

const IDLE = { starting: false, progress: undefined, tries: 0 } as const;

/** An import that has begun is asked after again; the app goes on with it by itself in the end. */
function stuck(state: ImportState, error: AdminError): Step {
  if (state.progress === undefined || error.code !== 'failed')
    return next({ ...state, ...IDLE, importError: error });
  if (state.tries >= MAX_TRIES) {
    const message = words.transfer.leftToTheApp(error.message);
    return next({ ...state, ...IDLE, importError: { code: 'failed', message } });
  }
  const { id } = state.progress;
  return next(
    { ...state, tries: state.tries + 1 },
    { type: 'later', key: 'import', ms: AGAIN_MS, event: { type: 'import-again', id } },
  );
}

/** Forgets what belonged to the text before. */
function fresh(state: ImportState): ImportState {
  return {
    ...state,
    ...IDLE,
    preview: undefined,
    source: undefined,
    choices: new Map(),
    importError: undefined,
    imported: undefined,
    refused: undefined,
  };
}

function emptied(state: ImportState): ImportState {
  return { ...fresh(state), text: '', fileName: undefined, keepState: false, revision: state.revision + 1 };
}
