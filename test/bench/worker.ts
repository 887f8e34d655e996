// One contender with one number of rules, in a process of its own: prepares, then answers the benchmark's questions.
// It must not know the other contenders.

import { CONTENDERS } from './contenders';
import { makeEvents, makeRules } from './workload';
import type { Prepared } from './contenders';
import type { ParsedEvent } from '../../src/core/events/event';

/** What the benchmark asks. */
export type Question =
  | { readonly kind: 'check'; readonly budgetMs: number }
  | { readonly kind: 'round'; readonly budgetMs: number };

export interface SetUp {
  readonly setupMs: number;
  readonly heapMB: number;
}
export interface Checked {
  /** A running hash of what matched, by the number of events seen. */
  readonly hashes: Readonly<Record<number, number>>;
  readonly matchesPerEvent: number;
}
export interface Round {
  readonly eventsPerSecond: number;
  readonly matches: number;
}

/** Events that all contenders must agree on. */
const EVENTS = 20_000;

/**
 * Events of which the rounds go through the first, over and over: they fit into the processor's caches, where an event is
 * that has just been parsed. With all of them it is mostly waiting for memory that is measured, and contenders come closer.
 */
const TIMED_EVENTS = 2000;

const CHECKPOINTS = [4, 12, 24, 60, 150, 500, 2000, 8000, 20_000];
/** Between looks at the clock; slow contenders look after each event. */
const SLICE = 64;

const [contender = '', ruleCount = '0'] = process.argv.slice(2);
const prepare = CONTENDERS[contender];
if (prepare === undefined) throw new Error(`Failed to find the contender "${contender}".`);

const rules = makeRules(Number(ruleCount));
const events = makeEvents(EVENTS);
const collect = globalThis.gc ?? (() => undefined);
collect();
const heapBefore = process.memoryUsage().heapUsed + process.memoryUsage().external;
const cpuBefore = cpuMs();
const before = performance.now();
const prepared = await prepare(rules);
const firstOfType = new Map(events.map((event) => [event.type, event]));
// What is built on first use counts as set-up: each event type once.
if (contender === 'rulewright') for (const event of firstOfType.values()) prepared.match(event);
const setupMs = Math.min(performance.now() - before, cpuMs() - cpuBefore);
collect();
const heapMB = (process.memoryUsage().heapUsed + process.memoryUsage().external - heapBefore) / 1e6;

process.on('message', (question: Question) => {
  void answer(question).then((reply) => process.send?.(reply));
});
process.send?.({ setupMs, heapMB } satisfies SetUp);

async function answer(question: Question): Promise<Checked | Round> {
  return question.kind === 'check' ? check(prepared, question.budgetMs) : round(prepared, question.budgetMs);
}

/** Processor time of this process. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function check({ match, positions }: Prepared, budgetMs: number): Promise<Checked> {
  const hashes: Record<number, number> = {};
  const started = performance.now();
  let [hash, seen, matches] = [0, 0, 0];
  for (const event of events) {
    for (const position of positions(await match(event))) {
      hash = (Math.imul(hash, 31) + position + 1) | 0;
      matches++;
    }
    hash = (Math.imul(hash, 31) - 1) | 0;
    seen++;
    if (CHECKPOINTS.includes(seen)) hashes[seen] = hash;
    if (performance.now() - started > budgetMs && seen >= (CHECKPOINTS[0] ?? 0)) break;
  }
  return { hashes, matchesPerEvent: matches / seen };
}

let next = 0;

/** The part of a round that comes first and does not count: others had the processor and its caches in between. */
const WARM_UP_SHARE = 0.25;

/**
 * Events a second over about `budgetMs`. The time is the smaller of wall clock and processor time of the process:
 * waiting for a busy machine does not count, and neither do helper threads beyond the wall clock.
 */
async function round({ match }: Prepared, budgetMs: number): Promise<Round> {
  collect();
  const isAsync = match(events[0] as ParsedEvent) instanceof Promise;
  await matchFor(match, isAsync, budgetMs * WARM_UP_SHARE);
  return matchFor(match, isAsync, budgetMs);
}

async function matchFor(match: Prepared['match'], isAsync: boolean, budgetMs: number): Promise<Round> {
  const [started, startedCpu] = [performance.now(), cpuMs()];
  let [seen, elapsed, matches] = [0, 0, 0];
  do {
    if (isAsync) {
      await match(nextEvent());
      seen++;
    } else {
      const wanted = elapsed === 0 ? 1 : SLICE;
      for (let index = 0; index < wanted; index++)
        matches += (match(nextEvent()) as { length: number }).length;
      seen += wanted;
    }
    elapsed = performance.now() - started;
  } while (elapsed < budgetMs);
  const measured = Math.min(elapsed, cpuMs() - startedCpu);
  // Counting the matches keeps an engine from leaving work undone unnoticed.
  return { eventsPerSecond: (seen / measured) * 1000, matches };
}

function nextEvent(): ParsedEvent {
  if (next === TIMED_EVENTS) next = 0;
  return events[next++] as ParsedEvent;
}
