// One attempt more in the record of a step, which must stay small however often it is tried: every attempt stays with its
// time and outcome, and those in the middle lose what they sent and most of what was answered.

import type { Attempt } from './run';

/** Attempts at the end that are kept whole; the first one is, too. */
const WHOLE_AT_END = 3;

/** What is left of a message in the middle. */
const SHORT_MESSAGE = 80;

/** `attempts` and this one. */
export function addAttempt(attempts: readonly Attempt[], attempt: Attempt): readonly Attempt[] {
  const all = [...attempts, attempt];
  return all.map((each, index) => (index === 0 || index >= all.length - WHOLE_AT_END ? each : thin(each)));
}

function thin(attempt: Attempt): Attempt {
  const { requests: _, failure, ...rest } = attempt;
  if (failure === undefined) return rest;
  const { message } = failure;
  const short = message.length <= SHORT_MESSAGE ? message : `${message.slice(0, SHORT_MESSAGE - 1)}…`;
  return { ...rest, failure: { ...failure, message: short } };
}
