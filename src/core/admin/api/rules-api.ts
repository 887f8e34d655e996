// What the list of rules asks of the app.

import type { RuleState, StoredRule } from '../../rules/rule';
import type { AdminResult, Page } from './result';

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

export type RulesApi = {
  listRules: (payload: { search?: string; cursor?: string }) => AdminResult<Page<RuleSummary>>;
  setRuleState: (payload: { id: string; state: RuleState; reason?: string }) => AdminResult<StoredRule>;
  deleteRule: (payload: { id: string }) => AdminResult<{ id: string }>;
};
