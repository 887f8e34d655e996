// Commits in the name of one invocation. A write whose answer was lost is recognised by reading it back, and trouble of
// the store is met with another try at once, because waiting is not sleeping.

import { FailureError } from '../failure';
import type { Ports } from '../ports';
import type { Changes } from '../run-ports';

/** Tries of one commit in all. */
const TRIES = 3;

/** `written`: as it was given. `lost`: somebody else wrote one of the records first. */
export type Committed = 'written' | 'lost';

/** Writes `changes`, whose records carry this invocation as writer. Throws when the store does not answer well. */
export async function commitOwn(
  changes: Changes,
  { runs, invocation }: Pick<Ports, 'runs' | 'invocation'>,
): Promise<Committed> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const written = await runs.commit(changes);
      if (written.ok || (await isThere(changes, { runs, invocation }))) return 'written';
      return 'lost';
    } catch (error) {
      const hopeless = error instanceof FailureError && !error.failure.retryable;
      if (hopeless || attempt >= TRIES) throw error;
    }
  }
}

/** Whether one of the records is stored just as it was to be written: then all of them are. */
async function isThere(
  { event, runs: changed = [] }: Changes,
  { runs, invocation }: Pick<Ports, 'runs' | 'invocation'>,
): Promise<boolean> {
  const [run] = changed;
  const wanted = event ?? run;
  if (wanted === undefined) return false;
  const stored = event === undefined ? await runs.get(run?.id ?? '') : await runs.getEvent(event.eventKey);
  return stored?.revision === wanted.revision && stored.writer === invocation.owner;
}
