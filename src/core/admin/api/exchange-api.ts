// What import and export ask of the app.

import type { Problem } from '../../result';
import type { Rule } from '../../rules/rule';
import type { AdminResult } from './result';

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

export type ExchangeApi = {
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
