// In-memory ports for tests of the engine: what they were asked to do is there to be looked at. Faults are scripted.

import { FailureError } from '../../src/core/failure';
import { DEFAULT_SETTINGS } from '../../src/core/admin/settings';
import { asIndexed } from '../../src/core/fields/relax-condition';
import { buildShards } from '../../src/core/matching/build-shards';
import { err, ok } from '../../src/core/result';
import { createMemoryShardStore } from './memory-shard-store';
import { createFakeContent } from './fake-content';
import type { Failure } from '../../src/core/failure';
import type { JsonValue } from '../../src/core/json';
import type { Actor, Confluence, EventRecord, Ports } from '../../src/core/ports';
import type { Settings } from '../../src/core/admin/settings';
import type { StoredRule } from '../../src/core/rules/rule';
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

export interface FakePorts extends Ports {
  readonly effects: Effect[];
  readonly faults: Fault[];
  /** Values of the fields that no event carries, by path, or why they cannot be read. Others have no value. */
  readonly fieldValues: Map<string, JsonValue | Failure>;
  /** The paths of each time that fields were asked for. */
  readonly fieldReads: (readonly string[])[];
  readonly stored: {
    readonly runs: Map<string, Run>;
    readonly events: Map<string, EventRecord>;
    readonly rules: Map<string, StoredRule>;
  };
  readonly pushed: { readonly runs: readonly string[]; readonly delaySeconds: number }[];
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
  const stored = {
    runs: new Map<string, Run>(),
    events: new Map<string, EventRecord>(),
    rules: new Map<string, StoredRule>(),
  };
  const pushed: FakePorts['pushed'] = [];

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
    appAccountId: () => Promise.resolve(APP_ACCOUNT),
  };

  const index = createMemoryShardStore();
  const ports: FakePorts = {
    effects,
    faults,
    fieldValues,
    fieldReads,
    stored,
    pushed,
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
    index: index.store,
    rules: {
      get: (id) => Promise.resolve(stored.rules.get(id)),
      list: () => Promise.resolve({ items: [...stored.rules.values()] }),
      all: () => Promise.resolve([...stored.rules.values()]),
      generation: () => Promise.resolve(''),
      markIndexed: () => Promise.resolve(),
      isIndexed: () => Promise.resolve(true),
      snapshot: () => Promise.resolve([...stored.rules.values()]),
      put(each, expectedVersion) {
        if ((stored.rules.get(each.rule.id)?.version ?? 0) !== expectedVersion)
          return Promise.resolve(err('conflict' as const));
        stored.rules.set(each.rule.id, each);
        return Promise.resolve(ok(undefined));
      },
      delete: (id) => Promise.resolve(void stored.rules.delete(id)),
    },
    runs: {
      claimEvent(record) {
        if (stored.events.has(record.eventKey)) return Promise.resolve(false);
        stored.events.set(record.eventKey, record);
        return Promise.resolve(true);
      },
      getEvent: (key) => Promise.resolve(stored.events.get(key)),
      get: (id) => Promise.resolve(stored.runs.get(id)),
      // As a store does: what was put in does not change with the object.
      put: (run) => Promise.resolve(void stored.runs.set(run.id, structuredClone(run))),
      list: ({ rule, eventKey, outcome, limit }) =>
        Promise.resolve({
          items: [...stored.runs.values()]
            .filter(
              (run) =>
                (rule ?? run.rule) === run.rule &&
                (eventKey ?? run.eventKey) === run.eventKey &&
                (outcome ?? run.outcome) === run.outcome,
            )
            .sort((a, b) => b.startedAt.localeCompare(a.startedAt))
            .slice(0, limit),
        }),
    },
    queue: { push: (runs, delaySeconds) => Promise.resolve(void pushed.push({ runs, delaySeconds })) },
    settings: {
      get: () => Promise.resolve(ports.settingsNow),
      put: (settings) => Promise.resolve(void (ports.settingsNow = settings)),
    },
    log: { info: () => undefined, error: () => undefined },
  };
  return ports;
}

function isFailure(value: JsonValue | Failure | undefined): value is Failure {
  return typeof value === 'object' && value !== null && 'retryable' in value;
}
