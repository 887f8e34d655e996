// Whether the checks bite: every planted fault has to be found within so many seeds.

import { bundle } from '../batch/build';
import { PoolWorker } from '../batch/pool';
import { ENGINE_MUTATIONS } from './engine-mutations';
import { PORT_MUTATIONS } from './port-mutations';
import type { Patch } from '../batch/build';

/** Seeds within which a planted fault has to be found. */
const MUTATION_SEEDS = 10_000;

const SLICE = 250;

export interface FoundMutation {
  readonly name: string;
  /** The first seed that finds it; absent when none does. */
  readonly seed?: number;
  readonly invariant?: string;
}

interface Mutation {
  readonly name: string;
  readonly patches: readonly Patch[];
  readonly port?: string;
}

export const MUTATIONS: readonly Mutation[] = [
  ...Object.entries(ENGINE_MUTATIONS).map(([name, patches]) => ({ name, patches })),
  ...Object.keys(PORT_MUTATIONS).map((name) => ({ name, patches: [], port: name })),
];

/** Looks for every planted fault; so many at a time. */
export async function checkMutations(
  workers: number,
  mutations: readonly Mutation[] = MUTATIONS,
): Promise<readonly FoundMutation[]> {
  const found: FoundMutation[] = [];
  const queue = mutations.entries();
  const work = async (): Promise<void> => {
    for (const [index, mutation] of queue) found[index] = await find(mutation, index);
  };
  await Promise.all(Array.from({ length: workers }, work));
  return found;
}

async function find({ name, patches, port }: Mutation, index: number): Promise<FoundMutation> {
  const file = await bundle('batch/worker.ts', patches.length === 0 ? 'engine' : `planted-${index}`, patches);
  const worker = new PoolWorker(file);
  try {
    for (let from = 1; from <= MUTATION_SEEDS; from += SLICE) {
      const { violations } = await worker.runSeeds({
        kind: 'seeds',
        from,
        count: SLICE,
        engine: 'ours',
        untilFound: true,
        ...(port === undefined ? {} : { portMutation: port }),
      });
      const [first] = violations;
      if (first !== undefined) return { name, seed: first.seed, invariant: first.invariant };
    }
    return { name };
  } catch (error) {
    // It does not come to an end, which nobody could overlook.
    return { name, seed: 0, invariant: error instanceof Error ? error.message : String(error) };
  } finally {
    await worker.close();
  }
}
