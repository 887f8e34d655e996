// Rules, their earlier versions, the change log and imports in memory, as the adapters over KVS keep them: a commit
// holds whole or not at all.

/* eslint-disable @typescript-eslint/require-await -- the ports answer with promises, and memory has nothing to wait for */

import { MAX_VERSIONS } from '../../src/core/history-ports';
import { KVS_LIMITS } from '../../src/core/limits';
import { err, ok } from '../../src/core/result';
import { operationsOf } from '../../src/core/rules/rule-writes';
import type { ChangeRecord } from '../../src/core/history/change-record';
import type { HistoryStore } from '../../src/core/history-ports';
import type { ImportJob, ImportStore } from '../../src/core/import/import-job';
import type { RuleStore, RuleWrite } from '../../src/core/ports';
import type { StoredRule } from '../../src/core/rules/rule';

export interface MemoryRules {
  readonly rules: RuleStore;
  readonly history: HistoryStore;
  readonly imports: ImportStore;
  readonly stored: Map<string, StoredRule>;
  readonly changes: ChangeRecord[];
  readonly jobs: Map<string, ImportJob>;
  /** Commits fail after so many more, as if the process died. */
  commitsLeft: number;
}

export function createMemoryRules(): MemoryRules {
  const stored = new Map<string, StoredRule>();
  const earlier = new Map<string, StoredRule>();
  const deleted = new Map<string, number>();
  const changes: ChangeRecord[] = [];
  const jobs = new Map<string, ImportJob>();
  const texts = new Map<string, string>();
  const slices = new Map<string, string>();
  let generation = 0;

  const isAsRead = ({ before, after }: RuleWrite) =>
    stored.get((after ?? before).rule.id)?.version === before?.version;
  const isNext = (job: ImportJob) => (jobs.get(job.id)?.revision ?? 0) === job.revision - 1;

  const memory: MemoryRules = {
    stored,
    changes,
    jobs,
    commitsLeft: Infinity,
    rules: {
      get: async (id) => stored.get(id),
      list: async () => ({ items: [...stored.values()] }),
      all: async () => [...stored.values()],
      snapshot: async () => [...stored.values()],
      generation: async () => String(generation),
      markIndexed: async () => undefined,
      isIndexed: async () => true,
      async commit(writes, { change, job } = {}) {
        if (memory.commitsLeft-- <= 0) throw new Error('The process died.');
        const operations = writes.reduce((sum, write) => sum + operationsOf(write), 0) + 3;
        if (operations > KVS_LIMITS.MAX_TRANSACTION_OPERATIONS) throw new Error('Too many operations.');
        if (!writes.every(isAsRead) || (job !== undefined && !isNext(job))) return err('conflict');
        for (const { before, after } of writes) {
          if (before !== undefined) {
            earlier.set(`${before.rule.id}:${before.version}`, before);
            earlier.delete(`${before.rule.id}:${before.version - MAX_VERSIONS}`);
          }
          if (after !== undefined) stored.set(after.rule.id, after);
          else if (before !== undefined) {
            stored.delete(before.rule.id);
            deleted.set(before.rule.id, before.version);
          }
        }
        if (change !== undefined) changes.unshift(change);
        if (job !== undefined) jobs.set(job.id, job);
        generation += 1;
        return ok(undefined);
      },
    },
    history: {
      version: async (rule, version) => earlier.get(`${rule}:${version}`),
      async versions({ rule, cursor, limit }) {
        const found = [...earlier.values()]
          .filter((each) => each.rule.id === rule)
          .sort((a, b) => b.version - a.version);
        return page(found, cursor, limit);
      },
      deletedVersions: async (rules) =>
        new Map(rules.flatMap((rule) => (deleted.has(rule) ? [[rule, deleted.get(rule)!]] : []))),
      changes: async ({ rule, cursor, limit }) =>
        page(
          changes.filter((change) => rule === undefined || change.rule?.id === rule),
          cursor,
          limit,
        ),
      note: async (change) => void changes.unshift(change),
    },
    imports: {
      putText: async (id, part, text) => void texts.set(`${id}:${part}`, text),
      getText: async (id, part) => texts.get(`${id}:${part}`),
      putSlice: async (id, slice, writes) => void slices.set(`${id}:${slice}`, JSON.stringify(writes)),
      async getSlice(id, slice) {
        const text = slices.get(`${id}:${slice}`);
        return text === undefined ? undefined : JSON.parse(text);
      },
      get: async (id) => jobs.get(id),
      async put(job) {
        if (!isNext(job)) return err('conflict');
        jobs.set(job.id, job);
        return ok(undefined);
      },
      listOpen: async () => [...jobs.values()].filter(({ state }) => state !== 'done' && state !== 'undone'),
    },
  };
  return memory;
}

function page<T>(items: readonly T[], cursor: string | undefined, limit: number) {
  const start = Number(cursor ?? 0);
  const shown = items.slice(start, start + limit);
  return start + limit < items.length ? { items: shown, cursor: String(start + limit) } : { items: shown };
}
