// What was acknowledged is there after the process was killed in the middle of writing.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openBench } from './harness';

const CHILD = fileURLToPath(new URL('durability-child.ts', import.meta.url));
const ROUNDS = 4;
/** Each kill comes after another number of acknowledgements, and then some random time within a write. */
const ACKNOWLEDGED_BEFORE_KILL = [1, 150, 400, 700];
const MAX_DELAY_MS = 15;

async function saveUntilKilled(dir: string, round: number): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, dir, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  let killing = false;
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    if (killing || output.split('\n').length <= (ACKNOWLEDGED_BEFORE_KILL[round] ?? 0)) return;
    killing = true;
    setTimeout(() => child.kill('SIGKILL'), Math.random() * MAX_DELAY_MS);
  });
  await new Promise((resolve) => child.on('close', resolve));
  return output.split('\n').length - 1;
}

test('a thousand saves, killed mid-write: every acknowledged save is there after reopening', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'kvs-kill-'));
  const acknowledged: number[] = [];
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      acknowledged.push(await saveUntilKilled(dir, round));
      const bench = openBench({}, dir);
      for (const [past, count] of acknowledged.entries()) {
        for (let at = 0; at < count; at += 1) {
          const answer = await bench.kvs.handle('/api/v1/get', JSON.stringify({ key: `rule:${past}:${at}` }));
          expect(JSON.parse(answer.body)).toMatchObject({
            value: { round: String(past), at, filler: 'x'.repeat(at) },
          });
        }
      }
      await bench.store.close();
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
  expect(acknowledged.every((count, round) => count >= (ACKNOWLEDGED_BEFORE_KILL[round] ?? 0))).toBe(true);
  expect(acknowledged.filter((count) => count < 1000).length).toBeGreaterThan(0);
}, 300_000);
