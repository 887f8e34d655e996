// What the admin page may ask of the app: one type for the resolver (makeResolver) and the page (makeInvoke).
// Every answer is `{ ok: true, data }` or `{ ok: false, error }`, because Forge turns a thrown error into text.

import type { Rule, RuleState, StoredRule } from '../rules/rule';
import type { Run } from '../runs/run';
import type { Problem } from '../result';
import type { InspectedEvent } from './inspect-event';
import type { Settings } from './settings';

export interface AdminError {
  readonly code: 'forbidden' | 'not-found' | 'invalid' | 'conflict' | 'failed';
  readonly message: string;
  /** For `invalid`: every problem, with its path. */
  readonly problems?: readonly Problem[];
}

export type AdminResult<T> =
  { readonly ok: true; readonly data: T } | { readonly ok: false; readonly error: AdminError };

/** A rule as the list shows it. */
export interface RuleSummary {
  readonly id: string;
  readonly name: string;
  readonly state: RuleState;
  readonly priority: number;
  readonly when: readonly string[];
  readonly actions: readonly string[];
  readonly spaces: readonly string[];
  readonly version: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
  readonly lastRun?: { readonly at: string; readonly outcome: string };
}

/** What importing a document would do, rule by rule. */
export interface ImportPreview {
  readonly entries: readonly {
    readonly id: string;
    readonly name: string;
    readonly change: 'added' | 'changed' | 'unchanged';
    /** What is different, in words; empty when unchanged. */
    readonly differences: readonly string[];
  }[];
  readonly warnings: readonly Problem[];
}

/** Page by opaque cursor; an absent `cursor` in the answer means the end. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly cursor?: string;
}

export type AdminApi = {
  listRules: (payload: { search?: string; cursor?: string }) => AdminResult<Page<RuleSummary>>;
  getRule: (payload: { id: string }) => AdminResult<StoredRule>;
  /** Saves a new rule (no `expectedVersion`) or a change to the version that was read. */
  saveRule: (payload: { rule: unknown; expectedVersion?: number }) => AdminResult<{
    stored: StoredRule;
    warnings: readonly Problem[];
  }>;
  /** The problems that saving would report; saves nothing. */
  checkRule: (payload: { rule: unknown }) => AdminResult<{ problems: readonly Problem[] }>;
  setRuleState: (payload: { id: string; state: RuleState; reason?: string }) => AdminResult<StoredRule>;
  deleteRule: (payload: { id: string }) => AdminResult<{ id: string }>;
  listRuns: (payload: { rule?: string; cursor?: string }) => AdminResult<Page<Run>>;
  getRun: (payload: { id: string }) => AdminResult<Run>;
  /** Every rule's verdict for a payload, and the runs that it caused; nothing is done. */
  inspectEvent: (payload: { payload: unknown }) => AdminResult<InspectedEvent>;
  getSettings: (payload: Record<string, never>) => AdminResult<Settings>;
  saveSettings: (payload: { settings: unknown }) => AdminResult<Settings>;
  /** The rule set as canonical JSON text; all rules when `ids` is absent. */
  exportRules: (payload: {
    ids?: readonly string[];
  }) => AdminResult<{ text: string; rules: readonly Rule[] }>;
  /** What `importRules` would do with this text; changes nothing. */
  previewImport: (payload: { text: string }) => AdminResult<ImportPreview>;
  /** Imports the named rules of the text, all or nothing; they arrive `off` unless `keepState`. */
  importRules: (payload: { text: string; ids: readonly string[]; keepState?: boolean }) => AdminResult<{
    imported: readonly string[];
  }>;
};
