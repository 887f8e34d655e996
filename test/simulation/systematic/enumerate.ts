// The systematic part: every call of every action kind, times every fault on that call; and then, in each world that such
// a fault makes, every fault at every call that comes after. Nothing is drawn, everything is counted.

import { CALL_CLASSES, CALL_FAULTS } from '../world/fault-kinds';
import { runTasks } from '../batch/pool';
import { ACTION_CASES } from './action-cases';
import type { CaseTask } from '../batch/worker';
import type { Case, CaseBatch, Placed } from './case';

const SLICE = 200;

export interface Systematic {
  readonly actions: number;
  /** Calls of a world without faults, of all actions. */
  readonly calls: number;
  /** One fault on one call. */
  readonly single: number;
  /** And another on one later call. */
  readonly pairs: number;
  readonly duplicates: number;
  readonly violations: CaseBatch['violations'];
}

/** Runs all cases; `pairsOf` names the actions whose second faults are enumerated too. */
export async function enumerate(
  file: string,
  workers: number,
  pairsOf: (action: string) => boolean,
): Promise<Systematic> {
  const violations: CaseBatch['violations'][number][] = [];
  let duplicates = 0;
  const run = async (cases: readonly Case[]): Promise<readonly string[]> => {
    const calls: string[] = [];
    const tasks: CaseTask[] = [];
    for (let start = 0; start < cases.length; start += SLICE) {
      tasks.push({ kind: 'cases', cases: cases.slice(start, start + SLICE) });
    }
    const add = (batch: CaseBatch): void => {
      calls.push(...batch.calls);
      violations.push(...batch.violations);
      duplicates += batch.duplicates;
    };
    await runTasks(file, workers, tasks, (worker, task) => worker.runCases(task), add);
    return calls;
  };
  const plain: Case[] = [...ACTION_CASES.keys()].map((action) => ({ action, placed: [] }));
  const plainCalls = await run(plain);
  const single = plain.flatMap(({ action }, index) => withFaults(action, plainCalls[index] ?? ''));
  const singleCalls = await run(single);
  let pairs = 0;
  for (const { action } of plain.filter((each) => pairsOf(each.action))) {
    // One kind after another, so that no more cases are held than one has.
    const both = single.flatMap((each, index) =>
      each.action === action ? withSecond(each, singleCalls[index] ?? '') : [],
    );
    pairs += both.length;
    await run(both);
  }
  return {
    actions: plain.length,
    calls: plainCalls.reduce((sum, made) => sum + made.length, 0),
    single: single.length,
    pairs,
    duplicates,
    violations,
  };
}

/** Every fault that can befall each of the calls. */
function withFaults(action: string, calls: string): readonly Case[] {
  return faultsFrom(0, calls).map((placed) => ({ action, placed: [placed] }));
}

/** The case with every fault at each call after its first. */
function withSecond({ action, placed }: Case, calls: string): readonly Case[] {
  const first = placed[0]?.call ?? 0;
  return faultsFrom(first + 1, calls).map((second) => ({ action, placed: [...placed, second] }));
}

function faultsFrom(first: number, calls: string): readonly Placed[] {
  return Array.from(calls.slice(first)).flatMap((letter, index) => {
    const callClass = CALL_CLASSES[Number(letter)];
    if (callClass === undefined) return [];
    return CALL_FAULTS[callClass].map((fault): Placed => ({ call: first + index, fault }));
  });
}
