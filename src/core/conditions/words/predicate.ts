// One test as a subject and what is said of it, affirmed and denied: `content.title` / `starts with "Meeting"` /
// `does not start with "Meeting"`. Tests that have no such shape are left to read-in-words.ts.

import { asOperation } from '../is-logic';
import type { Operation } from '../is-logic';
import { operatorSpec } from '../operators/operators';
import { nameInElement, phrase } from './phrase';
import type { NameOf } from './phrase';

export interface Predicate {
  /** The expression that the sentence is about. */
  readonly subject: unknown;
  /** `starts with "Meeting"` */
  readonly says: string;
  /** `does not start with "Meeting"` */
  readonly denies: string;
}

/** `3 < x` is said of x. */
const MIRRORED: ReadonlyMap<string, string> = new Map([
  ['==', '=='],
  ['===', '==='],
  ['!=', '!='],
  ['!==', '!=='],
  ['<', '>'],
  ['<=', '>='],
  ['>', '<'],
  ['>=', '<='],
]);

/** What `logic` says of its subject, or undefined where it has none. `readBody` reads the condition on an element. */
export function predicateOf(
  logic: unknown,
  nameOf: NameOf,
  readBody: (body: unknown, nameOf: NameOf) => string,
): Predicate | undefined {
  const operation = asOperation(logic);
  if (operation === undefined) return undefined;
  const { operator, args } = operation;
  if (operator === 'var') return { subject: logic, says: 'is set', denies: 'is not set' };
  const spec = operatorSpec(operator);
  if (spec === undefined) return undefined;
  if (operator === '!!' || operator === 'isEmpty' || operator === 'isMissing') {
    return { subject: args[0], says: spec.words, denies: spec.deniedWords };
  }
  if (operator === 'some' || operator === 'all' || operator === 'none') {
    const body = readBody(args[1], nameInElement);
    return { subject: args[0], says: `${spec.words} ${body}`, denies: deniedQuantifier(operator, body) };
  }
  if (operator === 'in') return membership(operation, nameOf);
  if (operator === 'hasLabel') {
    const labels = args.map((label) => phrase(label, nameOf)).join(' or ');
    return {
      subject: { var: 'content' },
      says: `has the label ${labels}`,
      denies: `does not have the label ${labels}`,
    };
  }
  if (args.length === 3 && (operator === '<' || operator === '<=')) return between(operation, nameOf);
  const isComparison = spec.group === 'comparison' || spec.group === 'text' || spec.group === 'date';
  return isComparison && spec.returns === 'boolean' && args.length === 2
    ? comparison(operation, nameOf)
    : undefined;
}

function deniedQuantifier(operator: 'some' | 'all' | 'none', body: string): string {
  if (operator === 'some') return `has no element where ${body}`;
  if (operator === 'none') return `has an element where ${body}`;
  return `has not only elements where ${body}`;
}

function membership({ args }: Operation, nameOf: NameOf): Predicate {
  const [needle, haystack] = args;
  if (Array.isArray(haystack)) {
    const list = phrase(haystack, nameOf);
    return { subject: needle, says: `is one of ${list}`, denies: `is not one of ${list}` };
  }
  if (asOperation(needle) === undefined) {
    const part = phrase(needle, nameOf);
    return { subject: haystack, says: `contains ${part}`, denies: `does not contain ${part}` };
  }
  const whole = phrase(haystack, nameOf);
  return { subject: needle, says: `occurs in ${whole}`, denies: `does not occur in ${whole}` };
}

function between({ operator, args }: Operation, nameOf: NameOf): Predicate {
  const [low, subject, high] = args;
  const limits = `${phrase(low, nameOf)} and ${phrase(high, nameOf)}${operator === '<=' ? ' (limits included)' : ''}`;
  return { subject, says: `is between ${limits}`, denies: `is not between ${limits}` };
}

function comparison({ operator, args }: Operation, nameOf: NameOf): Predicate | undefined {
  const [left, right] = args;
  const mirrored = MIRRORED.get(operator);
  const isTurned =
    mirrored !== undefined && asOperation(left) === undefined && asOperation(right) !== undefined;
  const [subject, object] = isTurned ? [right, left] : [left, right];
  const spec = operatorSpec(isTurned ? mirrored : operator);
  if (spec === undefined) return undefined;
  if (object === null && mirrored !== undefined && spec.name.includes('=') && !/[<>]/.test(spec.name)) {
    const isDenial = spec.name.startsWith('!');
    return {
      subject,
      says: isDenial ? 'is present' : 'is missing',
      denies: isDenial ? 'is missing' : 'is present',
    };
  }
  const shown = spec.name === 'olderThan' && typeof object === 'string' ? object : phrase(object, nameOf);
  return { subject, says: `${spec.words} ${shown}`, denies: `${spec.deniedWords} ${shown}` };
}
