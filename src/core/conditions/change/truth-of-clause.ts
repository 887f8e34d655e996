// The truth of a clause from the answers of its tests, as quickly as can be: it is asked thousands of times
// for one smallest change. It must agree with judge-clause.ts, which also says why.

import type { Clause } from '../clause-tree';
import type { Answer } from './truth-space';

/** The truth of `clause`, stopping where JSON Logic stops; `error` when it reaches a test that fails. */
export function truthOfClause(clause: Clause, answers: readonly Answer[]): Answer {
  switch (clause.kind) {
    case 'test':
      return answers[clause.test] ?? 'error';
    case 'constant':
      return clause.truth;
    case 'not': {
      const truth = truthOfClause(clause.clauses[0], answers);
      return truth === 'error' ? truth : !truth;
    }
    case 'all':
    case 'any': {
      const stopAt = clause.kind === 'any';
      for (const child of clause.clauses) {
        const truth = truthOfClause(child, answers);
        if (truth !== !stopAt) return truth;
      }
      return !stopAt;
    }
    case 'choice':
      return truthOfChoice(clause.clauses, answers);
  }
}

function truthOfChoice(clauses: readonly Clause[], answers: readonly Answer[]): Answer {
  let index = 0;
  for (; index < clauses.length - 1; index += 2) {
    const [when, then] = [clauses[index], clauses[index + 1]];
    if (when === undefined || then === undefined) return false;
    const truth = truthOfClause(when, answers);
    if (truth === 'error') return truth;
    if (truth) return truthOfClause(then, answers);
  }
  const otherwise = clauses[index];
  return otherwise === undefined ? false : truthOfClause(otherwise, answers);
}
