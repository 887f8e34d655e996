// One fresh process with the stored index as texts: matches one event, or saves rules, and prints what it took. It loads
// what the app would have loaded, and nothing warms it up.

import { readFileSync } from 'node:fs';
import jsonLogic from 'json-logic-js';
import { touchedKeys, updateShards } from '../../src/core/matching/build-shards';
import { matchParts } from '../../src/core/matching/match-parts';
import { rehearse } from '../../src/core/matching/rehearse';
import { parseShardHead, parseShardPart } from '../../src/core/matching/shard';
import { partKeysOf } from '../../src/core/matching/shard-layout';
import type { ParsedEvent } from '../../src/core/events/event';
import type { RuleChange } from '../../src/core/matching/build-shards';
import type { ShardHead, ShardPart } from '../../src/core/matching/shard';

/** What the benchmark leaves on disk. */
export interface StoredIndex {
  readonly head: string;
  readonly parts: Readonly<Record<string, string>>;
  /** All rules with their conditions, as a reader without an index would load them. */
  readonly whole: string;
  readonly event: ParsedEvent;
  readonly changes: readonly RuleChange[];
}

const [file = '', task = ''] = process.argv.slice(2);
const index = JSON.parse(readFileSync(file, 'utf8')) as StoredIndex;
const CONTEXT = { nowMs: Date.UTC(2026, 0, 1), paused: false, selfCaused: false };

// The garbage of reading the file above is not the event's.
globalThis.gc?.();

const TASKS: Readonly<Record<string, () => unknown>> = {
  match: measureMatch,
  unrehearsed: measureUnrehearsed,
  whole: measureWhole,
  save: measureSaves,
};
console.log(JSON.stringify(TASKS[task]?.()));

/** From the texts that arrived to the matches, after what is done while they are on their way, as in `matchStored`. */
function measureMatch(): { readonly ms: number; readonly matches: number } {
  rehearse(index.event, CONTEXT);
  return measureUnrehearsed();
}

/** The same when nothing could be done before they arrived. */
function measureUnrehearsed(): { readonly ms: number; readonly matches: number } {
  const stop = stopwatch();
  const head = parseShardHead(JSON.parse(index.head)) as ShardHead;
  const matches = matchParts(readParts(partKeysOf(head, index.event)), index.event, CONTEXT);
  return { ms: stop(), matches: matches.length };
}

/** What it costs without an index: all rules parsed, those of the event's type run through json-logic-js. */
function measureWhole(): { readonly ms: number; readonly matches: number } {
  const stop = stopwatch();
  const rules = JSON.parse(index.whole) as readonly (readonly [trigger: string, condition: unknown])[];
  const { type, facts } = index.event;
  const matches = rules.filter(
    ([trigger, condition]) =>
      (trigger === type || trigger === '*') && jsonLogic.apply(condition as never, facts),
  );
  return { ms: stop(), matches: matches.length };
}

/** From the touched parts as texts to the new ones as texts, for each change from the same state. */
function measureSaves(): { readonly ms: readonly number[]; readonly parts: number } {
  const head = parseShardHead(JSON.parse(index.head)) as ShardHead;
  let parts = 0;
  const ms = index.changes.map((change) => {
    const stop = stopwatch();
    const keys = touchedKeys(head, change);
    const update = updateShards(
      head,
      new Map(readParts(keys).map((part, at) => [keys[at] ?? '', part])),
      change,
    );
    const texts = [update?.head, ...(update?.parts.values() ?? [])].map((each) => JSON.stringify(each));
    parts = Math.max(parts, texts.length - 1);
    return stop();
  });
  return { ms, parts };
}

function readParts(keys: readonly string[]): readonly ShardPart[] {
  return keys.map((key) => parseShardPart(JSON.parse(index.parts[key] ?? 'null')) as ShardPart);
}

/** Milliseconds: the smaller of wall clock and processor time, so that a busy machine does not count. */
function stopwatch(): () => number {
  const [wall, cpu] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return Math.min(performance.now() - wall, (user + system) / 1000);
  };
}
