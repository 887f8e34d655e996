// Keeps the record of a run within what the store takes, however many of its steps fail and however often. A run begins
// only if there is room for what its steps will add at the least; later the record gives up what nobody needs to go on:
// first what finished steps sent, last the texts of what is done. It must never drop what an open step still has to do.

import { attemptsOf } from './attempts-of';
import { cutToJsonBytes, jsonBytes } from '../json-bytes';
import { isStepFinal } from './run';
import type { Attempt, Run, Step } from './run';

/** Well below the largest KVS value of 240 KiB: what a record grows by uncounted, and the store's attributes, come on top. */
const MAX_RUN_BYTES = 200_000;

/** While attempts have added less than this, the room of the beginning is not used up, and nothing is counted. */
const UNCOUNTED_BYTES = 30_000;

/** What one attempt adds at most, with its requests, beside the message that it met. */
const ATTEMPT_BYTES = 1000;

/** What one step adds at most to a record that has given up all it can: a reason, times, one attempt and its counts. */
const STEP_RESERVE_BYTES = 420;

/** What is left of a message or a reason. */
const SHORT_BYTES = 120;

/** Whether a run as it is planned can be stored to its end. */
export function hasRoom(run: Run): boolean {
  const open = run.steps.filter((step) => !isStepFinal(step)).length;
  return jsonBytes(run) + open * STEP_RESERVE_BYTES <= MAX_RUN_BYTES;
}

/** `run`, with no more than fits. */
export function fitRun(run: Run): Run {
  return GIVEN_UP.reduce<Run>((fitted, giveUp) => (fits(fitted) ? fitted : giveUp(fitted)), run);
}

function fits(run: Run): boolean {
  return addedBytes(run) <= UNCOUNTED_BYTES || jsonBytes(run) <= MAX_RUN_BYTES;
}

/** More than what the attempts have added. A message stands in the attempt and in the reason, at three bytes a letter. */
function addedBytes({ steps }: Run): number {
  let bytes = 0;
  for (const { attempts } of steps) {
    for (const { failure } of attempts) bytes += ATTEMPT_BYTES + 6 * (failure?.message.length ?? 0);
  }
  return bytes;
}

/** What a record gives up, the least needed first. */
const GIVEN_UP: readonly ((run: Run) => Run)[] = [
  (run) => withSteps(run, (step) => (isStepFinal(step) ? withAttempts(step, withoutRequests) : step)),
  (run) => withSteps(run, (step) => withAttempts(step, withoutRequests)),
  (run) => withSteps(run, withLastAttempt),
  (run) => withSteps(run, (step) => (step.outcome === 'done' ? withoutTexts(step) : step)),
];

function withSteps(run: Run, change: (step: Step) => Step): Run {
  return { ...run, steps: run.steps.map(change) };
}

function withAttempts(step: Step, change: (attempt: Attempt) => Attempt): Step {
  return { ...step, attempts: step.attempts.map(change) };
}

function withoutRequests({ requests: _, ...attempt }: Attempt): Attempt {
  return attempt;
}

/**
 * Its reason says what the last attempt met, so that the attempt need not. Why a step was skipped stays whole: a replay
 * reads it.
 */
function withLastAttempt(step: Step): Step {
  const last = step.attempts.at(-1);
  const isWhole = step.reason === undefined || step.outcome === 'skipped';
  const reason = isWhole ? {} : { reason: cutToJsonBytes(step.reason, SHORT_BYTES) };
  if (last === undefined) return { ...step, ...reason };
  const { failure } = last;
  const told = failure === undefined ? {} : { failure: { ...failure, message: '…' } };
  const attemptsLeftOut = attemptsOf(step) - 1;
  return { ...step, ...reason, attempts: [{ ...last, ...told }], attemptsLeftOut };
}

/** A step that is done is never done again, so what it was to do may go. */
function withoutTexts({ effect: _, ...step }: Step): Step {
  return { ...step, with: {} };
}
