// A condition in plain language, without looking at any facts. What it found for an event is explain.ts's.

import { toClauseTree } from './clause-tree';
import type { Clause } from './clause-tree';
import { asOperation } from './is-logic';
import { phrase } from './words/phrase';
import type { NameOf } from './words/phrase';
import { predicateOf } from './words/predicate';
import { showItems } from './words/show-value';

/**
 * `content.title starts with "Meeting" and space.key is one of "ENG", "OPS"`. Without a condition: `always`.
 * `nameOf` may turn paths into plain names.
 */
export function readInWords(logic: unknown, nameOf: NameOf = (path) => path): string {
  if (logic === undefined) return 'always';
  return readClause(toClauseTree(logic, '').root, nameOf);
}

/** One clause in words; `denied` says the opposite. */
export function readClause(clause: Clause, nameOf: NameOf, denied = false): string {
  switch (clause.kind) {
    case 'constant':
      return clause.truth === denied ? 'never' : 'always';
    case 'test':
      return readTest(clause.logic, nameOf, denied);
    case 'not':
      return readClause(clause.clauses[0], nameOf, !denied);
    case 'choice':
      return denied ? `not (${readChoice(clause.clauses, nameOf)})` : readChoice(clause.clauses, nameOf);
    case 'all':
    case 'any':
      return readGroup(clause, nameOf, denied);
  }
}

/** By De Morgan a denied "and" reads as "or" of denials, which people understand better than "not (…)". */
function readGroup(clause: Clause, nameOf: NameOf, denied: boolean): string {
  const isAll = (clause.kind === 'all') !== denied;
  const [only] = clause.clauses;
  if (only !== undefined && clause.clauses.length === 1) return readClause(only, nameOf, denied);
  const parts = clause.clauses.map((child) => {
    const words = readClause(child, nameOf, denied);
    const childIsGroup =
      child.clauses.length > 1 || (child.kind === 'not' && child.clauses[0].clauses.length > 1);
    return childIsGroup ? `(${words})` : words;
  });
  return parts.join(isAll ? ' and ' : ' or ');
}

function readChoice(clauses: readonly Clause[], nameOf: NameOf): string {
  const words = clauses.map((clause) => {
    const read = readClause(clause, nameOf);
    return clause.clauses.length > 1 ? `(${read})` : read;
  });
  const parts: string[] = [];
  let index = 0;
  for (; index < words.length - 1; index += 2)
    parts.push(`if ${words[index] ?? ''} then ${words[index + 1] ?? ''}`);
  const otherwise = words[index];
  if (otherwise !== undefined) parts.push(parts.length === 0 ? otherwise : `otherwise ${otherwise}`);
  return parts.join(', ');
}

/** One test in words. */
export function readTest(logic: unknown, nameOf: NameOf, denied: boolean): string {
  const missing = readMissing(logic, denied);
  if (missing !== undefined) return missing;
  const predicate = predicateOf(logic, nameOf, readInWords);
  if (predicate === undefined) return `${phrase(logic, nameOf)} ${denied ? 'is not set' : 'is set'}`;
  return `${phrase(predicate.subject, nameOf)} ${denied ? predicate.denies : predicate.says}`;
}

/** `missing` yields a list, which is true when something is missing. */
function readMissing(logic: unknown, denied: boolean): string | undefined {
  const operation = asOperation(logic);
  if (operation?.operator !== 'missing' && operation?.operator !== 'missing_some') return undefined;
  const { operator, args } = operation;
  const given = operator === 'missing' ? args : args.slice(1);
  const keys = (Array.isArray(given[0]) ? (given[0] as readonly unknown[]) : given).map(String);
  const list = showItems(keys);
  if (operator === 'missing_some') {
    const needed = phrase(args[0], (path) => path);
    return denied ? `at least ${needed} of ${list} are there` : `fewer than ${needed} of ${list} are there`;
  }
  if (keys.length === 1) return denied ? `${list} is there` : `${list} is missing or an empty text`;
  return denied ? `all of ${list} are there` : `at least one of ${list} is missing or an empty text`;
}
