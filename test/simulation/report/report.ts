// What a simulation came to, in words and as JSON.

import { recoverySeconds } from '../batch/batch';
import { FAULT_KINDS } from '../world/fault-kinds';
import type { Batch } from '../batch/batch';
import type { FoundMutation } from '../mutations/check-mutations';
import type { Systematic } from '../systematic/enumerate';

export interface SeedsOutcome {
  readonly batch: Batch;
  readonly seconds: number;
  /** The same seeds, or the first of them, under an app without memory. */
  readonly control: Batch;
  /** Fault kinds that never happened. */
  readonly missing: readonly string[];
  readonly sameTwice: boolean;
  readonly twice: number;
}

export interface Outcome {
  readonly seeds?: SeedsOutcome;
  readonly systematic?: Systematic;
  readonly mutations?: readonly FoundMutation[];
}

export function saySeeds({ batch, seconds, control, missing, sameTwice, twice }: SeedsOutcome): string {
  const lines = [
    `${batch.seeds} seeds in ${seconds.toFixed(0)} s (${(batch.seeds / seconds).toFixed(0)} a second): ${batch.events} events, ${batch.runs} runs, ${batch.effects} comments and pages, ${batch.calls} calls.`,
    `Duplicates: ${batch.duplicates}. Lost events, where no delivery managed a durable write: ${batch.lost}. Dead letters: ${batch.deadLetters}, replayed: ${batch.replayed}. Given up without anyone knowing whether it is there, and it was: ${batch.unknown}.`,
    `Control without memory, ${control.seeds} of these seeds: ${control.duplicates} duplicates among ${control.effects} comments and pages (${percent(control.duplicates, control.effects)}).`,
    `Recovery after the last fault: half within ${recoverySeconds(batch, 0.5)} s, 99 % within ${recoverySeconds(batch, 0.99)} s. Largest retryData: ${batch.largestRetryData} bytes.`,
    `The same trace twice for ${twice} seeds: ${sameTwice ? 'yes' : 'NO'}.`,
    'Faults:',
    ...FAULT_KINDS.map((kind, index) => `${String(batch.faults[index] ?? 0).padStart(12)}  ${kind}`),
    ...missing.map((kind) => `Never happened: ${kind}`),
    ...batch.violations.map(({ seed, invariant, detail }) => `Seed ${seed} violates ${invariant}: ${detail}`),
    batch.violated === 0
      ? 'No violation.'
      : `${batch.violated} seeds with a violation. See one with: npm run simulate -- --seed ${batch.violations[0]?.seed ?? 0}`,
  ];
  return lines.join('\n');
}

export function saySystematic(found: Systematic): string {
  return [
    `Systematic: ${found.actions} action kinds, ${found.calls} calls; ${found.single} cases of one fault on one call, ${found.pairs} of two faults; ${found.duplicates} duplicates, ${found.violations.length} violations.`,
    ...found.violations
      .slice(0, 20)
      .map(
        ({ case: { action, placed }, invariant, detail }) =>
          `${action} ${JSON.stringify(placed)} violates ${invariant}: ${detail}`,
      ),
  ].join('\n');
}

export function sayMutations(mutations: readonly FoundMutation[]): string {
  const found = mutations.filter(({ seed }) => seed !== undefined);
  return [
    `Planted faults: ${found.length} of ${mutations.length} found.`,
    ...mutations.map(({ name, seed, invariant }) =>
      seed === undefined
        ? `  NOT FOUND  ${name}`
        : `  ${invariant} at seed ${String(seed).padStart(5)}  ${name}`,
    ),
  ].join('\n');
}

export function toJson({ seeds, systematic, mutations }: Outcome): object {
  const batch = seeds?.batch;
  return {
    seeds: batch?.seeds ?? 0,
    violations: batch?.violations.map(({ seed, invariant, detail }) => ({ seed, invariant, detail })) ?? [],
    faults: Object.fromEntries(FAULT_KINDS.map((kind, index) => [kind, batch?.faults[index] ?? 0])),
    largestRetryDataBytes: batch?.largestRetryData ?? 0,
    ...(seeds === undefined || batch === undefined
      ? {}
      : {
          seedsWithViolation: batch.violated,
          seconds: Math.round(seeds.seconds),
          events: batch.events,
          runs: batch.runs,
          effects: batch.effects,
          calls: batch.calls,
          duplicates: batch.duplicates,
          lost: batch.lost,
          deadLetters: batch.deadLetters,
          replayed: batch.replayed,
          unknown: batch.unknown,
          recoverySeconds: { median: recoverySeconds(batch, 0.5), p99: recoverySeconds(batch, 0.99) },
          control: {
            seeds: seeds.control.seeds,
            effects: seeds.control.effects,
            duplicates: seeds.control.duplicates,
          },
          missingFaults: seeds.missing,
          sameTwice: seeds.sameTwice,
        }),
    ...(systematic === undefined ? {} : { systematic }),
    ...(mutations === undefined ? {} : { mutations }),
  };
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '0 %' : `${((100 * part) / whole).toFixed(1)} %`;
}
