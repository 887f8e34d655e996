// Watches every request that the engine makes of Confluence and every effect, and knows at once what must never be.

import { markerOf } from './site';
import type { Actor } from '../../../src/core/ports';
import type { Changes } from '../../../src/core/run-ports';
import type { Site } from '../world/call';
import type { Invocation } from '../world/invocation';
import type { World } from '../world/world';
import type { SimSite } from './site';

/** An admin's change to a rule: what was true until then. */
interface Stop {
  readonly at: number;
  /** Part of the names of what the rule did until then. */
  readonly mark: string;
}

/** What an invocation was told, and may not have stored yet. */
interface Heard {
  readonly invocation: number;
  readonly marker: string;
  readonly until: number;
}

/** Clocks of two machines differ by less than this; a wait may seem over so much too early. */
const CLOCK_TOLERANCE_MS = 6000;

export class Witness {
  readonly #world: World;
  readonly #site: SimSite;
  readonly #stops: Stop[] = [];
  readonly #patience = new Map<string, number>();
  readonly #heard: Heard[] = [];
  #pausedAt = Infinity;
  readonly #effects = new Map<string, number>();
  /** Effects beyond the first of one marker. */
  duplicates = 0;
  /** Whether everything was paused for a while. */
  wasPaused = false;

  constructor(world: World, site: SimSite) {
    this.#world = world;
    this.#site = site;
  }

  /** An admin has replayed runs, which may bring back what earlier versions of rules had planned. */
  allowReplays(): void {
    this.#stops.length = 0;
  }

  /** From now on nothing may be begun by an invocation that starts later, until the pause ends. */
  pause(paused: boolean): void {
    this.wasPaused = true;
    this.#pausedAt = paused ? this.#world.now : Infinity;
  }

  /** From now on nothing that bears `mark` may be begun by an invocation that starts later. */
  stop(mark: string): void {
    this.#stops.push({ at: this.#world.now, mark });
  }

  /** A request that is about to be made. `name` holds the marker or what else tells whose it is. */
  asks(invocation: Invocation, where: Site, target: string, name: string, as: Actor, body?: string): void {
    if (!invocation.isAlive) return;
    for (const { at, mark } of this.#stops) {
      if (invocation.startedAt > at && (name.includes(mark) || body?.includes(mark) === true)) {
        this.#world.violate('S2', `${where.name} ${target} "${mark}" for a rule that was changed before`);
      }
    }
    if (invocation.startedAt > this.#pausedAt) {
      this.#world.violate('S2', `${where.name} ${target} while everything is paused`);
    }
    if (as.kind === 'user' && as.accountId === '') this.#world.violate('S2', `${where.name} as nobody`);
    if (body === undefined) return;
    const known = this.#site.texts.get(name);
    if (known === undefined) this.#site.texts.set(name, body);
    else if (known !== body)
      this.#world.violate('S4', `${where.name} ${target} with another text than before`);
    this.#checkPatience(where, name);
  }

  /** A request that looks whether an effect is there. */
  looks(invocation: Invocation, marker: string): void {
    if (invocation.isAlive) this.#checkPatience(undefined, marker);
  }

  /** An effect that has come about. */
  sees(marker: string): void {
    const count = (this.#effects.get(marker) ?? 0) + 1;
    this.#effects.set(marker, count);
    if (count < 2) return;
    this.duplicates++;
    this.#world.violate('S1', `${marker} is there ${count} times`);
  }

  effectsOf(marker: string): number {
    return this.#effects.get(marker) ?? 0;
  }

  /** The server asked for patience with what bears `marker`; it counts once the engine has stored that it waits. */
  refused(invocation: Invocation, marker: string, seconds: number): void {
    if (!invocation.isAlive) return;
    this.#heard.push({ invocation: invocation.id, marker, until: this.#world.now + seconds * 1000 });
  }

  /** A write of this invocation was applied. */
  stored(invocation: Invocation, { runs = [] }: Changes): void {
    if (this.#heard.length === 0) return;
    for (const run of runs) {
      for (const step of run.steps) {
        if (step.outcome !== 'waiting') continue;
        const marker = markerOf(step);
        const heard = this.#heard.findLast(
          (each) => each.invocation === invocation.id && each.marker === marker,
        );
        if (heard !== undefined) this.#patience.set(heard.marker, heard.until);
      }
    }
  }

  #checkPatience(where: Site | undefined, marker: string): void {
    const until = this.#patience.get(marker);
    if (until === undefined || this.#world.now >= until - CLOCK_TOLERANCE_MS) return;
    const early = Math.round((until - this.#world.now) / 1000);
    this.#world.violate(
      'S5',
      `${where?.name ?? 'look'} ${early} s before the time the server had asked to wait`,
    );
  }
}
