// What admins do while events are under way: rules are edited, turned off, deleted, everything is paused; and the app is
// upgraded. Each counts as a fault where it meets an open run.

import { DEFAULT_SETTINGS } from '../../../src/core/admin/settings';
import { MAX_VERSION, markOf, shapeOf, storedRule } from '../workload/rule-book';
import type { Settings } from '../../../src/core/admin/settings';
import type { Witness } from '../confluence/witness';
import type { Shelf } from '../stores/rule-shelf';
import type { Records } from '../stores/records';
import type { World } from '../world/world';
import type { Invoker } from './invoker';

const MINUTE = 60_000;

export interface AdminParts {
  readonly world: World;
  readonly shelf: Shelf;
  readonly records: Records;
  readonly witness: Witness;
  readonly invoker: Invoker;
}

/** Plans what the admins of this world do, soon after its events. */
export function planAdmins(
  { world, shelf, records, witness, invoker }: AdminParts,
  eventTimes: readonly number[],
): void {
  const { prng } = world;
  const plan = (at: number, run: () => void): void => {
    world.plans++;
    world.timeline.at(at, () => {
      world.plans--;
      run();
    });
  };
  const soon = (): number =>
    prng.pick(eventTimes) + prng.between(100, prng.pick([3000, 2 * MINUTE, 15 * MINUTE]));
  const rules = [...shelf.rules.keys()];
  const isOpen = (rule: string): boolean =>
    [...records.runs.values()].some((run) => run.rule === rule && run.lookAgainAt !== undefined);
  const change = (
    kind:
      | 'rule: edited between attempts'
      | 'rule: turned off between attempts'
      | 'rule: deleted between attempts',
  ): void => {
    if (!world.isDrawn(kind, 8)) return;
    const rule = prng.pick(rules);
    plan(soon(), () => {
      const stored = shelf.rules.get(rule);
      const shape = shapeOf(rule);
      if (stored === undefined || shape === undefined || stored.version >= MAX_VERSION) return;
      if (isOpen(rule)) world.count(kind);
      if (world.trace.lines !== undefined) world.say(`admin  ${kind}: ${rule}`);
      witness.stop(markOf(rule, stored.version));
      if (kind === 'rule: deleted between attempts') shelf.rules.delete(rule);
      else {
        const off = kind === 'rule: turned off between attempts';
        shelf.rules.set(rule, storedRule(shape, stored.version + 1, off));
      }
    });
  };
  change('rule: edited between attempts');
  change('rule: edited between attempts');
  change('rule: turned off between attempts');
  change('rule: deleted between attempts');
  const at = soon();
  if (world.isDrawn('rule: all paused', 6) && at < world.healsAt) {
    plan(at, () => {
      world.count('rule: all paused');
      shelf.settings = { ...shelf.settings, paused: true };
      witness.pause(true);
    });
    plan(Math.min(at + prng.between(MINUTE, 30 * MINUTE), world.healsAt), () => {
      shelf.settings = { ...shelf.settings, paused: false };
      witness.pause(false);
    });
  }
  if (world.isDrawn('process: app upgrade', 10)) plan(soon(), () => invoker.upgrade());
}

/** The settings that worlds begin with. */
export const WORLD_SETTINGS: Settings = { ...DEFAULT_SETTINGS, impersonation: ['helper'], destructive: true };

/** Some worlds have so few points an hour that runs have to wait for the next one. */
const SCARCE = { every: 16, pointsPerHour: 4 };

/** The settings of the world of this seed. */
export function settingsOf(seed: number): Settings {
  if (seed % SCARCE.every !== 7) return WORLD_SETTINGS;
  return { ...WORLD_SETTINGS, budget: { pointsPerHour: SCARCE.pointsPerHour } };
}
