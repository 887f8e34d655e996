// The proof over as many pairs as wanted: `tsx test/core/matching/prove-many.ts --pairs=100000000 --seed=1`. It prints
// its progress, and ends with 1 when an answer differs.

import { prove } from './prove';

const option = (name: string, otherwise: number): number => {
  const given = process.argv.find((arg) => arg.startsWith(`--${name}=`));
  return given === undefined ? otherwise : Number(given.slice(name.length + 3));
};

const PROGRESS_EVERY = 5_000_000;
const pairs = option('pairs', 100_000_000);
const seed = option('seed', 1);
const started = performance.now();
let announced = 0;
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const seconds = (): string => `${((performance.now() - started) / 1000).toFixed(0)} s`;

const proof = prove(seed, pairs, (done) => {
  if (done < announced + PROGRESS_EVERY) return;
  announced = done;
  say(`${done.toLocaleString('en')} pairs in ${seconds()}`);
});
const cpuSeconds = process.cpuUsage().user / 1e6;
say(
  `${proof.pairs.toLocaleString('en')} pairs in ${seconds()} (${cpuSeconds.toFixed(0)} s of processor time), seed ${seed}: ` +
    `${proof.matches.toLocaleString('en')} matches, ${proof.errors.toLocaleString('en')} errors, ${proof.differences.length} differences`,
);
for (const difference of proof.differences) say(difference);
process.exitCode = proof.differences.length === 0 ? 0 : 1;
