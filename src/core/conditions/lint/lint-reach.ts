// Finds clauses that are always true, always false, or never asked, by exploring which answers the tests can
// give together. It must claim only what holds for every value: where the exploration is not complete it is silent.

import type { Problem } from '../../result';
import { toClauseTree } from '../clause-tree';
import type { Clause, Test } from '../clause-tree';
import { fieldsOf } from '../fields-of';
import { primitivesIn } from '../change/field-use';
import { judgeClause } from '../judge-clause';
import type { Judged } from '../judge-clause';
import { lintWarning } from './lint-problem';
import { exploreTests } from '../change/truth-space';
import type { Answer, TestGroup } from '../change/truth-space';

/** Combinations of answers to go through: a condition of a dozen independent tests has 4096. */
const MAX_COMBINATIONS = 5000;

/** A moment for `olderThan` and `now`. Which one does not matter: see `dependsOnTime`. */
const SOME_TIME_MS = Date.UTC(2024, 0, 1);

interface Seen {
  asked: boolean;
  wasTrue: boolean;
  wasFalse: boolean;
}

/** Problems with clauses of `logic` that cannot matter. Paths start with `path`. */
export function lintReach(logic: unknown, path: string): readonly Problem[] {
  const tree = toClauseTree(logic, path);
  // A condition that is just `true` means "always", and says so.
  if (tree.root.kind === 'constant' && tree.root.truth) return [];
  if (dependsOnTime(tree.tests)) return [];
  const groups = exploreTests(tree.tests, {}, { nowMs: SOME_TIME_MS }, () => []);
  const combinations = groups.reduce((product, group) => product * group.combinations.length, 1);
  if (combinations > MAX_COMBINATIONS || !groups.every((group) => group.complete)) return [];
  const seen = new Map<Clause, Seen>();
  forEachCombination(groups, tree.tests.length, (answers) => {
    note(
      judgeClause(tree.root, (test) => answers[test] ?? 'error'),
      seen,
    );
  });
  return report(tree.root, seen);
}

/**
 * Whether some test looks at the time of the evaluation and another at something fixed, such as a certain day.
 * What is possible then changes as time goes by. Tests that all look at the time keep their distances.
 */
function dependsOnTime(tests: readonly Test[]): boolean {
  const isRelative = (test: Test): boolean => /"olderThan"|"now"/.test(JSON.stringify(test.logic));
  const relative = tests.filter(isRelative);
  const fields = relative.flatMap((test) => fieldsOf(test.logic));
  return tests.some((test) => {
    const isPlain = !isRelative(test) && primitivesIn(test.logic).length > 0;
    return isPlain && fieldsOf(test.logic).some((path) => fields.includes(path));
  });
}

function forEachCombination(
  groups: readonly TestGroup[],
  tests: number,
  visit: (answers: readonly Answer[]) => void,
): void {
  const answers: Answer[] = Array.from({ length: tests }, () => 'error');
  const fill = (index: number): void => {
    const group = groups[index];
    if (group === undefined) {
      visit(answers);
      return;
    }
    for (const combination of group.combinations) {
      for (const [position, test] of group.tests.entries())
        answers[test] = combination.answers[position] ?? 'error';
      fill(index + 1);
    }
  };
  fill(0);
}

/** Notes the truth of every clause that this combination of answers asks. */
function note(judged: Judged, seen: Map<Clause, Seen>): void {
  const known = seen.get(judged.clause) ?? { asked: false, wasTrue: false, wasFalse: false };
  seen.set(judged.clause, known);
  known.asked = true;
  // A clause that fails is neither; it is not called constant for that.
  if (judged.truth !== false) known.wasTrue = true;
  if (judged.truth !== true) known.wasFalse = true;
  for (const index of judged.reached) {
    const step = judged.steps[index];
    if (step !== undefined) note(step, seen);
  }
}

/** The outermost clauses that cannot matter; what lies within them follows from it. */
function report(
  clause: Clause,
  seen: ReadonlyMap<Clause, Seen>,
  isRoot = true,
  isBranch = false,
): readonly Problem[] {
  const known = seen.get(clause);
  if (known === undefined) {
    return [lintWarning(clause.path, 'this clause is never asked: what stands before it always decides')];
  }
  // A branch of "if" may well be just true or false.
  if (isBranch && clause.kind === 'constant') return [];
  if (!known.wasTrue || !known.wasFalse) {
    const always = known.wasTrue ? 'true' : 'false';
    if (isRoot) return [lintWarning(clause.path, `the condition is always ${always}, whatever the event`)];
    return [lintWarning(clause.path, `this clause is always ${always} when it is asked`)];
  }
  const isChoice = clause.kind === 'choice';
  return clause.clauses.flatMap((child, index) => {
    const isValue = isChoice && (index % 2 === 1 || index === clause.clauses.length - 1);
    return report(child, seen, false, isValue);
  });
}
