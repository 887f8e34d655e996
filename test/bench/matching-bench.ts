// Runs every contender with every number of rules: set-up, check that all match the same, rounds in turn. It prints
// nothing but progress on stderr.

import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { bundleScript } from './bundle';
import { CONTENDERS } from './contenders';
import type { Checked, Question, Round, SetUp } from './worker';

export interface MatchingResult {
  readonly contender: string;
  readonly rules: number;
  readonly eventsPerSecond: number;
  /** How many times as fast rulewright is: the median of what each round says, because the rounds take turns. */
  readonly rulewrightIsFaster: number | null;
  readonly setupMs: number;
  readonly heapMB: number;
}

export const RULE_COUNTS = [10, 100, 1000, 10_000];
const ROUNDS = 5;
const WARM_UP_MS = 600;
const ROUND_MS = 400;
const CHECK_MS = 2500;

/** Medians of five rounds. Throws when two contenders differ in what matches. */
export async function benchMatching(
  ruleCounts: readonly number[],
  contenders: readonly string[] = Object.keys(CONTENDERS),
): Promise<readonly MatchingResult[]> {
  const script = bundleScript('worker');
  const results: MatchingResult[] = [];
  for (const rules of ruleCounts) results.push(...(await benchSize(script, rules, contenders)));
  return results;
}

async function benchSize(
  script: string,
  rules: number,
  contenders: readonly string[],
): Promise<readonly MatchingResult[]> {
  const workers: { contender: string; worker: ChildProcess; setUp: SetUp; rates: number[] }[] = [];
  try {
    for (const contender of contenders) {
      const worker = startWorker(script, contender, rules);
      workers.push({ contender, worker, setUp: (await answerOf(worker)) as SetUp, rates: [] });
    }
    const checks: (readonly [string, Checked])[] = [];
    for (const { contender, worker } of workers) {
      checks.push([contender, (await ask(worker, { kind: 'check', budgetMs: CHECK_MS })) as Checked]);
    }
    assertSameMatches(rules, checks);
    process.stderr.write(
      `${rules} rules: the same matches, ${checks[0]?.[1].matchesPerEvent.toFixed(2)} an event\n`,
    );
    for (const { worker } of workers) await ask(worker, { kind: 'round', budgetMs: WARM_UP_MS });
    for (let round = 0; round < ROUNDS; round++) {
      for (const { worker, rates } of workers) {
        rates.push(((await ask(worker, { kind: 'round', budgetMs: ROUND_MS })) as Round).eventsPerSecond);
      }
    }
    const own = workers.find(({ contender }) => contender === 'rulewright')?.rates;
    return workers.map(({ contender, setUp, rates }) => {
      const times = own?.map((rate, round) => rate / (rates[round] ?? Number.NaN));
      const rulewrightIsFaster = times === undefined ? null : median(times);
      return { contender, rules, eventsPerSecond: median(rates), rulewrightIsFaster, ...setUp };
    });
  } finally {
    for (const { worker } of workers) worker.disconnect();
  }
}

function startWorker(script: string, contender: string, rules: number): ChildProcess {
  return fork(script, [contender, String(rules)], { execArgv: ['--expose-gc'] });
}

function ask(worker: ChildProcess, question: Question): Promise<unknown> {
  worker.send(question);
  return answerOf(worker);
}

function answerOf(worker: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null): void =>
      reject(new Error(`Failed to measure: the process ended with ${code}.`));
    worker.once('exit', onExit);
    worker.once('message', (message) => {
      worker.off('exit', onExit);
      resolve(message);
    });
  });
}

/** Compares at the furthest event count that each contender reached with the first contender's. */
function assertSameMatches(rules: number, checks: readonly (readonly [string, Checked])[]): void {
  const [[reference, first] = ['', undefined]] = checks;
  for (const [contender, { hashes }] of checks) {
    const shared = Object.keys(hashes)
      .map(Number)
      .filter((seen) => first?.hashes[seen] !== undefined);
    const differs = shared.find((seen) => hashes[seen] !== first?.hashes[seen]);
    if (shared.length === 0 || differs !== undefined) {
      throw new Error(
        `With ${rules} rules, "${contender}" does not match what "${reference}" matches in the first ${differs ?? 0} events.`,
      );
    }
  }
}

/** The middle value. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
