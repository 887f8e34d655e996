// After everything has healed an admin puts right what was wrong outside and replays every dead letter; then everything
// has to be done, once.

import { replayRuns } from '../../../src/core/runs/replay-runs';
import { drive } from '../world/drive';
import { planSweeps } from './sweeps';
import type { Parts } from './parts';

/** Answers how many runs were replayed. */
export async function replayFailed(parts: Parts): Promise<number> {
  const { world, site, witness, invoker, records } = parts;
  world.healsAt = Math.min(world.healsAt, world.now);
  for (const content of site.contents.values()) content.missingUntil = 0;
  witness.allowReplays();
  let replayed = 0;
  invoker.start('admin', -1, (ports) => replayRuns({}, ports), {
    answered: ({ done }) => (replayed = done.length),
    threw: (error) => world.violate('L4', `the replay failed: ${String(error)}`),
    died: () => world.violate('L4', 'the replay died'),
  });
  const sweeps = planSweeps(parts, world.now);
  await drive(() => !world.broken && !sweeps.isOver() && world.timeline.advance());
  for (const run of records.runs.values()) {
    if (run.replays !== undefined && run.outcome === 'failed' && !wasHopeless(run.steps)) {
      world.violate('L4', `${run.rule} was replayed in a healthy world and is failed again`);
    }
  }
  return replayed;
}

const HOPELESS = ['a page of that title', 'Choose "app" for this action', 'Choose another identity'];

/** Some steps cannot work in any world. */
function wasHopeless(
  steps: readonly { readonly outcome: string; readonly effect?: unknown; readonly reason?: string }[],
): boolean {
  return steps.some(
    ({ outcome, effect, reason = '' }) =>
      outcome === 'failed' && (effect === undefined || HOPELESS.some((text) => reason.includes(text))),
  );
}
