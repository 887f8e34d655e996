// What `fire` tells of one event: the stable shape that scripts read, made from what the app says of the event.

import * as v from 'valibot';
import { readAdminAnswer } from '../admin-answer';
import type { SeenDelivery } from '../delivery/event-log';

const StepSchema = v.object({
  id: v.string(),
  action: v.string(),
  as: v.unknown(),
  outcome: v.string(),
  attempts: v.array(v.unknown()),
  attemptsLeftOut: v.optional(v.number(), 0),
  reason: v.optional(v.string()),
});
const InspectedSchema = v.object({
  eventKey: v.string(),
  verdicts: v.array(v.object({ rule: v.string(), verdict: v.string(), why: v.optional(v.string()) })),
  runs: v.array(v.object({ rule: v.string(), outcome: v.string(), steps: v.array(StepSchema) })),
});

/** One step: `attempts` counts them. */
export interface FiredStep {
  readonly id: string;
  readonly action: string;
  readonly as: unknown;
  readonly outcome: string;
  readonly attempts: number;
  readonly reason?: string;
}

export interface FireReport {
  readonly eventKey: string;
  readonly verdicts: readonly { readonly rule: string; readonly verdict: string; readonly why?: string }[];
  readonly runs: readonly {
    readonly rule: string;
    readonly outcome: string;
    readonly steps: readonly FiredStep[];
  }[];
  readonly deliveries: readonly SeenDelivery[];
  /** False when the time ran out before everything had come to rest. */
  readonly atRest: boolean;
}

/** Outcomes of runs that are still to come to their end. */
const OPEN_OUTCOMES: readonly string[] = ['running', 'waiting'];

/** Reads the app's answer to `inspectEvent`. Throws with the app's message when it refused. */
export function readInspection(answer: unknown): Pick<FireReport, 'eventKey' | 'verdicts' | 'runs'> {
  const { eventKey, verdicts, runs } = readAdminAnswer(
    answer,
    InspectedSchema,
    'read what became of the event',
  );
  return {
    eventKey,
    verdicts: verdicts.map(({ rule, verdict, why }) => ({
      rule,
      verdict,
      ...(why === undefined ? {} : { why }),
    })),
    runs: runs.map(({ rule, outcome, steps }) => ({
      rule,
      outcome,
      steps: steps.map(({ id, action, as, attempts, attemptsLeftOut, reason, outcome: stepOutcome }) => ({
        id,
        action,
        as,
        outcome: stepOutcome,
        attempts: attempts.length + attemptsLeftOut,
        ...(reason === undefined ? {} : { reason }),
      })),
    })),
  };
}

export function areRunsFinal(runs: FireReport['runs']): boolean {
  return runs.every(({ outcome }) => !OPEN_OUTCOMES.includes(outcome));
}
