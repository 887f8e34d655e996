// Runs taken up again by their ids: by a retry of their event, by the queue, by the sweep. Their effects were planned
// when they began; what may have changed since is their rule, and then they are cancelled.

import { commitRun } from './commit-run';
import { INTERRUPTED_RETRY_MS } from './come-back';
import { leasedUntilMs } from './lease';
import { mapConcurrently } from './map-concurrently';
import { CONCURRENT_RUNS, performRuns } from './perform-runs';
import { isRunFinal } from './run';
import { wakeNext } from './serial';
import { cancelRun } from './settle-run';
import type { Ports } from '../ports';
import type { Performed } from './performed';
import type { Run } from './run';

/** How each of these runs came out. */
export async function resumeRuns(
  ids: readonly string[],
  ports: Ports,
  fromQueue = false,
): Promise<readonly Performed[]> {
  const taken = await mapConcurrently(ids, CONCURRENT_RUNS, (id) => takeUp(id, ports));
  const runs = taken.filter((each): each is Run => !('kind' in each));
  const others = taken.filter((each): each is Performed => 'kind' in each);
  return [...others, ...(await performRuns(runs, ports, fromQueue))];
}

/** The run when it is ours to perform, else how it came out. */
async function takeUp(id: string, ports: Ports): Promise<Run | Performed> {
  const nowMs = ports.clock.nowMs();
  try {
    const run = await ports.runs.get(id);
    if (run === undefined || isRunFinal(run)) return { kind: 'over' };
    const serial = run.serialKey === undefined ? {} : { serialKey: run.serialKey };
    const untilMs = leasedUntilMs(run, ports.invocation.owner, nowMs);
    if (untilMs !== undefined) return { kind: 'later', id, atMs: untilMs, ...serial };
    const reason = await whyCancelled(run, ports);
    if (reason === undefined) return run;
    const cancelled = await commitRun(cancelRun(run, reason, nowMs), undefined, ports);
    if (typeof cancelled !== 'string') await wakeNext(cancelled, ports);
    return { kind: 'over' };
  } catch (error) {
    ports.log.error('Failed to take up a run; it is tried again later', { run: id, cause: String(error) });
    return { kind: 'later', id, atMs: nowMs + INTERRUPTED_RETRY_MS };
  }
}

/** Why the run may not go on; undefined when it may. */
async function whyCancelled(run: Run, { rules }: Pick<Ports, 'rules'>): Promise<string | undefined> {
  const stored = await rules.get(run.rule);
  if (stored === undefined) return 'Cancelled: the rule was deleted before the run had ended.';
  const { rule, version, runsGoOnSince } = stored;
  const expected = run.replayedUnder ?? run.ruleVersion;
  if (runsGoOnSince !== undefined && expected >= runsGoOnSince) return undefined;
  if (rule.state !== 'live') return `Cancelled: the rule was set to ${rule.state} before the run had ended.`;
  if (version === expected) return undefined;
  return `Cancelled: the rule was changed before the run had ended (from version ${expected} to ${version}).`;
}
