// The fewest fields of the facts that would have to be different for a condition to turn out the other way.
// It must never name changes that do not turn it round, and must say when it cannot vouch for the number.

import { applyChanges } from './apply-changes';
import type { FieldChange } from './apply-changes';
import { toClauseTree } from '../clause-tree';
import type { ClauseTree } from '../clause-tree';
import type { EvaluationContext } from '../condition';
import { describeChanges } from './describe-changes';
import { compile } from '../compile-condition';
import { nearbyChange } from './nearby-change';
import { CONDITION_ROOT } from '../parse-condition';
import type { NameOf } from '../words/phrase';
import { truthOfClause } from './truth-of-clause';
import { exploreTests } from './truth-space';
import type { Answer, ElementFor, TestGroup } from './truth-space';
import { truthy } from '../truthy';

/** One field that would have to be different. */
export interface FactChange {
  readonly path: string;
  /** What it is; absent where the field is. */
  readonly from?: unknown;
  /** A value that would do; absent where the field would have to be. */
  readonly to?: unknown;
  /** What matters about the new value: `content.title starts with "Meeting"`. */
  readonly words: string;
}

/** What would turn a condition round. */
export interface SmallestChange {
  /** The fields to change, all of them together; undefined when none were found. */
  readonly changes?: readonly FactChange[];
  /**
   * True when it is certain that fewer fields do not suffice, or, without changes, that nothing does. The values
   * considered for a field are texts, numbers, true, false and nothing, and lists where a clause is about a list.
   */
  readonly exact: boolean;
  /** As a sentence. */
  readonly words: string;
}

/** Up to this many distinct tests every combination of answers is weighed; beyond, when there are few enough. */
const MAX_EXACT_TESTS = 12;

/** Combinations of answers to weigh: some ten milliseconds. Twelve independent tests have 4096. */
const MAX_WEIGHED = 20_000;

/** How deep conditions on list elements may nest before their elements are no longer made to measure. */
const MAX_ELEMENT_DEPTH = 3;

/** The smallest change for `logic`, which must not fail for `facts`. */
export function smallestChange(
  logic: unknown,
  facts: unknown,
  context: EvaluationContext & { readonly nameOf?: NameOf },
): SmallestChange {
  const tree = toClauseTree(logic, CONDITION_ROOT);
  const now = truthy(compile(logic)(facts, context));
  const { changes, exact } = findChanges(tree, now, facts, context, 0);
  return { exact, ...describeChanges(changes, exact, now, tree, facts, context) };
}

interface Found {
  readonly changes: readonly FieldChange[] | undefined;
  readonly exact: boolean;
}

function findChanges(
  tree: ClauseTree,
  now: boolean,
  facts: unknown,
  context: EvaluationContext,
  depth: number,
): Found {
  const elementFor: ElementFor = (body, truth) => makeElements(body, truth, context, depth + 1);
  const groups = exploreTests(tree.tests, facts, context, elementFor);
  const combinations = groups.reduce((product, group) => product * group.combinations.length, 1);
  const found =
    tree.tests.length <= MAX_EXACT_TESTS || combinations <= MAX_WEIGHED
      ? weighCombinations(tree, groups, now)
      : { changes: nearbyChange(tree, groups, !now), exact: false };
  if (found.changes === undefined) return found;
  // Groups are explored one by one; together they must still do it.
  const turned = evaluates(tree.root.logic, applyChanges(facts, found.changes), context) === !now;
  if (!turned) return { changes: undefined, exact: false };
  // No fewer than one field can be changed.
  return found.changes.length === 1 ? { ...found, exact: true } : found;
}

/** The cheapest of all combinations of the groups' answers that turn the condition round. */
function weighCombinations(tree: ClauseTree, groups: readonly TestGroup[], now: boolean): Found {
  const answers: Answer[] = tree.tests.map(() => 'error');
  let best: readonly FieldChange[] | undefined;
  let left = MAX_WEIGHED;
  const weigh = (index: number, changes: readonly FieldChange[]): void => {
    if (best !== undefined && changes.length >= best.length) return;
    // From the last group to the first: among equals the first found wins, which changes what is asked first.
    const group = groups[groups.length - 1 - index];
    if (group === undefined) {
      if (left-- > 0 && truthOfClause(tree.root, answers) === !now) best = changes;
      return;
    }
    for (const combination of group.combinations) {
      for (const [position, test] of group.tests.entries())
        answers[test] = combination.answers[position] ?? 'error';
      weigh(index + 1, [...changes, ...combination.changes]);
    }
  };
  weigh(0, []);
  return { changes: best, exact: left > 0 && groups.every((group) => group.complete) };
}

/** Elements for which `body` is `truth`, made from an empty element by the smallest change. */
function makeElements(
  body: unknown,
  truth: boolean,
  context: EvaluationContext,
  depth: number,
): readonly unknown[] {
  const elements: unknown[] = constantsIn(body);
  if (depth <= MAX_ELEMENT_DEPTH) {
    const now = evaluates(body, {}, context);
    const { changes } =
      now === !truth ? findChanges(toClauseTree(body, ''), now, {}, context, depth) : { changes: [] };
    if (changes !== undefined) elements.unshift(applyChanges({}, changes));
  }
  return elements.filter((element) => evaluates(body, element, context) === truth).slice(0, 3);
}

/** What the element itself may be, for conditions such as `{"==": [{"var": ""}, "a"]}`. */
function constantsIn(logic: unknown): unknown[] {
  if (typeof logic === 'number') return [logic, logic + 1, logic - 1];
  if (typeof logic !== 'object' || logic === null) return [logic];
  return Object.values(logic).flatMap(constantsIn);
}

function evaluates(logic: unknown, facts: unknown, context: EvaluationContext): boolean | 'error' {
  try {
    return truthy(compile(logic)(facts, context));
  } catch {
    return 'error';
  }
}
