// In-memory ports for tests of the engine: what they were asked to do is there to be looked at. Faults are scripted.

import { FailureError } from '../../src/core/failure';
import { DEFAULT_SETTINGS } from '../../src/core/admin/settings';
import { asIndexed } from '../../src/core/fields/relax-condition';
import { buildShards } from '../../src/core/matching/build-shards';
import { err, ok } from '../../src/core/result';
import { originOf } from '../../src/core/webhooks/webhook-address';
import { createMemoryRules } from './memory-rule-store';
import { createMemoryShardStore } from './memory-shard-store';
import { createFakeContent } from './fake-content';
import type { MemoryRules } from './memory-rule-store';
import type { Failure } from '../../src/core/failure';
import type { QuotaReport } from '../../src/core/http/rate-limit-headers';
import type { JsonValue } from '../../src/core/json';
import { createMemoryRunStore } from './memory-run-store';
import type { Actor, Confluence, Ports } from '../../src/core/ports';
import type { Invocation } from '../../src/core/run-ports';
import type { Connection, FoundContent } from '../../src/core/outgoing-ports';
import type { Settings } from '../../src/core/admin/settings';
import type { StoredRule } from '../../src/core/rules/rule';
import type { RuleCounts } from '../../src/core/runs/rule-counts';
import type { HourCounts, Tally } from '../../src/core/runs/counts';
import type { EchoRecord } from '../../src/core/runs/echo';
import type { EventRecord } from '../../src/core/runs/event-record';
import type { Run } from '../../src/core/runs/run';

const APP_ACCOUNT = 'app-account';

/** One thing done to the pretended Confluence. */
export interface Effect {
  readonly what: string;
  readonly target: string;
  readonly as: Actor;
  readonly value: string;
}

/** What the next calls of Confluence do instead of working: fail before, or fail after, having had the effect. */
export interface Fault {
  readonly failure: Failure;
  readonly afterEffect?: boolean;
}

export interface FakePorts extends Omit<Ports, 'invocation'> {
  readonly effects: Effect[];
  readonly faults: Fault[];
  /** Values of the fields that no event carries, by path, or why they cannot be read. Others have no value. */
  readonly fieldValues: Map<string, JsonValue | Failure>;
  /** The paths of each time that fields were asked for. */
  readonly fieldReads: (readonly string[])[];
  readonly stored: {
    readonly runs: Map<string, Run>;
    readonly events: Map<string, EventRecord>;
    readonly echoes: Map<string, EchoRecord>;
    /** Holders by key. */
    readonly locks: Map<string, string>;
    readonly tallies: Map<string, Tally>;
    readonly hours: Map<string, HourCounts>;
    readonly ruleCounts: Map<string, RuleCounts>;
    readonly rules: Map<string, StoredRule>;
  };
  readonly pushed: {
    readonly runs: readonly string[];
    readonly delaySeconds: number;
    readonly concurrency?: { readonly key: string; readonly limit: number };
  }[];
  invocation: Invocation;
  /** What is left of every invocation. */
  remainingMs: number;
  /** From now on, another invocation asks. */
  newInvocation(): void;
  readonly memoryRules: MemoryRules;
  /** The queries of each search. */
  readonly searches: string[];
  /** What a search finds, or why it fails. */
  found: readonly FoundContent[] | Failure;
  /** What Confluence has said of the app's quota. */
  quota: QuotaReport | undefined;
  settingsNow: Settings;
  nowMs: number;
  advance(seconds: number): void;
  setRules(...rules: StoredRule[]): void;
}

export function createFakePorts(): FakePorts {
  const effects: Effect[] = [];
  const faults: Fault[] = [];
  const fieldValues: FakePorts['fieldValues'] = new Map();
  const fieldReads: FakePorts['fieldReads'] = [];
  const memory = createMemoryRunStore();
  const { runs, events, echoes, locks, tallies, hours, ruleCounts } = memory;
  const memoryRules = createMemoryRules();
  const stored = { runs, events, echoes, locks, tallies, hours, ruleCounts, rules: memoryRules.stored };
  const pushed: FakePorts['pushed'] = [];
  let owners = 1;
  const searches: string[] = [];
  const connections = new Map<string, Connection>();

  const act = (effect: Effect): Promise<void> => {
    const fault = faults.shift();
    if (fault === undefined || fault.afterEffect === true) effects.push(effect);
    return fault === undefined ? Promise.resolve() : Promise.reject(new FailureError(fault.failure));
  };

  const confluence: Confluence = {
    addContentLabels: (content, labels, as) =>
      act({ what: 'label.add', target: content.id, as, value: labels.join(',') }),
    removeContentLabel: (content, label, as) =>
      act({ what: 'label.remove', target: content.id, as, value: label }),
    addSpaceLabels: (key, labels, as) => act({ what: 'label.add', target: key, as, value: labels.join(',') }),
    removeSpaceLabel: (key, label, as) => act({ what: 'label.remove', target: key, as, value: label }),
    async addFooterComment(content, body, as) {
      await act({ what: 'comment.add', target: content.id, as, value: body });
      return { commentId: String(effects.length) };
    },
    findFooterComment: (content, marker) =>
      Promise.resolve(
        effects
          .find(
            ({ what, target, value }) =>
              what === 'comment.add' && target === content.id && value.includes(marker),
          )
          ?.value.slice(0, 3),
      ),
    ...createFakeContent(act),
    tryActingAs: () => Promise.resolve(),
    appAccountId: () => Promise.resolve(APP_ACCOUNT),
    quotaHeard: () => ports.quota,
  };

  const index = createMemoryShardStore();
  const ports: FakePorts = {
    effects,
    faults,
    fieldValues,
    fieldReads,
    stored,
    pushed,
    searches,
    found: [],
    quota: undefined,
    settingsNow: DEFAULT_SETTINGS,
    nowMs: Date.parse('2026-01-05T10:00:00.000Z'),
    advance: (seconds) => (ports.nowMs += seconds * 1000),
    setRules(...rules) {
      for (const each of rules) stored.rules.set(each.rule.id, each);
      const { head, parts } = buildShards([...stored.rules.values()].map(asIndexed));
      for (const [key, part] of parts) index.values.set(key, JSON.stringify(part));
      index.values.set('head', JSON.stringify(head));
    },
    clock: { nowMs: () => ports.nowMs },
    random: { next: () => 1 },
    invocation: { owner: 'owner-1', remainingMs: () => ports.remainingMs },
    remainingMs: 25_000,
    newInvocation: () => (ports.invocation = { ...ports.invocation, owner: `owner-${(owners += 1)}` }),
    confluence,
    fields: {
      fetch(paths) {
        fieldReads.push(paths);
        return Promise.resolve(
          new Map(
            paths.map((path) => {
              const value = fieldValues.get(path);
              return [path, isFailure(value) ? err(value) : ok(value)];
            }),
          ),
        );
      },
    },
    search: {
      find(cql, limit) {
        searches.push(cql);
        return isFailure(ports.found)
          ? Promise.reject(new FailureError(ports.found))
          : Promise.resolve(ports.found.slice(0, limit));
      },
    },
    connections: {
      list: () =>
        Promise.resolve(
          [...connections.values()].map(({ name, url, secret }) => ({
            name,
            origin: originOf(url) ?? '',
            signed: secret !== undefined,
          })),
        ),
      get: (name) => Promise.resolve(connections.get(name)),
      put: (each) => Promise.resolve(void connections.set(each.name, each)),
      delete: (name) => Promise.resolve(void connections.delete(name)),
    },
    webhooks: {
      connection: (name) => Promise.resolve(connections.get(name)),
      post: (request) =>
        act({ what: 'post', target: request.url, as: { kind: 'app' }, value: JSON.stringify(request) }),
    },
    index: index.store,
    rules: memoryRules.rules,
    history: memoryRules.history,
    imports: memoryRules.imports,
    memoryRules,
    runs: memory.store,
    counts: memory.counts,
    queue: {
      push: (ids, delaySeconds, concurrency) => {
        pushed.push({ runs: ids, delaySeconds, ...(concurrency === undefined ? {} : { concurrency }) });
        return Promise.resolve();
      },
    },
    settings: {
      get: () => Promise.resolve(ports.settingsNow),
      put: (settings) => Promise.resolve(void (ports.settingsNow = settings)),
    },
    log: { info: () => undefined, error: () => undefined },
  };
  return ports;
}

function isFailure(value: unknown): value is Failure {
  return typeof value === 'object' && value !== null && 'retryable' in value;
}
