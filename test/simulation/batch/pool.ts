// Worker threads that run seeds side by side. Slices are handed out in order; results are added in the order of seeds, so
// that the outcome does not depend on which worker was faster.

import { Worker } from 'node:worker_threads';
import { addBatch, emptyBatch } from './batch';
import type { CaseBatch } from '../systematic/case';
import type { Batch } from './batch';
import type { CaseTask, SeedTask } from './worker';

/** A worker that has not answered for so long hangs in an endless loop; a slice takes seconds, on a crowded machine minutes. */
const HANG_MS = 900_000;

/** Worlds are made and dropped by the thousand: a large nursery lets nearly all of it die there. */
const YOUNG_MB = 64;

/** Runs one task in a worker of its own; rejects when it dies or hangs. */
export class PoolWorker {
  readonly #worker: Worker;

  constructor(file: string) {
    this.#worker = new Worker(file, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
  }

  runSeeds(task: SeedTask): Promise<Batch> {
    return this.#run(task) as Promise<Batch>;
  }

  runCases(task: CaseTask): Promise<CaseBatch> {
    return this.#run(task) as Promise<CaseBatch>;
  }

  #run(task: SeedTask | CaseTask): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const worker = this.#worker;
      const timer = setTimeout(
        () => settle(() => reject(new Error('The engine does not come to an end.'))),
        HANG_MS,
      );
      const settle = (end: () => void): void => {
        clearTimeout(timer);
        worker.off('message', onMessage);
        worker.off('error', onError);
        end();
      };
      const onMessage = (reply: unknown): void => settle(() => resolve(reply));
      const onError = (error: unknown): void =>
        settle(() => reject(error instanceof Error ? error : new Error(String(error))));
      worker.on('message', onMessage);
      worker.on('error', onError);
      worker.postMessage(task);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}

/** Runs `tasks` over as many workers; `add` gets what `ask` got, in the order of the tasks. */
export async function runTasks<T, K>(
  file: string,
  workers: number,
  tasks: readonly K[],
  ask: (worker: PoolWorker, task: K) => Promise<T>,
  add: (result: T) => void,
): Promise<void> {
  const results = new Map<number, T>();
  const queue = tasks.entries();
  let next = 0;
  const work = async (): Promise<void> => {
    const worker = new PoolWorker(file);
    try {
      for (const [index, task] of queue) {
        results.set(index, await ask(worker, task));
        for (let ready = results.get(next); ready !== undefined; ready = results.get(++next)) {
          add(ready);
          results.delete(next);
        }
      }
    } finally {
      await worker.close();
    }
  };
  await Promise.all(Array.from({ length: Math.min(workers, tasks.length) }, work));
}

const SLICE = 500;

/** Runs the seeds `from` to `from + count - 1`. */
export async function runSeedRange(
  file: string,
  workers: number,
  from: number,
  count: number,
  engine: 'ours' | 'naive',
  progress: (batch: Batch) => void = () => undefined,
): Promise<Batch> {
  const total = emptyBatch();
  const tasks = Array.from({ length: Math.ceil(count / SLICE) }, (_, index): SeedTask => {
    const start = from + index * SLICE;
    return {
      kind: 'seeds',
      from: start,
      count: Math.min(SLICE, from + count - start),
      engine,
      untilFound: false,
    };
  });
  const add = (batch: Batch): void => {
    addBatch(total, batch);
    progress(total);
  };
  await runTasks(file, workers, tasks, (worker, task) => worker.runSeeds(task), add);
  return total;
}
