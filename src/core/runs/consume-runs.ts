// One message of the queue: runs to be taken up. The queue repeats it for a day, so every wait is one answer.

import { comeBack } from './come-back';
import { resumeRuns } from './resume-runs';
import type { Ports } from '../ports';
import type { ComeBack } from './come-back';

/** Performs what is due of these runs, and says when to bring the message again. */
export async function consumeRuns(ids: readonly string[], ports: Ports): Promise<ComeBack> {
  const performed = await resumeRuns(ids, ports, true);
  const nowMs = ports.clock.nowMs();
  const handedOver = performed.filter((each) => each.kind === 'handed-over');
  const left = performed.filter((each) => each.kind !== 'handed-over');
  // A message of its own, because this one would wait for the earliest of those that are left.
  for (const { id, serialKey: key } of handedOver) {
    await ports.queue.push([id], 0, key === undefined ? undefined : { key, limit: 1 });
  }
  return comeBack('', left, nowMs);
}
