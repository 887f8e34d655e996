// One worker of the simulation: runs the seeds it is told to and answers what they came to. It is bundled with the engine
// (as it is, or with a fault planted in it) by build.ts.

import { parentPort } from 'node:worker_threads';
import { NAIVE } from '../control/naive-engine';
import { OURS } from '../engine/ours';
import { PORT_MUTATIONS } from '../mutations/port-mutations';
import { runSeed } from '../run/run-seed';
import { runCase } from '../systematic/run-case';
import { addSeed, emptyBatch } from './batch';
import type { Case, CaseBatch } from '../systematic/case';
import type { Batch } from './batch';

/** A range of seeds. */
export interface SeedTask {
  readonly kind: 'seeds';
  readonly from: number;
  readonly count: number;
  readonly engine: 'ours' | 'naive';
  /** Stops at the first seed with a violation. */
  readonly untilFound: boolean;
  /** A planted fault of the ports. */
  readonly portMutation?: string;
}

export interface CaseTask {
  readonly kind: 'cases';
  readonly cases: readonly Case[];
}

// An error that the engine makes tells its place to nobody here, and making the place out costs more than a world.
Error.stackTraceLimit = 0;

parentPort?.on('message', (task: SeedTask | CaseTask) => {
  void answer(task).then((reply) => parentPort?.postMessage(reply));
});

async function answer(task: SeedTask | CaseTask): Promise<Batch | CaseBatch> {
  return task.kind === 'seeds' ? runSeeds(task) : runCase(task.cases, OURS);
}

async function runSeeds({ from, count, engine, untilFound, portMutation }: SeedTask): Promise<Batch> {
  const batch = emptyBatch();
  const portChange = portMutation === undefined ? undefined : PORT_MUTATIONS[portMutation];
  for (let seed = from; seed < from + count; seed++) {
    const options = portChange === undefined ? {} : { portChange };
    addSeed(batch, await runSeed(seed, engine === 'ours' ? OURS : NAIVE, options));
    if (untilFound && batch.violated > 0) break;
  }
  return batch;
}
