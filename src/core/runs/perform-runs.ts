// Several runs side by side, each in the name that it asks for. Trouble with the record of one is kept from the others.

import { LEASE_MS, withoutLease } from './lease';
import { commitRun } from './commit-run';
import { mapConcurrently } from './map-concurrently';
import { performRun } from './perform-run';
import { FREE, pointsLeft } from './points-left';
import { isRunFinal } from './run';
import type { Ports } from '../ports';
import type { Performed } from './performed';
import type { RunContext } from './perform-run';
import type { Run } from './run';

/** Runs that are performed at the same time. */
export const CONCURRENT_RUNS = 4;

/** How soon the sweep looks at a run again that was put off because an admin has paused all rules. */
const PAUSED_MS = 600_000;

/**
 * How each of these runs came out, which are open or of a kind that does not act, and which nobody else has. Serial runs
 * are performed only by a consumer of the queue (`fromQueue`), which lets in one of a key at a time.
 */
export async function performRuns(
  runs: readonly Run[],
  ports: Ports,
  fromQueue = false,
): Promise<readonly Performed[]> {
  const open = runs.filter((run) => !isRunFinal(run));
  if (open.length === 0) return [];
  const { impersonation: allowed, destructive, paused, budget } = await ports.settings.get();
  const points = paused ? FREE : await pointsLeft(budget, ports);
  const someoneActed = open.some(({ actorAccountId }) => actorAccountId !== undefined);
  const appAccountId = someoneActed ? await ports.confluence.appAccountId() : undefined;
  const contextOf = ({ actorAccountId: initiator }: Run): RunContext => ({
    ...ports,
    identity: { initiator, appAccountId, allowed },
    destructive,
    points,
  });
  return mapConcurrently(open, CONCURRENT_RUNS, async (run): Promise<Performed> => {
    const serial = run.serialKey === undefined ? {} : { serialKey: run.serialKey };
    try {
      if (paused) return await putOff(run, ports);
      if (run.serialKey !== undefined && !fromQueue) return { kind: 'handed-over', id: run.id, ...serial };
      return await performRun(run, contextOf(run));
    } catch (error) {
      ports.log.error('Failed to store a run; it is taken up again later', {
        run: run.id,
        cause: String(error),
      });
      return { kind: 'later', id: run.id, atMs: ports.clock.nowMs() + LEASE_MS, ...serial };
    }
  });
}

async function putOff(run: Run, ports: Ports): Promise<Performed> {
  await commitRun(withoutLease(run, ports.clock.nowMs() + PAUSED_MS), undefined, ports);
  return { kind: 'over' };
}
