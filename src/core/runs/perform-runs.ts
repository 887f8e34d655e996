// Several runs side by side. Trouble with the record of one is kept from the others.

import { mapConcurrently } from './map-concurrently';
import { performRun } from './perform-run';
import type { Log } from '../ports';
import type { RunContext } from './perform-run';
import type { Run } from './run';

/** Runs that are performed at the same time. */
export const CONCURRENT_RUNS = 4;

/** The runs as they then stand, in order; `undefined` for one whose record could not be stored. */
export function performRuns(
  runs: readonly Run[],
  contextOf: (run: Run) => RunContext,
  log: Log,
): Promise<readonly (Run | undefined)[]> {
  return mapConcurrently(runs, CONCURRENT_RUNS, async (run) => {
    try {
      return await performRun(run, contextOf(run));
    } catch (error) {
      log.error('Failed to store a run; it is taken up again later', { run: run.id, cause: String(error) });
      return undefined;
    }
  });
}
