// What the view "Automation" on a page asks of the app. It shows less than the admin page: no reasons of failures, which
// may quote what the user cannot see, and nothing of rules that do not concern the page.

import type { RunOutcome, StepOutcome } from '../../runs/run';
import type { Identity } from '../../rules/rule';
import type { AdminResult, Page } from '../api/result';
import type { ExplainedVerdict, ExplainedVerdicts } from '../explain-verdicts';

/** One action of a run, as users see it. */
export interface SeenStep {
  readonly id: string;
  readonly action: string;
  readonly as: Identity;
  readonly outcome: StepOutcome;
  /** When it was last tried. */
  readonly at?: string;
}

/** What one rule did about the page, as users see it. */
export interface SeenRun {
  readonly id: string;
  readonly ruleName: string;
  readonly eventType: string;
  readonly outcome: RunOutcome;
  readonly startedAt: string;
  readonly actorAccountId?: string;
  readonly steps: readonly SeenStep[];
}

/** What would happen if the page were changed now. */
export interface Outlook {
  readonly eventType: string;
  /** The rules that would act, or record that they would have, in their order. */
  readonly rules: readonly ExplainedVerdict[];
  readonly paused: boolean;
}

export type PageViewApi = {
  /** What rules did about the page, newest first. */
  pageRuns: (payload: { cursor?: string }) => AdminResult<Page<SeenRun>>;
  /** What the app would do on the next change of the page. */
  pageOutlook: (payload: Record<string, never>) => AdminResult<Outlook>;
  /** Every rule that is on and in scope and would not act on the next change, with the reason. */
  pageVerdicts: (payload: { cursor?: string }) => AdminResult<ExplainedVerdicts>;
};
