// A run of millions of seeds that may be interrupted: what each slice came to is kept in a folder, and a run that is begun
// again goes on behind the slices that are there. A slice counts only for the engine and the worlds that it ran with.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addBatch, emptyBatch } from './batch';
import { runSeedRange } from './pool';
import type { Batch } from './batch';

/** Seeds that an interruption costs at most. */
const KEPT_SEEDS = 100_000;

/** Runs those of the seeds that `folder` has no results of, and answers the sum of all; ends at the first violation. */
export async function runKept(
  folder: string,
  file: string,
  workers: number,
  from: number,
  count: number,
  progress: (batch: Batch) => void,
): Promise<Batch> {
  const of = createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
    .slice(0, 12);
  await mkdir(folder, { recursive: true });
  const total = emptyBatch();
  for (let start = from; start < from + count && total.violated === 0; start += KEPT_SEEDS) {
    const size = Math.min(KEPT_SEEDS, from + count - start);
    const path = join(folder, `${of}-${start}-${size}.json`);
    addBatch(total, existsSync(path) ? await read(path) : await run(path, file, workers, start, size));
    progress(total);
  }
  return total;
}

async function run(path: string, file: string, workers: number, start: number, size: number): Promise<Batch> {
  const batch = await runSeedRange(file, workers, start, size, 'ours');
  // Under its name only once it is whole.
  await writeFile(`${path}.part`, JSON.stringify(batch));
  await rename(`${path}.part`, path);
  return batch;
}

async function read(path: string): Promise<Batch> {
  return JSON.parse(await readFile(path, 'utf8')) as Batch;
}
