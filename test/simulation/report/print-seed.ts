// One seed with everything that happened in it, to be read.

import { OURS } from '../engine/ours';
import { runSeed } from '../run/run-seed';

/** Prints the trace and what was wrong; answers whether nothing was. */
export async function printSeed(seed: number): Promise<boolean> {
  const result = await runSeed(seed, OURS, { readable: true });
  for (const line of result.lines ?? []) console.log(line);
  console.log(`\nSeed ${seed}, trace ${result.hash}, ${result.calls} calls.`);
  for (const { invariant, detail } of result.violations) console.log(`Violation of ${invariant}: ${detail}.`);
  if (result.violations.length === 0) console.log('No violation.');
  return result.violations.length === 0;
}
