// What import and export ask of the app.

import type { ImportChange, ImportChoice } from '../../import/plan-import';
import type { ImportJob } from '../../import/import-job';
import type { Problem } from '../../result';
import type { Rule } from '../../rules/rule';
import type { RuleTestResult } from '../../rules/run-rule-tests';
import type { AdminResult } from './result';

/** A rule set: its text, or the text that was sent in parts before. */
export type ImportSource =
  { readonly text: string } | { readonly text?: undefined; readonly id: string; readonly parts: number };

/** What importing a document would do, rule by rule. */
export interface ImportPreview {
  readonly entries: readonly {
    readonly id: string;
    readonly name: string;
    readonly change: ImportChange;
    /** The version of the rule that is present, 0 for none. */
    readonly version: number;
    /** What is different, in words; empty when added, unchanged or invalid. */
    readonly differences: readonly string[];
    /** Of an invalid rule, with their paths in the document. */
    readonly problems?: readonly Problem[];
  }[];
  readonly warnings: readonly Problem[];
  /** The tests inside the set, run. */
  readonly tests: readonly RuleTestResult[];
}

/** How far an import is. At rest it is `done`, or `undone` with the reason. */
export type ImportProgress = Pick<ImportJob, 'id' | 'state' | 'rules' | 'rulesWritten' | 'reason'>;

export type ExchangeApi = {
  /** The rule set as canonical JSON text: the rules named by id, those with one of the labels, or all. */
  exportRules: (payload: {
    ids?: readonly string[];
    labels?: readonly string[];
  }) => AdminResult<{ text: string; rules: readonly Rule[] }>;
  /** Sends one part of a text that is too large for one call; `id` is the caller's, the same for every part. */
  stageImport: (payload: { id: string; part: number; text: string }) => AdminResult<{ part: number }>;
  /** What importing this would do; changes nothing. */
  previewImport: (payload: ImportSource) => AdminResult<ImportPreview>;
  /** Begins an import, all or nothing; rules arrive `off` unless `keepState`. `version`: of the preview. */
  startImport: (payload: {
    source: ImportSource;
    choices: readonly (ImportChoice & { version: number })[];
    keepState: boolean;
  }) => AdminResult<ImportProgress>;
  /** Carries an import on; to be called until it is at rest. The app finishes by itself what nobody continues. */
  continueImport: (payload: { id: string }) => AdminResult<ImportProgress>;
  /** Imports the named rules of the text in one call, all or nothing; they arrive `off` unless `keepState`. */
  importRules: (payload: { text: string; ids: readonly string[]; keepState?: boolean }) => AdminResult<{
    imported: readonly string[];
  }>;
};
