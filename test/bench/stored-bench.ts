// The stored index: what one event costs a fresh process, how much it reads, and what saving one rule costs.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KVS_LIMITS } from '../../src/core/limits';
import { buildShards } from '../../src/core/matching/build-shards';
import { partKeysOf } from '../../src/core/matching/shard-layout';
import { bundleScript } from './bundle';
import { median } from './matching-bench';
import { makeEvents, makeRules, wholeCondition } from './workload';
import type { RuleChange, ShardChange } from '../../src/core/matching/build-shards';
import type { ParsedEvent } from '../../src/core/events/event';
import type { StoredIndex } from './stored-worker';

export interface ColdResult {
  readonly rules: number;
  /** From the bytes to the matches, in a process that has matched nothing yet; median. */
  readonly ms: number;
  /** The same in a process that did not rehearse while the bytes were on their way. */
  readonly unrehearsedMs: number;
  /** The same without an index: all rules parsed, those of the event's type run through json-logic-js. */
  readonly withoutIndexMs: number;
  readonly matches: number;
  /** Of 10 KB, the head included, for that event; and the most that any event needs. */
  readonly readUnits: number;
  readonly largestReadUnits: number;
  readonly buildMs: number;
}

export interface SaveResult {
  readonly rules: number;
  /** Processor time for the first saved rule of a fresh process, and the median of the following ones. */
  readonly firstMs: number;
  readonly ms: number;
  /** The most parts that one rule of the sample rewrites, beside the head. */
  readonly parts: number;
}

const PROCESSES = 9;
const SAVES = 25;
const TYPE = 'avi:confluence:updated:page';

/** Measures both for `count` rules. */
export function benchStored(count: number): { readonly cold: ColdResult; readonly save: SaveResult } {
  const rules = makeRules(count);
  const started = process.cpuUsage();
  const built = buildShards(rules);
  const buildMs = process.cpuUsage(started).user / 1000;
  const events = makeEvents(2000);
  const event = events.find(({ type }) => type === TYPE) as ParsedEvent;
  const step = Math.floor(rules.length / SAVES);
  const changes = Array.from({ length: SAVES }, (_none, index): RuleChange => {
    const before = rules[index * step];
    return before === undefined
      ? { before, after: before }
      : {
          before,
          after: { ...before, version: 2, rule: { ...before.rule, if: { '!': [before.rule.if ?? true] } } },
        };
  });
  const folder = mkdtempSync(join(tmpdir(), 'rulewright-bench-'));
  try {
    const file = join(folder, 'index.json');
    const index: StoredIndex = {
      head: JSON.stringify(built.head),
      parts: Object.fromEntries([...built.parts].map(([key, part]) => [key, JSON.stringify(part)])),
      whole: JSON.stringify(rules.map((stored) => [stored.rule.when[0], wholeCondition(stored)])),
      event,
      changes,
    };
    writeFileSync(file, JSON.stringify(index));
    const worker = bundleScript('stored-worker');
    const run = (task: string): unknown =>
      JSON.parse(execFileSync(process.execPath, ['--expose-gc', worker, file, task], { encoding: 'utf8' }));
    const colds = Array.from({ length: PROCESSES }, () => run('match') as { ms: number; matches: number });
    const unrehearsed = Array.from({ length: PROCESSES }, () => run('unrehearsed') as { ms: number });
    const wholes = Array.from({ length: PROCESSES }, () => run('whole') as { ms: number; matches: number });
    if (wholes[0]?.matches !== colds[0]?.matches)
      throw new Error('The stored index does not match what json-logic-js matches.');
    const saves = Array.from({ length: 3 }, () => run('save') as { ms: number[]; parts: number });
    return {
      cold: {
        rules: count,
        ms: median(colds.map(({ ms }) => ms)),
        unrehearsedMs: median(unrehearsed.map(({ ms }) => ms)),
        withoutIndexMs: median(wholes.map(({ ms }) => ms)),
        matches: colds[0]?.matches ?? 0,
        readUnits: unitsFor(built, event),
        largestReadUnits: Math.max(...events.map((each) => unitsFor(built, each))),
        buildMs,
      },
      save: {
        rules: count,
        firstMs: median(saves.map(({ ms }) => ms[0] ?? 0)),
        ms: median(saves.flatMap(({ ms }) => ms.slice(1))),
        parts: Math.max(...saves.map(({ parts }) => parts)),
      },
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function unitsFor({ head, parts }: ShardChange, event: ParsedEvent): number {
  const units = (value: unknown): number =>
    Math.ceil(Buffer.byteLength(JSON.stringify(value)) / KVS_LIMITS.UNIT_BYTES);
  return partKeysOf(head, event).reduce((sum, key) => sum + units(parts.get(key)), units(head));
}
