// The scheduled trigger, every five minutes, and when a world is over: nothing is under way, nothing is open, and every
// effect that could still come has come.

import { watchRun } from '../invariants/watch-runs';
import { WORLD_START } from '../world/world';
import type { Parts } from './parts';

const PERIOD_MS = 300_000;

/** A sweep that finds nothing does nothing but read, and would be a quarter of all work; so many of them are made. */
const IDLE_SHARE = 0.1;

/** After faults stop, everything has to be at rest within this. */
const MAX_REST_MS = 26 * 3_600_000;

export interface Sweeps {
  isOver(): boolean;
  /** See `SeedResult.recoveryMs`. */
  readonly recoveryMs: number;
}

export function planSweeps(
  { world, records, deliveries, queue, invoker, engine }: Parts,
  lastEventAt: number,
): Sweeps {
  const { timeline, prng } = world;
  let over = false;
  let movedAt = WORLD_START;
  records.onRun = (before, after) => {
    watchRun(before, after, world, records);
    if (after.lookAgainAt === undefined) movedAt = timeline.now;
    for (const { dueAt, reason } of after.steps) {
      if (dueAt !== undefined && isWanted(reason)) world.keepBusy(Date.parse(dueAt));
    }
  };
  const sweep = (): void => {
    invoker.start('sweep', -1, (ports) => engine.onSchedule(ports), {
      answered: () => undefined,
      threw: () => undefined,
      died: () => undefined,
    });
  };
  const tick = (): void => {
    const busy = deliveries.planned + queue.planned + invoker.liveCount > 0;
    const { now } = timeline;
    if (!busy && now > lastEventAt && world.plans === 0 && !records.hasOpen) {
      over = true;
      return;
    }
    if (now > world.healsAt + MAX_REST_MS) {
      world.violate('L1', 'not everything is at rest a day after the last fault');
      over = true;
      return;
    }
    timeline.at(now + PERIOD_MS, tick);
    if (records.isIdle(now) && !prng.chance(IDLE_SHARE)) return;
    if (world.strikes('sweep: missed', 4)) return;
    sweep();
    if (world.strikes('sweep: twice', 4)) timeline.at(now + prng.between(0, 20_000), sweep);
  };
  timeline.at(timeline.now + prng.between(0, PERIOD_MS), tick);
  return {
    isOver: () => over,
    get recoveryMs() {
      return movedAt <= world.healsAt ? -1 : movedAt - Math.max(world.healsAt, world.busyUntil);
    },
  };
}

/** Whether a step waits because it is to: for the hour that a budget names, or as its rule says. Nothing recovers then. */
function isWanted(reason: string | undefined): boolean {
  return reason?.startsWith('Put off until') === true || reason?.startsWith('The rule is to wait') === true;
}
