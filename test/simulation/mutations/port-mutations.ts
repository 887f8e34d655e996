// Faults planted between the engine and its ports: a store that does not look at conditions, a clock that lies, a queue
// that drops. To the engine they are as good as a mistake of its own, and the checks have to notice each.

import { ok } from '../../../src/core/result';
import type { Confluence, Ports } from '../../../src/core/ports';
import type { Changes, RunStore } from '../../../src/core/run-ports';
import type { StoredRule } from '../../../src/core/rules/rule';
import type { PortChange } from '../run/parts';
import type { World } from '../world/world';

const MARKER = /rulewright-[0-9a-f]{32}/g;

const HOUR_MS = 3_600_000;

/** Rules as a world read them first. */
const firstRead = new WeakMap<World, Map<string, StoredRule | undefined>>();

export const PORT_MUTATIONS: Readonly<Record<string, PortChange>> = {
  'store: conditions are not looked at': (ports) =>
    withRuns(ports, { commit: (changes) => force(changes, ports) }),
  'store: a conflict is taken for success': (ports) =>
    withRuns(ports, {
      async commit(changes) {
        await ports.runs.commit(changes);
        return ok(undefined);
      },
    }),
  'store: a failed write is taken for success': (ports) =>
    withRuns(ports, { commit: (changes) => ports.runs.commit(changes).catch(() => ok(undefined)) }),
  'store: no run is ever due': (ports) => withRuns(ports, { listDueRuns: () => Promise.resolve([]) }),
  'store: no claim is ever due': (ports) => withRuns(ports, { listDueEvents: () => Promise.resolve([]) }),
  'store: tallies are lost': (ports) =>
    withRuns(ports, { commit: (changes) => ports.runs.commit(without(changes, 'tally')) }),
  'store: echoes are lost': (ports) =>
    withRuns(ports, { commit: (changes) => ports.runs.commit(without(changes, 'echoes')) }),
  'store: locks are lost': (ports) =>
    withRuns(ports, { commit: (changes) => ports.runs.commit(without(changes, 'locks')) }),
  'counts: tallies are deleted, and their hour is not written': (ports) => ({
    ...ports,
    counts: {
      ...ports.counts,
      fold: (hour, rules, ids) => ports.counts.fold({ ...hour, counts: {} }, rules, ids),
    },
  }),
  'counts: what rules did is not written': (ports) => ({
    ...ports,
    counts: { ...ports.counts, fold: (hour, _rules, ids) => ports.counts.fold(hour, [], ids) },
  }),
  'queue: what is pushed is dropped': (ports) => ({ ...ports, queue: { push: () => Promise.resolve() } }),
  'clock: an hour ahead in half of the processes': (ports, { id }) => ({
    ...ports,
    clock: { nowMs: () => ports.clock.nowMs() + (id % 2) * HOUR_MS },
  }),
  'invocation: there is always time left': (ports) => ({
    ...ports,
    invocation: { owner: ports.invocation.owner, remainingMs: () => 25_000 },
  }),
  'invocation: all have the same owner': (ports) => ({
    ...ports,
    invocation: { owner: 'everybody', remainingMs: () => ports.invocation.remainingMs() },
  }),
  'settings: never paused': (ports) => ({
    ...ports,
    settings: {
      ...ports.settings,
      get: async () => ({ ...(await ports.settings.get()), paused: false }),
    },
  }),
  'rules: as they were first read': (ports, { world }) => ({
    ...ports,
    rules: {
      ...ports.rules,
      async get(id) {
        const known = firstRead.get(world) ?? new Map<string, StoredRule | undefined>();
        firstRead.set(world, known);
        if (!known.has(id)) known.set(id, await ports.rules.get(id));
        return known.get(id);
      },
    },
  }),
  'confluence: read-back finds nothing': (ports) =>
    withConfluence(ports, {
      findFooterComment: () => Promise.resolve(undefined),
      findReply: () => Promise.resolve(undefined),
      findInlineComment: () => Promise.resolve(undefined),
    }),
  'confluence: read-back finds what is not there': (ports) =>
    withConfluence(ports, { findFooterComment: () => Promise.resolve('1') }),
  'confluence: comments go without their marker': (ports) =>
    withConfluence(ports, {
      addFooterComment: (content, body, as) =>
        ports.confluence.addFooterComment(content, body.replace(MARKER, ''), as),
    }),
};

function withRuns(ports: Ports, change: Partial<RunStore>): Ports {
  return { ...ports, runs: { ...ports.runs, ...change } };
}

function withConfluence(ports: Ports, change: Partial<Confluence>): Ports {
  return { ...ports, confluence: { ...ports.confluence, ...change } };
}

/** Writes whatever the revisions are. */
async function force(changes: Changes, { runs }: Ports): ReturnType<RunStore['commit']> {
  const forced = await Promise.all(
    (changes.runs ?? []).map(async (run) => ({
      ...run,
      revision: ((await runs.get(run.id))?.revision ?? 0) + 1,
    })),
  );
  return runs.commit(forced.length === 0 ? changes : { ...changes, runs: forced });
}

function without(changes: Changes, name: keyof Changes): Changes {
  return { ...changes, [name]: undefined };
}
