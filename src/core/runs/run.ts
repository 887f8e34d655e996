// The record of all that one event caused for one rule, as it is stored and shown.
// It must not perform anything; dispatch.ts does.

import type { Failure } from '../failure';
import type { Exchange } from '../http/exchange';
import type { JsonObject } from '../json';
import type { RuleAction } from '../rules/rule';
import type { Cause } from './cause';

/** How a step stands. `waiting` is due again at `dueAt`; the rest are final but `pending`. */
export type StepOutcome = 'pending' | 'waiting' | 'done' | 'skipped' | 'failed';

/**
 * How a run stands. `running` and `waiting` are open; the rest are at rest. `failed` is a dead letter: it can be
 * replayed. `cancelled`: its rule changed or went in between, or an admin dismissed it.
 */
export const RUN_OUTCOMES = ['running', 'waiting', 'succeeded', 'failed', 'shadow', 'cancelled'] as const;
export type RunOutcome = (typeof RUN_OUTCOMES)[number];

/** One try of a step. */
export interface Attempt {
  readonly at: string;
  readonly outcome: 'done' | 'skipped' | 'retry' | 'failed';
  readonly failure?: Failure;
  /** The last requests that it made. */
  readonly requests?: readonly Exchange[];
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
  /** An attempt has been under way since then, and nothing certain is known of its end. */
  readonly tryingSince?: string;
  /** Steps of one `forEach` have the id of its action in common. */
  readonly group?: string;
  /** Attempts that the record no longer holds, because it had become too large. */
  readonly attemptsLeftOut?: number;
  /** Attempts before the last replay; the policy counts from there. */
  readonly attemptsBefore?: number;
  /** Steps of one item of a `forEach` have its number in common, from 1. */
  readonly lane?: number;
  /** The lanes of the group do not wait for one another. */
  readonly parallel?: true;
}

export interface Run {
  readonly v: 1;
  /** Rises by one with every write, from 1; a write holds only over the revision below. */
  readonly revision: number;
  /** Token of the invocation that wrote it. */
  readonly writer: string;
  /** Until when `writer` alone may go on with it. */
  readonly leaseUntil?: string;
  /** While it is open: when the sweep takes it up, if nobody has before. */
  readonly lookAgainAt?: string;
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
  /** When the event happened, where it says so. */
  readonly eventAt?: string;
  /** What of ours had caused the event. */
  readonly cause?: Cause;
  /** Runs of one key act one after another; set where the rule asks for it. */
  readonly serialKey?: string;
  /** The run holds the lock of its serial key. */
  readonly holdsLock?: true;
  /** The rule wants its condition looked at again before it acts late. */
  readonly onlyIfStill?: true;
  /** Its rule comes after the usual priority, so it waits when the points of the hour run out. */
  readonly lowPriority?: true;
  /** The version of the rule that it was replayed under, when that is another. */
  readonly replayedUnder?: number;
  /** How often it was replayed. */
  readonly replays?: number;
  /** Until when it is kept. */
  readonly keepUntil: string;
}

/** True when nothing more will happen to the step. */
export function isStepFinal(step: Step): boolean {
  return step.outcome === 'done' || step.outcome === 'skipped' || step.outcome === 'failed';
}

/** True when nothing more will happen to the run. */
export function isRunFinal(run: Run): boolean {
  return run.outcome !== 'running' && run.outcome !== 'waiting';
}
