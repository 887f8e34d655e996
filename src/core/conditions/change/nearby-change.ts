// A small change, though perhaps not the smallest, for conditions with too many tests to weigh every combination.
// It changes one group of fields after the other, keeping what helps. Whoever uses it checks the result.

import type { FieldChange } from './apply-changes';
import type { Clause, ClauseTree } from '../clause-tree';
import type { Answer, Combination, TestGroup } from './truth-space';
import { truthOfClause } from './truth-of-clause';

/** Changes that give the condition the truth `wanted`, or undefined when this way of looking finds none. */
export function nearbyChange(
  tree: ClauseTree,
  groups: readonly TestGroup[],
  wanted: boolean,
): readonly FieldChange[] | undefined {
  const answers: Answer[] = tree.tests.map(() => 'error');
  for (const group of groups) setAnswers(answers, group, group.combinations[0]);
  const changed = new Set<TestGroup>();
  const changes: FieldChange[] = [];
  let distance = distanceTo(tree.root, wanted, answers);
  while (distance > 0) {
    const step = bestStep(tree, groups, answers, wanted, changed);
    if (step === undefined || step.distance >= distance) return undefined;
    setAnswers(answers, step.group, step.combination);
    changed.add(step.group);
    changes.push(...step.combination.changes);
    distance = step.distance;
  }
  return changes;
}

interface Step {
  readonly group: TestGroup;
  readonly combination: Combination;
  readonly distance: number;
}

function bestStep(
  tree: ClauseTree,
  groups: readonly TestGroup[],
  answers: Answer[],
  wanted: boolean,
  changed: ReadonlySet<TestGroup>,
): Step | undefined {
  let best: Step | undefined;
  for (const group of groups) {
    if (changed.has(group)) continue;
    const before = group.tests.map((test) => answers[test] ?? 'error');
    for (const combination of group.combinations.slice(1)) {
      setAnswers(answers, group, combination);
      const distance = distanceTo(tree.root, wanted, answers);
      if (best === undefined || distance < best.distance) best = { group, combination, distance };
    }
    setAnswers(answers, group, { answers: before, changes: [] });
  }
  return best;
}

function setAnswers(answers: Answer[], group: TestGroup, combination: Combination | undefined): void {
  for (const [position, test] of group.tests.entries())
    answers[test] = combination?.answers[position] ?? 'error';
}

/** How many tests would have to answer otherwise for the clause to be `wanted`, were they independent. */
function distanceTo(clause: Clause, wanted: boolean, answers: readonly Answer[]): number {
  switch (clause.kind) {
    case 'constant':
      return clause.truth === wanted ? 0 : Infinity;
    case 'test':
      return answers[clause.test] === wanted ? 0 : 1;
    case 'not':
      return distanceTo(clause.clauses[0], !wanted, answers);
    case 'choice':
      return truthOfClause(clause, answers) === wanted
        ? 0
        : distanceOfChoice(clause.clauses, wanted, answers);
    case 'all':
    case 'any': {
      const distances = clause.clauses.map((child) => distanceTo(child, wanted, answers));
      const needsAll = (clause.kind === 'all') === wanted;
      return needsAll ? distances.reduce((sum, distance) => sum + distance, 0) : Math.min(...distances);
    }
  }
}

/** The first branch is taken with its own condition; the other branches without it. */
function distanceOfChoice(clauses: readonly Clause[], wanted: boolean, answers: readonly Answer[]): number {
  const [when, then, ...rest] = clauses;
  if (when === undefined) return wanted ? Infinity : 0;
  if (then === undefined) return distanceTo(when, wanted, answers);
  const taken = distanceTo(when, true, answers) + distanceTo(then, wanted, answers);
  const passed = distanceTo(when, false, answers) + distanceOfChoice(rest, wanted, answers);
  return Math.min(taken, passed);
}
