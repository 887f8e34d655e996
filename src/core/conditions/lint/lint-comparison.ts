// The traps of JSON Logic's comparisons and of `in`: a missing field compared as 0, values that can never be
// equal, a part of a text where a member of a list was meant.

import type { Problem } from '../../result';
import { argumentPath } from '../argument-path';
import { compile } from '../compile-condition';
import { inferKind } from './infer-kind';
import type { Inferred } from './infer-kind';
import type { Operation } from '../is-logic';
import { lintWarning } from './lint-problem';
import type { LintScope } from './lint-scope';
import { nearestWord } from '../nearest-word';

const ORDERING: ReadonlySet<string> = new Set(['<', '<=', '>', '>=']);
const EQUALITY: ReadonlySet<string> = new Set(['==', '===', '!=', '!==']);

/** Marks that separate the members of a list written as one text. */
const SEPARATOR = /[,;|]\s*|\s+/;

/** Problems with a comparison; none for other operators. */
export function lintComparison(operation: Operation, path: string, scope: LintScope): readonly Problem[] {
  const { operator } = operation;
  if (ORDERING.has(operator)) return lintOrdering(operation, path, scope);
  if (EQUALITY.has(operator)) return lintEquality(operation, path, scope);
  if (operator === 'in') return lintMembership(operation, path, scope);
  return operator === 'substr' ? lintCut(operation, path, scope) : [];
}

function lintOrdering(operation: Operation, path: string, scope: LintScope): readonly Problem[] {
  const { operator, args } = operation;
  const kinds = args.map((argument) => inferKind(argument, scope));
  const isNumeric = kinds.some(({ type }) => type === 'number');
  return args.flatMap((argument, index) => {
    const kind = kinds[index];
    if (kind?.path === undefined || !kind.optional || !isNumeric) return [];
    const outcome = outcomeWhenMissing(operation, index);
    const then = outcome === undefined ? '' : `, and the comparison is then ${outcome ? 'true' : 'false'}`;
    const comparison = { [operator]: args };
    return [
      lintWarning(
        argumentPath(operation, path, index),
        `"${kind.path}" may be missing; a missing field counts as 0 here${then}. Ask first whether it is there.`,
        { and: [{ '!': { isMissing: argument } }, comparison] },
      ),
    ];
  });
}

/** What the comparison yields for a missing field, where the other arguments are written down. */
function outcomeWhenMissing({ operator, args }: Operation, missing: number): boolean | undefined {
  const rest = args.filter((_argument, index) => index !== missing);
  if (!rest.every((argument) => typeof argument === 'number')) return undefined;
  const logic = { [operator]: args.map((argument, index) => (index === missing ? null : argument)) };
  return compile(logic)(null, { nowMs: 0 }) === true;
}

function lintEquality(operation: Operation, path: string, scope: LintScope): readonly Problem[] {
  const { operator, args } = operation;
  const [left, right] = args.map((argument) => inferKind(argument, scope));
  if (left === undefined || right === undefined || args.length !== 2) return [];
  const at = `${path}.${operator}`;
  const reason = whyNeverEqual(left, right, operator.length === 3);
  if (reason !== undefined) {
    const always = operator.startsWith('!') ? 'true' : 'false';
    return [lintWarning(at, `${reason}, so this is always ${always}`)];
  }
  return [
    ...lintVocabulary(left, [args[1]], () => argumentPath(operation, path, 1)),
    ...lintVocabulary(right, [args[0]], () => argumentPath(operation, path, 0)),
  ];
}

function whyNeverEqual(left: Inferred, right: Inferred, strict: boolean): string | undefined {
  const types = [left.type, right.type];
  if (types.includes('any') || types.includes('null')) return undefined;
  const [a, b] = types.map((type) => (type === 'date' ? 'string' : type));
  if (a === 'list' || b === 'list' || a === 'object' || b === 'object') {
    if (strict || a === b) return 'lists and objects are never the same as anything else';
    return 'a list or an object is compared with a single value; ask with "contains" or "in" for a member';
  }
  if (a === b) return undefined;
  if (strict) return `a ${a ?? ''} is never exactly a ${b ?? ''}`;
  // "true" spells no number, while true counts as 1.
  return types.includes('boolean') && types.includes('string')
    ? 'a truth value never equals a text like "true"'
    : undefined;
}

/** A constant that is not among the values that a field can have. */
function lintVocabulary(
  field: Inferred,
  constants: readonly unknown[],
  at: (index: number) => string,
): readonly Problem[] {
  const { values, path } = field;
  if (values === undefined || path === undefined) return [];
  return constants.flatMap((constant, index) => {
    if (typeof constant !== 'string' || values.includes(constant)) return [];
    const suggestion = nearestWord(constant, values);
    const meant =
      suggestion === undefined
        ? `It can be ${values.map((value) => `"${value}"`).join(', ')}.`
        : `Did you mean "${suggestion}"?`;
    return [lintWarning(at(index), `"${path}" is never "${constant}". ${meant}`, suggestion)];
  });
}

function lintMembership(operation: Operation, path: string, scope: LintScope): readonly Problem[] {
  const [needle, haystack] = operation.args;
  if (operation.args.length !== 2) return [];
  const wanted = inferKind(needle, scope);
  const where = inferKind(haystack, scope);
  const at = argumentPath(operation, path, 1);
  if (Array.isArray(haystack)) {
    return lintVocabulary(wanted, haystack, (index) => `${at}[${index}]`);
  }
  if (wanted.type === 'list' && wanted.isConstant) {
    return [
      lintWarning(`${path}.in`, '"in" takes the value first and the list second; these look turned round', {
        in: [haystack, needle],
      }),
    ];
  }
  if (where.type !== 'string' || wanted.isConstant) return [];
  const parts = typeof haystack === 'string' ? haystack.split(SEPARATOR).filter((part) => part !== '') : [];
  const missing =
    wanted.optional || wanted.type === 'any'
      ? ' A missing field is looked for as the text "null", which "nullable" contains.'
      : '';
  if (parts.length > 0) {
    return [
      lintWarning(
        at,
        `"in" with a text finds any part of it, such as "${(parts[0] ?? '').slice(0, 1)}". For one of several values write a list.${missing}`,
        parts,
      ),
    ];
  }
  return [
    lintWarning(
      at,
      `"in" with a text finds any part of it.${missing} Use "contains", which never finds a missing field.`,
    ),
  ];
}

/** A missing field is cut as the text "null". */
function lintCut(operation: Operation, path: string, scope: LintScope): readonly Problem[] {
  const text = inferKind(operation.args[0], scope);
  if (!text.optional || text.path === undefined) return [];
  return [
    lintWarning(
      argumentPath(operation, path, 0),
      `"${text.path}" may be missing, and "substr" then cuts the text "null". Use "startsWith" or "endsWith", or give the field a default.`,
      { var: [text.path, ''] },
    ),
  ];
}
