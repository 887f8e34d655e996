// `npm run simulate`: worlds by the thousand around the real engine, and what became of them. Exits 1 when anything was
// wrong. See docs/reliability.md.

import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { missingFaults, recoverySeconds } from './batch/batch';
import { bundle } from './batch/build';
import { runKept } from './batch/keep';
import { runSeedRange } from './batch/pool';
import { checkMutations } from './mutations/check-mutations';
import { printSeed } from './report/print-seed';
import { sayMutations, saySeeds, saySystematic, toJson } from './report/report';
import { enumerate } from './systematic/enumerate';
import type { Outcome } from './report/report';

/** Seeds of the control, and of the proof that a seed gives the same trace twice. */
const CONTROL_SEEDS = 10_000;
const TWICE_SEEDS = 1000;

/** From so many seeds on, every kind of fault must have happened, and recovery is judged. */
const ENOUGH_SEEDS = 20_000;

/** After the last fault, 99 of 100 events have to be at rest within so many seconds. */
const RECOVERY_P99_SECONDS = 900;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    seed: { type: 'string' },
    workers: { type: 'string' },
    keep: { type: 'string' },
    systematic: { type: 'boolean', default: false },
    pairs: { type: 'string', default: 'all' },
    mutations: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

process.exitCode = (await main()) ? 0 : 1;

async function main(): Promise<boolean> {
  const from = wholeNumber('seed', values.seed, 1);
  if (values.seed !== undefined && values.seeds === undefined && !values.json) return printSeed(from);
  const asked = wholeNumber('seeds', values.seeds, values.systematic || values.mutations ? 0 : 1000);
  const workers = wholeNumber('workers', values.workers, availableParallelism());
  const say = values.json ? () => undefined : (text: string) => console.log(text);
  const started = performance.now();
  const file = await bundle('batch/worker.ts', 'engine');
  const outcome: { -readonly [K in keyof Outcome]: Outcome[K] } = {};
  if (asked > 0) {
    const batch =
      values.keep === undefined
        ? await runSeedRange(file, workers, from, asked, 'ours', progress())
        : await runKept(values.keep, file, workers, from, asked, progress());
    const seconds = (performance.now() - started) / 1000;
    const twice = Math.min(TWICE_SEEDS, asked);
    const [once, again] = [
      await runSeedRange(file, workers, from, twice, 'ours'),
      await runSeedRange(file, workers, from, twice, 'ours'),
    ];
    const control = await runSeedRange(file, workers, from, Math.min(CONTROL_SEEDS, asked), 'naive');
    const missing = asked >= ENOUGH_SEEDS ? missingFaults(batch) : [];
    outcome.seeds = { batch, seconds, control, missing, sameTwice: once.hash === again.hash, twice };
    say(saySeeds(outcome.seeds));
  }
  if (values.systematic) {
    const paired = values.pairs.split(',');
    const pairsOf = (action: string): boolean => paired.includes('all') || paired.includes(action);
    outcome.systematic = await enumerate(file, workers, pairsOf);
    say(saySystematic(outcome.systematic));
  }
  if (values.mutations) {
    outcome.mutations = await checkMutations(workers);
    say(sayMutations(outcome.mutations));
  }
  if (values.json) console.log(JSON.stringify(toJson(outcome), undefined, 2));
  return isGood(outcome);
}

function isGood({ seeds, systematic, mutations }: Outcome): boolean {
  return (
    (seeds === undefined || areGood(seeds)) &&
    (systematic === undefined || systematic.violations.length === 0) &&
    (mutations === undefined || mutations.every(({ seed }) => seed !== undefined))
  );
}

function areGood({ batch, missing, sameTwice }: NonNullable<Outcome['seeds']>): boolean {
  const isSlow = recoverySeconds(batch, 0.99) > RECOVERY_P99_SECONDS && batch.seeds >= ENOUGH_SEEDS;
  return batch.violated === 0 && missing.length === 0 && sameTwice && !isSlow;
}

/** A line on the way for people who wait. */
function progress(): (batch: { readonly seeds: number; readonly violated: number }) => void {
  let next = performance.now() + 10_000;
  return ({ seeds, violated }) => {
    if (values.json || performance.now() < next) return;
    next = performance.now() + 10_000;
    console.error(`${seeds} seeds, ${violated} with a violation`);
  };
}

function wholeNumber(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  console.error(`Failed to read --${name}: expected a whole number, got "${text}".`);
  process.exit(1);
}
