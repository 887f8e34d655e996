// What history asks of the app: versions of a rule, their differences, restoring, and the change log.

import type { ChangeRecord } from '../../history/change-record';
import type { RuleState, StoredRule } from '../../rules/rule';
import type { LineChange } from '../../history/diff-lines';
import type { AdminResult, Page } from './result';

/** One version of a rule, as the list shows it. */
export interface VersionSummary {
  readonly version: number;
  readonly name: string;
  readonly state: RuleState;
  readonly at: string;
  readonly by: string;
  /** What it changed of the version before, in words; absent when that is no longer kept. */
  readonly differences?: readonly string[];
}

export interface RuleHistory extends Page<VersionSummary> {
  readonly rule: string;
  /** What it is called now, or was when it was deleted. */
  readonly name: string;
  /** The present version; absent when the rule is deleted. */
  readonly present?: number;
}

/** From an earlier version to the present one. */
export interface VersionComparison {
  readonly earlier: StoredRule;
  /** Absent when the rule is deleted. */
  readonly present?: StoredRule;
  /** What restoring the earlier one would change, in words. */
  readonly differences: readonly string[];
  /** The same as lines of JSON: from the present version to the earlier one. */
  readonly lines: readonly LineChange[];
}

export type HistoryApi = {
  /** Versions of a rule, newest first, the present one among them. */
  getHistory: (payload: { rule: string; cursor?: string }) => AdminResult<RuleHistory>;
  compareVersion: (payload: { rule: string; version: number }) => AdminResult<VersionComparison>;
  /** Saves an earlier version as a new one, in the state that the rule has now; `expectedVersion` 0: it is deleted. */
  restoreVersion: (payload: {
    rule: string;
    version: number;
    expectedVersion: number;
  }) => AdminResult<StoredRule>;
  /** Who did what, newest first; of one rule when it is named. */
  listChanges: (payload: { rule?: string; cursor?: string }) => AdminResult<Page<ChangeRecord>>;
};
