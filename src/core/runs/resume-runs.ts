// Runs taken up again without their event: handed over by its last delivery, or found by the sweep. Their effects
// were planned when they began, so nothing of the event is needed.

import { comeBack } from './come-back';
import { mapConcurrently } from './map-concurrently';
import { CONCURRENT_RUNS, performRuns } from './perform-runs';
import { isRunFinal } from './run';
import type { Ports } from '../ports';
import type { ComeBack } from './come-back';

/** Performs what is due of these runs. `interrupted`: whoever had them last may have died while performing. */
export async function resumeRuns(
  ids: readonly string[],
  interrupted: boolean,
  ports: Ports,
): Promise<ComeBack> {
  const found = await mapConcurrently(ids, CONCURRENT_RUNS, (id) => ports.runs.get(id));
  const runs = found.filter((run) => run !== undefined).filter((run) => !isRunFinal(run));
  const first = runs[0];
  if (first === undefined) return { kind: 'finished' };
  const performed = await performRuns(runs, interrupted, ports);
  return comeBack(first.eventKey, performed, ports.clock.nowMs());
}

/** A run that is not at rest and has not moved for so long belongs to nobody any more. */
export const ABANDONED_AFTER_MS = 20 * 60 * 1000;

/** Runs looked at in one sweep; the next sweep sees the rest. */
const SWEEP_SLICE = 50;

/** Hands runs that stopped half-way to the queue; answers how many. */
export async function sweepRuns(ports: Ports): Promise<number> {
  const nowMs = ports.clock.nowMs();
  const pages = await Promise.all(
    (['running', 'waiting'] as const).map((outcome) => ports.runs.list({ outcome, limit: SWEEP_SLICE })),
  );
  const abandoned = pages
    .flatMap(({ items }) => items)
    .filter((run) => nowMs - lastMovedMs(run.updatedAt, run.steps) > ABANDONED_AFTER_MS)
    .map(({ id }) => id);
  if (abandoned.length > 0) await ports.queue.push(abandoned, 0);
  return abandoned.length;
}

/** When the run moved last, or should have moved because a step was due. */
function lastMovedMs(updatedAt: string, steps: readonly { readonly dueAt?: string }[]): number {
  return Math.max(
    Date.parse(updatedAt),
    ...steps.map(({ dueAt }) => (dueAt === undefined ? 0 : Date.parse(dueAt))),
  );
}
