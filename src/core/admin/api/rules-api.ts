// What the list of rules asks of the app.

import type { RuleState, StoredRule } from '../../rules/rule';
import type { AdminResult, Page } from './result';

/** A rule as the list shows it. */
export interface RuleSummary {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly state: RuleState;
  readonly offReason?: string;
  readonly offUntil?: string;
  readonly owner?: string;
  readonly priority: number;
  readonly when: readonly string[];
  readonly actions: readonly string[];
  readonly spaces: readonly string[];
  readonly labels: readonly string[];
  readonly version: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
}

/** Which rules are listed: those that meet every member. */
export interface RuleFilter {
  /** Part of the name, the id or a label. */
  readonly search?: string;
  /** Event id. */
  readonly event?: string;
  /** Kind of an action. */
  readonly action?: string;
  /** Space key: rules that can act there. */
  readonly space?: string;
  readonly state?: RuleState;
  readonly label?: string;
}

export interface RuleList extends Page<RuleSummary> {
  /** Rules that meet the filter, and rules in all. */
  readonly matching: number;
  readonly total: number;
  /** What rules have, to filter by; the most frequent first, not all of a great many. */
  readonly labels: readonly string[];
  readonly spaces: readonly string[];
}

/** What a rule did in the last seven days. */
export interface RuleStatistics {
  /** The one of those at rest that began last. */
  readonly lastRun?: { readonly id: string; readonly at: string; readonly outcome: string };
  /** Oldest day first, seven of them. */
  readonly days: readonly { readonly runs: number; readonly failed: number }[];
}

/** One thing done to several rules. */
export type RulesChange =
  | {
      readonly type: 'state';
      readonly state: RuleState;
      readonly reason?: string;
      /** When rules that are turned off go live again. */
      readonly until?: string;
    }
  | { readonly type: 'owner'; readonly owner?: string }
  | { readonly type: 'priority'; readonly priority: number }
  | { readonly type: 'delete' };

export type RulesApi = {
  listRules: (payload: RuleFilter & { cursor?: string }) => AdminResult<RuleList>;
  /** By rule id; at most as many as one page of the list has. */
  getStatistics: (payload: { ids: readonly string[] }) => AdminResult<{
    statistics: Readonly<Record<string, RuleStatistics>>;
  }>;
  setRuleState: (payload: { id: string; state: RuleState; reason?: string }) => AdminResult<StoredRule>;
  /** Each rule for itself; what could not be changed is named with its reason. At most one page of rules. */
  changeRules: (payload: { ids: readonly string[]; change: RulesChange }) => AdminResult<{
    changed: readonly string[];
    failed: readonly { readonly id: string; readonly message: string }[];
  }>;
  /** Has the rule run just before, or just after, its neighbour in the order of priority. */
  moveRule: (payload: { id: string; direction: 'earlier' | 'later' }) => AdminResult<StoredRule>;
  /** Saves a copy, turned off. */
  duplicateRule: (payload: { id: string }) => AdminResult<StoredRule>;
  deleteRule: (payload: { id: string }) => AdminResult<{ id: string }>;
};
