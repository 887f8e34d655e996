// What keeping earlier versions and the change log needs from outside. Every member is one request to the store.
// It must not decide anything.

import type { ChangeRecord } from './history/change-record';
import type { StoredRule } from './rules/rule';

/** Earlier versions of a rule that are kept. */
export const MAX_VERSIONS = 50;

/** How long earlier versions and the change log are kept: the longest that KVS keeps a value. */
export const HISTORY_DAYS = 365;

interface PageOf<T> {
  readonly items: readonly T[];
  readonly cursor?: string;
}

/** Reads what RuleStore keeps of the past; `note` writes what concerns no single rule. */
export interface HistoryStore {
  /** A version that another one has replaced, or that was deleted. */
  version(rule: string, version: number): Promise<StoredRule | undefined>;
  /** Replaced and deleted versions, newest first. */
  versions(options: {
    readonly rule: string;
    readonly cursor?: string;
    readonly limit: number;
  }): Promise<PageOf<StoredRule>>;
  /** The last version of each of these rules that was deleted; at most 25 rules. */
  deletedVersions(rules: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** The change log, newest first; of one rule when it is named. */
  changes(options: {
    readonly rule?: string;
    readonly cursor?: string;
    readonly limit: number;
  }): Promise<PageOf<ChangeRecord>>;
  note(change: ChangeRecord): Promise<void>;
}
