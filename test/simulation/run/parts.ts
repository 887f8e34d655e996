// Puts the parts of one world together: the site, the store, the platform, and the ports that each invocation gets.

import { asIndexed } from '../../../src/core/fields/relax-condition';
import { buildShards } from '../../../src/core/matching/build-shards';
import { createConfluence } from '../confluence/sim-confluence';
import { createFieldSource } from '../confluence/field-source';
import { createSearch } from '../confluence/search';
import { SimSite } from '../confluence/site';
import { Witness } from '../confluence/witness';
import { Receivers, createWebhooks } from '../outside/receivers';
import { WORLD_SETTINGS } from '../platform/admins';
import { AsyncQueue } from '../platform/async-queue';
import { Deliveries } from '../platform/deliveries';
import { Invoker } from '../platform/invoker';
import { Records } from '../stores/records';
import { createCountStore, createRunStore } from '../stores/run-store';
import { createRuleStore, createSettingsStore, createShardStore } from '../stores/rule-shelf';
import { storedRule } from '../workload/rule-book';
import type { Ports } from '../../../src/core/ports';
import type { Settings } from '../../../src/core/admin/settings';
import type { StoredRule } from '../../../src/core/rules/rule';
import type { Engine } from '../platform/engine';
import type { Shelf } from '../stores/rule-shelf';
import type { Invocation } from '../world/invocation';
import type { World } from '../world/world';
import type { RuleShape } from '../workload/rule-shapes';

/** Puts something else in the place of a port, to see whether the checks notice. */
export type PortChange = (ports: Ports, invocation: Invocation) => Ports;

export interface Parts {
  readonly world: World;
  readonly site: SimSite;
  readonly records: Records;
  readonly shelf: Shelf;
  readonly witness: Witness;
  readonly invoker: Invoker;
  readonly deliveries: Deliveries;
  readonly queue: AsyncQueue;
  readonly receivers: Receivers;
  readonly engine: Engine;
}

export interface Setting {
  readonly shapes: readonly RuleShape[];
  readonly indexed: boolean;
  readonly weighs: boolean;
  /** @default those of most worlds */
  readonly settings?: Settings;
}

export function assemble(world: World, engine: Engine, setting: Setting, change?: PortChange): Parts {
  const site = new SimSite();
  const records = new Records(world.timeline);
  const witness = new Witness(world, site);
  const receivers = new Receivers();
  const rules = setting.shapes.map((shape) => storedRule(shape, 1));
  const shelf: Shelf = {
    rules: new Map(rules.map((stored) => [stored.rule.id, stored])),
    settings: setting.settings ?? WORLD_SETTINGS,
    index: setting.indexed ? indexOf(rules) : undefined,
  };
  const portsFor = (invocation: Invocation): Ports => {
    const owner = `${invocation.name}-${world.prng.word().toString(36)}`;
    const simulated: Partial<Ports> = {
      clock: { nowMs: () => invocation.nowMs() },
      random: { next: () => world.prng.next() },
      invocation: { owner, remainingMs: () => invocation.remainingMs() },
      confluence: createConfluence(invocation, site, witness),
      fields: createFieldSource(invocation),
      search: createSearch(invocation),
      webhooks: createWebhooks(invocation, receivers, witness),
      rules: createRuleStore(invocation, shelf),
      index: createShardStore(invocation, shelf),
      runs: createRunStore(invocation, records, {
        weighs: setting.weighs,
        onCommit: (changes) => witness.stored(invocation, changes),
      }),
      counts: createCountStore(invocation, records),
      queue: queue.portFor(invocation),
      settings: createSettingsStore(invocation, shelf),
      log: {
        info: (message) => world.say(`${invocation.name}  log: ${message}`),
        error: (message) => world.say(`${invocation.name}  log: ${message}`),
      },
    };
    const ports = withoutOthers(simulated);
    return change === undefined ? ports : change(ports, invocation);
  };
  const invoker = new Invoker(world, portsFor);
  const deliveries = new Deliveries(world, engine, invoker);
  const queue = new AsyncQueue(world, engine, invoker);
  return { world, site, records, shelf, witness, invoker, deliveries, queue, receivers, engine };
}

/** Ports that the runs of these worlds have no use for are not there; whoever uses one all the same fails. */
function withoutOthers(simulated: Partial<Ports>): Ports {
  return simulated as Ports;
}

const indexes = new Map<string, ReadonlyMap<string, unknown>>();

/** The stored index of these rules; built once for all worlds that have them. */
function indexOf(rules: readonly StoredRule[]): ReadonlyMap<string, unknown> {
  const key = rules.map(({ rule }) => rule.id).join();
  let index = indexes.get(key);
  if (index === undefined) {
    const { head, parts } = buildShards(rules.map(asIndexed));
    index = new Map<string, unknown>(
      [...parts, ['head', head]].map(([name, value]) => [
        name as string,
        JSON.parse(JSON.stringify(value)) as unknown,
      ]),
    );
    if (indexes.size < MAX_INDEXES) indexes.set(key, index);
  }
  return index;
}

const MAX_INDEXES = 2000;
