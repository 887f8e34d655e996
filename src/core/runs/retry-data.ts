// The state of waiting steps as it travels in `retryData`: an object of at most 4 KB. Steps that do not fit are
// announced by `more`; the run records hold them too, so nothing is lost with them.

import { attemptsOf } from './attempts-of';
import { jsonBytes } from '../json-bytes';
import { EVENT_LIMITS } from '../limits';
import { isJsonObject } from '../json';
import type { JsonObject } from '../json';
import type { Run } from './run';

/** One waiting step: run id, action id, attempts so far, due time in epoch seconds. */
export type WaitingStep = readonly [run: string, action: string, attempts: number, dueAtSeconds: number];

export interface RetryData {
  readonly v: 1;
  readonly eventKey: string;
  readonly steps: readonly WaitingStep[];
  /** True when there are waiting steps that are not listed. */
  readonly more: boolean;
  /** True when a run could not be stored: what it says of the step under way may be too old. */
  readonly interrupted: boolean;
}

/** The waiting steps of `runs`, earliest first, as many as fit. */
export function toRetryData(
  eventKey: string,
  runs: readonly Run[],
  interrupted: boolean,
): RetryData & JsonObject {
  const waiting = runs.flatMap(waitingSteps).sort((a, b) => a[3] - b[3]);
  const room =
    EVENT_LIMITS.MAX_RETRY_DATA_BYTES -
    jsonBytes({ v: 1, eventKey, steps: [], more: false, interrupted: false });
  let used = 0;
  const steps = waiting.filter((step) => {
    used += jsonBytes(step) + 1;
    return used <= room;
  });
  return { v: 1, eventKey, steps, more: interrupted || steps.length < waiting.length, interrupted };
}

/** Reads what came back; undefined when it is not ours. */
export function parseRetryData(data: unknown): RetryData | undefined {
  if (!isJsonObject(data) || data['v'] !== 1 || typeof data['eventKey'] !== 'string') return undefined;
  const steps = Array.isArray(data['steps']) ? data['steps'].filter(isWaitingStep) : [];
  return {
    v: 1,
    eventKey: data['eventKey'],
    steps,
    more: data['more'] === true,
    interrupted: data['interrupted'] === true,
  };
}

/** When the earliest waiting step of `runs` is due, in epoch ms; undefined when none waits. */
export function earliestDueMs(runs: readonly Run[]): number | undefined {
  const due = runs.flatMap(waitingSteps).map((step) => step[3] * 1000);
  return due.length === 0 ? undefined : Math.min(...due);
}

function waitingSteps(run: Run): WaitingStep[] {
  return run.steps.flatMap((step) =>
    step.outcome === 'waiting' && step.dueAt !== undefined
      ? [[run.id, step.id, attemptsOf(step), Math.ceil(Date.parse(step.dueAt) / 1000)] as const]
      : [],
  );
}

function isWaitingStep(value: unknown): value is WaitingStep {
  return (
    Array.isArray(value) &&
    typeof value[0] === 'string' &&
    typeof value[1] === 'string' &&
    typeof value[2] === 'number' &&
    typeof value[3] === 'number'
  );
}
