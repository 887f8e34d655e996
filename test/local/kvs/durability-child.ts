// Saves a thousand values through the real @forge/kvs and prints the number of each one acknowledged.
// durability.test.ts kills it in the middle.

import { writeSync } from 'node:fs';
import { kvs } from '@forge/kvs';
import { openBench, wire } from './harness';

const STANDARD_OUTPUT = 1;
const [, , dir, round] = process.argv;
const bench = openBench({}, dir);
wire(bench.kvs);
for (let at = 0; at < 1000; at += 1) {
  await kvs.set(`rule:${round ?? ''}:${at}`, { round, at, filler: 'x'.repeat(at) });
  // Synchronous, so that no acknowledgement is lost in a buffer.
  writeSync(STANDARD_OUTPUT, `${at}\n`);
}
