// Everything the engine needs, as Forge gives it. Time comes in through clock.ts, chance here, and nowhere else.

import { getAppContext } from '@forge/api';
import { clock } from './clock';
import { confluence } from './confluence/confluence';
import { fieldSource } from './confluence/fields/field-source';
import { exchanges } from './exchange-log';
import { countStore } from './kvs/count-store';
import { historyStore } from './kvs/history-store';
import { importStore } from './kvs/import-store';
import { search } from './confluence/search';
import { connectionStore } from './kvs/connection-store';
import { indexStore } from './kvs/index-store';
import { ruleStore } from './kvs/rule-store';
import { runStore } from './kvs/run-store';
import { settingsStore } from './kvs/settings-store';
import { log } from './log';
import { runQueue } from './run-queue';
import { webhooks } from './webhooks';
import type { Ports } from '../core/ports';

/** The ports of the invocation that this is called in. */
export function createPorts(): Ports {
  const owner = crypto.randomUUID();
  return {
    ...SHARED,
    invocation: { owner, remainingMs: () => getAppContext().invocationRemainingTimeInMillis() },
  };
}

const SHARED: Omit<Ports, 'invocation'> = {
  clock,
  random: { next: () => Math.random() },
  confluence,
  fields: fieldSource,
  search,
  webhooks,
  exchanges,
  connections: connectionStore,
  rules: ruleStore,
  history: historyStore,
  imports: importStore,
  index: indexStore,
  runs: runStore,
  queue: runQueue,
  counts: countStore,
  settings: settingsStore,
  log,
};
