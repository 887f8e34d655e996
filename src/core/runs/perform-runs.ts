// Several runs side by side, each in the name that it asks for. Trouble with the record of one is kept from the others.

import { mapConcurrently } from './map-concurrently';
import { performRun } from './perform-run';
import type { Ports } from '../ports';
import type { RunContext } from './perform-run';
import type { Run } from './run';

/** Runs that are performed at the same time. */
export const CONCURRENT_RUNS = 4;

/**
 * The runs as they then stand, in order; `undefined` for one whose record could not be stored. `interrupted`: whoever
 * had them last may have died while performing.
 */
export async function performRuns(
  runs: readonly Run[],
  interrupted: boolean,
  ports: Ports,
): Promise<readonly (Run | undefined)[]> {
  const { impersonation: allowed, destructive } = await ports.settings.get();
  const someoneActed = runs.some(({ actorAccountId }) => actorAccountId !== undefined);
  const appAccountId = someoneActed ? await ports.confluence.appAccountId() : undefined;
  const contextOf = ({ actorAccountId: initiator }: Run): RunContext => ({
    ...ports,
    identity: { initiator, appAccountId, allowed },
    destructive,
    interrupted,
    save: async (changed) => {
      const next = { ...changed, revision: changed.revision + 1, writer: ports.invocation.owner };
      const written = await ports.runs.commit({ runs: [next] });
      if (!written.ok) throw new Error('somebody else has taken the run up');
      return next;
    },
  });
  return mapConcurrently(runs, CONCURRENT_RUNS, async (run) => {
    try {
      return await performRun(run, contextOf(run));
    } catch (error) {
      ports.log.error('Failed to store a run; it is taken up again later', {
        run: run.id,
        cause: String(error),
      });
      return undefined;
    }
  });
}
