// The custom entities of rules and of their past as they are stored: the attributes that indexes and conditions need,
// and the record. Names and attributes are those of manifest.yml.

/** Rules, by id. */
export const RULE = 'rule';
export interface RuleEntity {
  version: number;
  priority: number;
  record: unknown;
}

/** Versions that were replaced or deleted, by rule and version. */
export const RULE_VERSION = 'rule-version';
export interface RuleVersionEntity {
  rule: string;
  version: number;
  record: unknown;
}

/** The change log. `all` is the partition of the list of every change; `rule` is absent where none is concerned. */
export const CHANGE = 'change';
export interface ChangeEntity {
  all: string;
  rule?: string;
  at: string;
  record: unknown;
}

/** Imports under way; `open` is absent when one is at rest, which takes it out of the list. */
export const IMPORT = 'import';
export interface ImportEntity {
  revision: number;
  open?: string;
  touchedAt: string;
  record: unknown;
}

/** The one partition of lists of everything. */
export const ALL = 'all';
