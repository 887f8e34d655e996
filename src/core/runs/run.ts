// The record of all that one event caused for one rule, as it is stored and shown.
// It must not perform anything; dispatch.ts does.

import type { Failure } from '../failure';
import type { JsonObject } from '../json';
import type { RuleAction } from '../rules/rule';

/** How a step stands. `waiting` is due again at `dueAt`; the rest are final but `pending`. */
export type StepOutcome = 'pending' | 'waiting' | 'done' | 'skipped' | 'failed';

/** How a run stands. `running` and `waiting` are open; the rest are final. */
export const RUN_OUTCOMES = ['running', 'waiting', 'succeeded', 'failed', 'shadow'] as const;
export type RunOutcome = (typeof RUN_OUTCOMES)[number];

/** One try of a step. */
export interface Attempt {
  readonly at: string;
  readonly outcome: 'done' | 'skipped' | 'retry' | 'failed';
  readonly failure?: Failure;
}

/** One action within one run: the action as the rule had it, and what became of it. */
export interface Step extends RuleAction {
  readonly outcome: StepOutcome;
  /** What the action does, rendered once from the facts; every attempt does just this. Absent when it has none. */
  readonly effect?: JsonObject;
  readonly attempts: readonly Attempt[];
  /** Why it was skipped or failed, or what it did, in words. */
  readonly reason?: string;
  /** When a waiting step may be tried again. */
  readonly dueAt?: string;
}

export interface Run {
  readonly v: 1;
  readonly id: string;
  /** The identity of the event, see events/event-key.ts. */
  readonly eventKey: string;
  readonly eventType: string;
  readonly rule: string;
  readonly ruleName: string;
  /** The version of the rule that ran. */
  readonly ruleVersion: number;
  readonly outcome: RunOutcome;
  readonly reason?: string;
  readonly steps: readonly Step[];
  readonly startedAt: string;
  readonly updatedAt: string;
  /** What it was about, for lists: the page, comment or space. */
  readonly subject: {
    readonly kind: string;
    readonly id: string;
    /** The content that actions touch: for a comment, its page. */
    readonly contentId?: string;
    readonly title?: string;
    readonly spaceKey?: string;
  };
  readonly actorAccountId?: string;
}

/** True when nothing more will happen to the step. */
export function isStepFinal(step: Step): boolean {
  return step.outcome === 'done' || step.outcome === 'skipped' || step.outcome === 'failed';
}

/** True when nothing more will happen to the run. */
export function isRunFinal(run: Run): boolean {
  return run.outcome !== 'running' && run.outcome !== 'waiting';
}
