// Compares our evaluation with json-logic-js for random pairs of logic and data: the value, the error, and the
// order in which fields are read. It decides nothing about how many.

import { compileCondition } from '../../../src/core/conditions/compile-condition';
import { generateData, generateLogic } from './generate-logic';
import { createRandom } from './random';
import { CONTEXT, evaluateByReference, outcomeOf } from './reference';
import type { Outcome } from './reference';

export interface AgreementCount {
  readonly pairs: number;
  readonly errors: number;
  /** Pairs whose order of reads was compared too. */
  readonly ordered: number;
  /** The first few disagreements, as text. */
  readonly differences: readonly string[];
}

const DATA_PER_LOGIC = 2;
/** One pair in this many is evaluated once more over recording proxies, which is slow. */
const ORDER_EVERY = 25;
const MAX_REPORTED = 10;

/** Evaluates `pairs` pairs made from `seed`. */
export function countAgreement(seed: number, pairs: number): AgreementCount {
  const random = createRandom(seed);
  const differences: string[] = [];
  let errors = 0;
  let ordered = 0;
  for (let pair = 0; pair < pairs; pair += DATA_PER_LOGIC) {
    const logic = generateLogic(random, 2 + random.below(4));
    const condition = compileCondition(logic);
    for (let index = 0; index < DATA_PER_LOGIC; index++) {
      const data = generateData(random);
      const theirs = evaluateByReference(logic, data);
      const ours = outcomeOf(() => condition.value(data, CONTEXT));
      if (theirs.kind === 'error') errors++;
      if (!sameOutcome(ours, theirs)) differences.push(describeDifference(logic, data, ours, theirs));
      if ((pair + index) % ORDER_EVERY === 0 && canCompareOrder(logic)) {
        ordered++;
        const order = compareOrder(logic, data);
        if (order !== undefined) differences.push(order);
      }
    }
    if (differences.length >= MAX_REPORTED) break;
  }
  return { pairs, errors, ordered, differences };
}

/**
 * Not for logic with `missing`: it may run data as logic, which we compile first, so that parts of it are
 * read that the reference never reaches. Reading JSON has no effect, so only this comparison can tell.
 */
function canCompareOrder(logic: unknown): boolean {
  return !JSON.stringify(logic).includes('"missing');
}

function compareOrder(logic: unknown, data: unknown): string | undefined {
  const [theirReads, ourReads]: [string[], string[]] = [[], []];
  evaluateByReference(logic, recording(data, '', theirReads));
  outcomeOf(() => compileCondition(logic).value(recording(data, '', ourReads), CONTEXT));
  const [theirs, ours] = [withoutRepeats(theirReads), withoutRepeats(ourReads)];
  return theirs.join() === ours.join()
    ? undefined
    : `reads differ for ${JSON.stringify([logic, data])}\n  theirs ${theirs.join()}\n  ours   ${ours.join()}`;
}

/** The reference reads `indexOf` twice in a row, to look and to call. */
function withoutRepeats(reads: readonly string[]): readonly string[] {
  return reads.filter((read, index) => read !== reads[index - 1]);
}

/** `value` with every object in it noting what is read of it. */
function recording(value: unknown, path: string, reads: string[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item, index) => recording(item, `${path}/${index}`, reads));
  const copy: Record<string, unknown> = Object.create(
    Object.getPrototypeOf(value) as object | null,
  ) as Record<string, unknown>;
  for (const [key, item] of Object.entries(value)) {
    Object.defineProperty(copy, key, {
      value: recording(item, `${path}/${key}`, reads),
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return new Proxy(copy, {
    get(target, key, receiver): unknown {
      reads.push(`${path}/${String(key)}`);
      return Reflect.get(target, key, receiver);
    },
  });
}

function sameOutcome(ours: Outcome, theirs: Outcome): boolean {
  if (ours.kind === 'error' || theirs.kind === 'error') {
    return ours.kind === 'error' && theirs.kind === 'error' && ours.error === theirs.error;
  }
  return sameValue(ours.value, theirs.value);
}

/** Objects are never made by an operator but by `reduce`, so they are usually the very same. */
function sameValue(ours: unknown, theirs: unknown): boolean {
  if (Object.is(ours, theirs)) return true;
  if (typeof ours !== 'object' || typeof theirs !== 'object' || ours === null || theirs === null)
    return false;
  if (Array.isArray(ours) !== Array.isArray(theirs)) return false;
  const [ourKeys, theirKeys] = [Object.keys(ours), Object.keys(theirs)];
  return (
    ourKeys.length === theirKeys.length &&
    ourKeys.every(
      (key) => Object.hasOwn(theirs, key) && sameValue(Reflect.get(ours, key), Reflect.get(theirs, key)),
    )
  );
}

function describeDifference(logic: unknown, data: unknown, ours: Outcome, theirs: Outcome): string {
  const [a, b] = [ours, theirs].map((outcome) =>
    outcome.kind === 'error' ? outcome.error : JSON.stringify(outcome),
  );
  return `${JSON.stringify(logic)} over ${JSON.stringify(data)}\n  ours   ${a}\n  theirs ${b}`;
}
