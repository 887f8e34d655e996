// Why a condition holds or does not for one event: the tree of clauses with the values found, the clauses that
// decided, the same in words, and the smallest change of the facts that would turn the result round.
// It must agree with compile-condition.ts about the result.

import { toClauseTree } from './clause-tree';
import type { Clause, Test } from './clause-tree';
import type { EvaluationContext } from './condition';
import { decide } from './decide';
import { describeFinding, foundValues } from './words/describe-finding';
import type { FoundValue } from './words/describe-finding';
import { judgeClause } from './judge-clause';
import type { Judged, Truth } from './judge-clause';
import { overlaps } from './overlaps';
import { CONDITION_ROOT } from './parse-condition';
import type { NameOf } from './words/phrase';
import { readClause } from './read-in-words';
import { smallestChange } from './change/smallest-change';
import type { SmallestChange } from './change/smallest-change';
import { truthy } from './truthy';

/** What an explanation may know beside the facts. */
export interface ExplainContext extends EvaluationContext {
  /** Fields that were not fetched, such as `content.body`; clauses that read them are unknown. @default none */
  readonly unknownPaths?: readonly string[];
  /** Plain names of fields. @default the path itself */
  readonly nameOf?: NameOf;
}

/** One clause of the condition with what became of it. */
export interface ExplainedClause {
  /** Its place in the rule: `if.and[0]`. */
  readonly path: string;
  readonly kind: Clause['kind'];
  /** Its meaning, whatever the facts: `content.title starts with "Meeting"`. */
  readonly words: string;
  /** Its truth, also where the evaluation did not reach it. */
  readonly truth: Truth;
  /** False when an earlier clause had already decided. */
  readonly reached: boolean;
  /** Whether it is among the clauses that made the result what it is. */
  readonly decisive: boolean;
  /** What it found, for tests: `content.title is "Budget", which does not start with "Meeting"`. */
  readonly found?: string;
  /** The fields that a test read, as far as they are known. */
  readonly values?: readonly FoundValue[];
  /** What a test failed with. */
  readonly error?: string;
  readonly clauses: readonly ExplainedClause[];
}

/** Why a condition is what it is for one event. */
export interface Explanation {
  readonly result: Truth;
  /** What decided, as a sentence. */
  readonly words: string;
  /** Paths of the tests that decided. */
  readonly decidedBy: readonly string[];
  readonly tree: ExplainedClause;
  /** Absent where the result is an error or unknown. */
  readonly smallestChange?: SmallestChange;
}

/** Most findings that the sentence names; the tree has them all. */
const MAX_FINDINGS = 4;

interface Finding {
  readonly truth: Truth;
  readonly error?: string;
}

/** Explains the result of `logic` for `facts`. */
export function explain(logic: unknown, facts: unknown, context: ExplainContext): Explanation {
  const { tree, judged } = explainTree(logic, facts, context);
  const decisive = decisiveTests(tree);
  const explanation: Explanation = {
    result: judged.truth,
    words: summarise(tree, decisive),
    decidedBy: decisive.map((clause) => clause.path),
    tree,
  };
  if (typeof judged.truth !== 'boolean') return explanation;
  return { ...explanation, smallestChange: smallestChange(logic, facts, context) };
}

/** Only the sentence of `explain`, at a fraction of its cost. */
export function sayWhy(logic: unknown, facts: unknown, context: ExplainContext): string {
  const { tree } = explainTree(logic, facts, context);
  return summarise(tree, decisiveTests(tree));
}

function explainTree(
  logic: unknown,
  facts: unknown,
  context: ExplainContext,
): { readonly tree: ExplainedClause; readonly judged: Judged } {
  const { root, tests } = toClauseTree(logic, CONDITION_ROOT);
  const findings = tests.map((test) => find(test, facts, context));
  const judged = judgeClause(root, (test) => findings[test]?.truth ?? false);
  const describe = (step: Judged, reached: boolean, decisive: boolean): ExplainedClause =>
    describeClause(step, reached, decisive, facts, context, findings);
  return { tree: describe(judged, true, true), judged };
}

function find(test: Test, facts: unknown, context: ExplainContext): Finding {
  const unknownPaths = context.unknownPaths ?? [];
  if (unknownPaths.length > 0) return { truth: decide(test.logic, facts, unknownPaths, context) };
  try {
    return { truth: truthy(test.evaluate(facts, context)) };
  } catch (error) {
    return { truth: 'error', error: error instanceof Error ? error.message : String(error) };
  }
}

function describeClause(
  step: Judged,
  reached: boolean,
  decisive: boolean,
  facts: unknown,
  context: ExplainContext,
  findings: readonly Finding[],
): ExplainedClause {
  const { clause, truth } = step;
  const nameOf = context.nameOf ?? ((path: string) => path);
  const clauses = step.steps.map((child, index) =>
    describeClause(
      child,
      reached && step.reached.includes(index),
      decisive && step.decisive.includes(index),
      facts,
      context,
      findings,
    ),
  );
  const described = {
    path: clause.path,
    kind: clause.kind,
    words: readClause(clause, nameOf),
    truth,
    reached,
    decisive,
    clauses,
  };
  if (clause.kind !== 'test') return described;
  const error = findings[clause.test]?.error;
  return {
    ...described,
    found: describeFinding(clause.logic, truth, facts, context, nameOf, error),
    values: foundValues(clause.logic, facts).filter(({ path }) => !isUnknown(path, context)),
    ...(error === undefined ? {} : { error }),
  };
}

function isUnknown(path: string, { unknownPaths = [] }: ExplainContext): boolean {
  return unknownPaths.some((unknownPath) => overlaps(path, unknownPath));
}

function decisiveTests(clause: ExplainedClause): readonly ExplainedClause[] {
  if (!clause.decisive) return [];
  return clause.clauses.length === 0 ? [clause] : clause.clauses.flatMap(decisiveTests);
}

function summarise(root: ExplainedClause, decisive: readonly ExplainedClause[]): string {
  const findings = decisive.flatMap((clause) => clause.found ?? []);
  const distinct = [...new Set(findings)];
  if (distinct.length === 0) return `The condition is ${root.truth === true ? 'always' : 'never'} true.`;
  const shown = distinct.slice(0, MAX_FINDINGS).join('; ');
  return distinct.length > MAX_FINDINGS ? `${shown}; and ${distinct.length - MAX_FINDINGS} more` : shown;
}
