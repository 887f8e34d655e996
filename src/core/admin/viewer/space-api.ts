// What the view "Automation" in the settings of a space asks of the app: the rules that apply there, and what they would
// make of its pages. It changes nothing.

import type { RuleState, StoredRule } from '../../rules/rule';
import type { AdminResult, Page } from '../api/result';
import type { ExplainedVerdicts } from '../explain-verdicts';
import type { FoundContent } from './viewer';

/** A rule as the administrators of a space see it. */
export interface SpaceRule {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly state: RuleState;
  readonly offReason?: string;
  readonly when: readonly string[];
  /** The condition in words; absent without one. */
  readonly condition?: string;
  readonly actions: readonly Pick<StoredRule['rule']['then'][number], 'id' | 'action' | 'as'>[];
  /** Whether it is for this space by name, and not for every space. */
  readonly named: boolean;
}

export type SpaceViewApi = {
  /** The rules whose scope the space is in, by priority. */
  spaceRules: (payload: { search?: string; cursor?: string }) => AdminResult<Page<SpaceRule>>;
  /** Pages and blog posts of the space that the user can see. */
  findPages: (payload: { text: string }) => AdminResult<readonly FoundContent[]>;
  /** What every rule in scope would make of the next change of a page of the space. */
  spaceVerdicts: (payload: {
    content: string;
    cursor?: string;
  }) => AdminResult<ExplainedVerdicts & { readonly title: string }>;
};
