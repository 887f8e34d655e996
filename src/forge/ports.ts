// Everything the engine needs, as Forge gives it. Time comes in through clock.ts, chance here, and nowhere else.

import { clock } from './clock';
import { confluence } from './confluence/confluence';
import { fieldSource } from './confluence/fields/field-source';
import { indexStore } from './kvs/index-store';
import { ruleStore } from './kvs/rule-store';
import { runStore } from './kvs/run-store';
import { settingsStore } from './kvs/settings-store';
import { log } from './log';
import { runQueue } from './run-queue';
import type { Ports } from '../core/ports';

export const ports: Ports = {
  clock,
  random: { next: () => Math.random() },
  confluence,
  fields: fieldSource,
  rules: ruleStore,
  index: indexStore,
  runs: runStore,
  queue: runQueue,
  settings: settingsStore,
  log,
};
