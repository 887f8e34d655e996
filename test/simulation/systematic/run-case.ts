// Runs cases of the systematic part: one rule with one action, one event, and just the faults that the case names.

import { WORLD_START, World } from '../world/world';
import { CALL_CLASSES } from '../world/fault-kinds';
import { checkRest } from '../invariants/check-rest';
import { drive } from '../world/drive';
import { simEvent } from '../platform/sim-event';
import { assemble } from '../run/parts';
import { planSweeps } from '../run/sweeps';
import { ACTION_CASES } from './action-cases';
import type { Engine } from '../platform/engine';
import type { SimEvent } from '../platform/sim-event';
import type { Parts } from '../run/parts';
import type { RuleShape } from '../workload/rule-shapes';
import type { FaultSource } from '../world/swarm';
import type { Case, CaseBatch, Placed } from './case';

/** Faults may happen for so long; every call that is placed comes before. */
const SICK_MS = 12 * 3_600_000;

export async function runCase(cases: readonly Case[], engine: Engine): Promise<CaseBatch> {
  const violations: { case: Case; invariant: string; detail: string }[] = [];
  const calls: string[] = [];
  let duplicates = 0;
  for (const each of cases) {
    const { world, made, duplicates: more } = await runOne(each, engine, false);
    calls.push(made);
    duplicates += more;
    const [first] = world.violations;
    if (first !== undefined) violations.push({ case: each, ...first });
  }
  return { cases: cases.length, violations, calls, duplicates };
}

/** Runs one case; `made` has a letter for each call, which is the index of its class. */
export async function runOne(
  { action, placed }: Case,
  engine: Engine,
  readable: boolean,
): Promise<{ readonly world: World; readonly made: string; readonly duplicates: number }> {
  const shape = ACTION_CASES.get(action);
  if (shape === undefined) throw new Error(`Failed to find the action "${action}".`);
  const script = scripted(placed);
  const world = new World(1, () => script, readable);
  const { witness } = await runEvent(world, engine, [shape.rule], shape.payload);
  return { world, made: script.made(), duplicates: witness.duplicates };
}

/** One event on these rules, from its delivery until everything is at rest. */
export async function runEvent(
  world: World,
  engine: Engine,
  shapes: readonly RuleShape[],
  payload: object,
): Promise<Parts & { readonly event: SimEvent }> {
  world.healsAt = WORLD_START + SICK_MS;
  const parts = assemble(world, engine, { shapes, indexed: false, weighs: false });
  const event = simEvent(0, WORLD_START + 1000, payload);
  parts.deliveries.send(event);
  const sweeps = planSweeps(parts, event.at);
  await drive(() => !world.broken && !sweeps.isOver() && world.timeline.advance());
  if (!world.broken) checkRest(parts, { shapes }, [event]);
  return { ...parts, event };
}

function scripted(placed: readonly Placed[]): FaultSource & { made(): string } {
  let made = '';
  return {
    draw(callClass) {
      const number = made.length;
      made += String(CALL_CLASSES.indexOf(callClass));
      return placed.find(({ call }) => call === number)?.fault;
    },
    rate: () => 0,
    made: () => made,
  };
}
