// One world from its seed to its rest: events are delivered while faults happen, faults stop, everything settles, and
// what is then there is compared with what had to be.

import { World, WORLD_START } from '../world/world';
import { drive } from '../world/drive';
import { drawSwarm } from '../world/swarm';
import { planAdmins, settingsOf } from '../platform/admins';
import { simEvent } from '../platform/sim-event';
import { PAGE_IDS, drawScenario } from '../workload/scenario';
import { checkRest } from '../invariants/check-rest';
import { assemble } from './parts';
import { echoEvents } from './echo-events';
import { replayFailed } from './replay-failed';
import { planSweeps } from './sweeps';
import type { Engine } from '../platform/engine';
import type { SimEvent } from '../platform/sim-event';
import type { Violation } from '../world/world';
import type { Parts, PortChange } from './parts';

export interface SeedOptions {
  /** Keeps the trace as lines. */
  readonly readable?: boolean;
  readonly portChange?: PortChange;
}

export interface SeedResult {
  readonly seed: number;
  readonly hash: string;
  readonly violations: readonly Violation[];
  readonly faults: Int32Array;
  readonly largestRetryData: number;
  /** How long after the last fault, the last wait that a server asked for and the last new delivery the last run came to rest; -1: before the last fault. */
  readonly recoveryMs: number;
  readonly calls: number;
  readonly events: number;
  readonly runs: number;
  /** Effects that carry a marker. */
  readonly effects: number;
  /** Effects beyond the first of one marker. */
  readonly duplicates: number;
  /** Events that no durable write of any delivery tells of. */
  readonly lost: number;
  /** Steps given up whose last attempt may have had its effect, and had it. */
  readonly unknown: number;
  readonly deadLetters: number;
  readonly replayed: number;
  readonly lines: readonly string[] | undefined;
}

export async function runSeed(seed: number, engine: Engine, options: SeedOptions = {}): Promise<SeedResult> {
  const world = new World(seed, drawSwarm, options.readable === true);
  const scenario = drawScenario(world);
  world.healsAt = scenario.healsAt;
  const parts = assemble(world, engine, { ...scenario, settings: settingsOf(seed) }, options.portChange);
  const events: SimEvent[] = scenario.events.map(({ at, payload }, index) => simEvent(index, at, payload));
  hidePages(parts);
  for (const event of events) parts.deliveries.send(event);
  if (scenario.echoes) echoEvents(parts, events);
  const times = events.map(({ at }) => at);
  planAdmins(parts, times);
  const sweeps = planSweeps(parts, Math.max(...times, WORLD_START));
  await drive(() => !world.broken && !sweeps.isOver() && world.timeline.advance());
  const check = (): ReturnType<typeof checkRest> =>
    world.broken ? { lost: 0, unknown: 0, deadLetters: 0 } : checkRest(parts, scenario, events);
  const { recoveryMs } = sweeps;
  let found = check();
  const { deadLetters } = found;
  let replayed = 0;
  if (deadLetters > 0 && !world.broken && world.violations.length === 0) {
    replayed = await replayFailed(parts);
    found = { ...check(), lost: found.lost };
  }
  return {
    seed,
    hash: world.trace.hash,
    violations: world.violations,
    faults: world.faults,
    largestRetryData: parts.deliveries.largestRetryData,
    recoveryMs,
    calls: world.calls,
    events: events.length,
    runs: parts.records.runs.size,
    effects: parts.site.comments.length + parts.site.pages.length,
    duplicates: parts.witness.duplicates,
    lost: found.lost,
    unknown: found.unknown,
    deadLetters,
    replayed,
    lines: world.trace.lines,
  };
}

/** Some pages are not to be found, at first or ever. */
function hidePages({ world, site }: Parts): void {
  for (const id of PAGE_IDS) {
    if (world.isDrawn('confluence: 404 for a while', 4)) {
      site.content({ id }).missingUntil = WORLD_START + world.prng.between(0, world.healsAt - WORLD_START);
    }
    if (world.isDrawn('confluence: 404 for ever', 2)) site.content({ id }).missingUntil = Infinity;
  }
}
