// What is left of a run after an invocation has done what it could: when it goes on, and when the sweep takes it up if
// nobody does. Pure.

import { GRACE_MS, LONGEST_PUSH_MS } from './lease';
import { firstSteps } from './next-step';
import { isRunFinal } from './run';
import type { Performed } from './performed';
import type { Run } from './run';

/** When `run` is to go on, as whoever performed it answers, and when the sweep looks at it. */
export function restOfRun(
  run: Run,
  nowMs: number,
): { readonly performed: Performed; readonly lookAgainMs: number } {
  // A step behind one that waits may be due for long; coming back for it would be in vain.
  const [next] = firstSteps(run.steps)
    .flatMap((index) => run.steps[index] ?? [])
    .filter(({ outcome, dueAt }) => outcome === 'waiting' && dueAt !== undefined)
    .toSorted((a, b) => Date.parse(a.dueAt ?? '') - Date.parse(b.dueAt ?? ''));
  if (isRunFinal(run) || next?.dueAt === undefined)
    return { performed: { kind: 'over' }, lookAgainMs: nowMs };
  const dueMs = Date.parse(next.dueAt);
  const rateLimited = next.attempts.at(-1)?.failure?.kind === 'rate-limited';
  // What no push can wait for is woken by the sweep at its time.
  const lookAgainMs = dueMs - nowMs > LONGEST_PUSH_MS ? dueMs : dueMs + GRACE_MS;
  return { performed: { kind: 'waiting', run, dueMs, rateLimited }, lookAgainMs };
}
