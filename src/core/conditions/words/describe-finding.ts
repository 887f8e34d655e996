// What one test found in the facts, as a sentence: `content.title is "Budget", which does not start with "Meeting"`.
// It must not decide anything: the truth is handed in.

import type { EvaluationContext } from '../condition';
import { compile } from '../compile-condition';
import { fieldsOf } from '../fields-of';
import { asOperation } from '../is-logic';
import type { Truth } from '../judge-clause';
import { phrase } from './phrase';
import type { NameOf } from './phrase';
import { predicateOf } from './predicate';
import { readInWords, readTest } from '../read-in-words';
import { readPath } from '../read-path';
import { showValue } from './show-value';

/** A field that a test read, and what was in it. */
export interface FoundValue {
  readonly path: string;
  readonly value: unknown;
}

/** The fields that `logic` reads, with their values. A missing one is null. */
export function foundValues(logic: unknown, facts: unknown): readonly FoundValue[] {
  return fieldsOf(logic)
    .filter((path) => path !== '')
    .map((path) => ({ path, value: readPath(facts, path) ?? null }));
}

/** The sentence for a test that is `truth` for `facts`. `error` is what it failed with. */
export function describeFinding(
  logic: unknown,
  truth: Truth,
  facts: unknown,
  context: EvaluationContext,
  nameOf: NameOf,
  error?: string,
): string {
  if (truth === 'error')
    return `${readTest(logic, nameOf, false)}: failed (${error ?? 'for an unknown reason'})`;
  if (truth === 'unknown') return `${readTest(logic, nameOf, false)}: not known yet`;
  const predicate = predicateOf(logic, nameOf, readInWords);
  if (predicate === undefined) return withValues(readTest(logic, nameOf, !truth), logic, facts, nameOf);
  const { subject } = predicate;
  const says = truth ? predicate.says : predicate.denies;
  const name = phrase(subject, nameOf);
  if (asOperation(logic)?.operator === 'hasLabel') {
    return `${name} ${says}; its labels: ${showValue(readPath(facts, 'content.labels'))}`;
  }
  const others = otherValues(logic, subject, facts, nameOf);
  const value = showValue(compile(subject)(facts, context));
  if (says === `is ${value}`) return `${name} ${says}${others}`;
  const joint = value === 'missing' ? ', so it' : ', which';
  return `${name} is ${value}${joint} ${says}${others}`;
}

/** Where a field is compared with another one, what the other one was. */
function otherValues(logic: unknown, subject: unknown, facts: unknown, nameOf: NameOf): string {
  const ofSubject = new Set(fieldsOf(subject));
  const others = foundValues(logic, facts).filter(({ path }) => !ofSubject.has(path));
  return others.map(({ path, value }) => ` (${nameOf(path)} is ${showValue(value)})`).join('');
}

function withValues(sentence: string, logic: unknown, facts: unknown, nameOf: NameOf): string {
  const values = foundValues(logic, facts).map(({ path, value }) => `${nameOf(path)} is ${showValue(value)}`);
  return values.length === 0 ? sentence : `${sentence}; ${values.join(', ')}`;
}
