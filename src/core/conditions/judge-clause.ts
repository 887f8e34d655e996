// The truth of clauses from the truth of tests, in the order in which JSON Logic asks: which clauses are reached
// and which of them decide. It must not look at facts.

import { assertNever } from '../assert-never';
import type { Clause } from './clause-tree';

/** `error`: asking it fails. `unknown`: it depends on a field that was not fetched. */
export type Truth = boolean | 'error' | 'unknown';

/** One clause with its truth. `steps` are its clauses, each asked even where the evaluation does not reach it. */
export interface Judged {
  readonly clause: Clause;
  readonly truth: Truth;
  readonly steps: readonly Judged[];
  /** Indices of the clauses that the evaluation of this one reaches. */
  readonly reached: readonly number[];
  /** Indices of the clauses that make this one what it is. */
  readonly decisive: readonly number[];
}

/** Judges `clause`, given the truth of every distinct test. */
export function judgeClause(clause: Clause, truthOfTest: (test: number) => Truth): Judged {
  const steps = clause.clauses.map((child) => judgeClause(child, truthOfTest));
  switch (clause.kind) {
    case 'test':
      return { clause, truth: truthOfTest(clause.test), steps, reached: [], decisive: [] };
    case 'constant':
      return { clause, truth: clause.truth, steps, reached: [], decisive: [] };
    case 'not': {
      const truth = steps[0]?.truth ?? false;
      return {
        clause,
        truth: typeof truth === 'boolean' ? !truth : truth,
        steps,
        reached: [0],
        decisive: [0],
      };
    }
    case 'all':
      return judgeChain(clause, steps, false);
    case 'any':
      return judgeChain(clause, steps, true);
    case 'choice':
      return judgeChoice(clause, steps);
    default:
      return assertNever(clause);
  }
}

/** Stops at the first step that is `stopAt` or fails; goes on behind an unknown one, which cannot be asked. */
function judgeChain(clause: Clause, steps: readonly Judged[], stopAt: boolean): Judged {
  const reached: number[] = [];
  const unknown: number[] = [];
  for (const [index, step] of steps.entries()) {
    reached.push(index);
    if (step.truth === stopAt) return { clause, truth: stopAt, steps, reached, decisive: [index] };
    if (step.truth === 'error') {
      const truth = unknown.length > 0 ? 'unknown' : 'error';
      return { clause, truth, steps, reached, decisive: [...unknown, index] };
    }
    if (step.truth === 'unknown') unknown.push(index);
  }
  return unknown.length > 0
    ? { clause, truth: 'unknown', steps, reached, decisive: unknown }
    : { clause, truth: !stopAt, steps, reached, decisive: reached };
}

/** When, then, when, then, …, otherwise. Without an otherwise it is false. */
function judgeChoice(clause: Clause, steps: readonly Judged[]): Judged {
  const reached: number[] = [];
  let index = 0;
  for (; index < steps.length - 1; index += 2) {
    reached.push(index);
    const when = steps[index]?.truth ?? false;
    if (typeof when !== 'boolean') return { clause, truth: when, steps, reached, decisive: reached };
    if (!when) continue;
    reached.push(index + 1);
    return { clause, truth: steps[index + 1]?.truth ?? false, steps, reached, decisive: reached };
  }
  const otherwise = steps[index];
  if (otherwise !== undefined) reached.push(index);
  return { clause, truth: otherwise?.truth ?? false, steps, reached, decisive: reached };
}
