// Checks that an operator gets as many arguments as it takes, of the kinds it works on. JSON Logic itself
// accepts anything here and silently compares with nothing.

import type { Problem } from '../../result';
import { argumentPath } from '../argument-path';
import { inferKind } from './infer-kind';
import type { Inferred } from './infer-kind';
import { asOperation } from '../is-logic';
import type { Operation } from '../is-logic';
import { lintError, lintWarning } from './lint-problem';
import type { LintScope } from './lint-scope';
import { arityOf } from '../operators/operator-spec';
import type { ArgumentKind, OperatorSpec } from '../operators/operator-spec';
import { NOW } from '../own-operations';
import { parseDate } from '../parse-date';

/** What each kind of argument works on; kinds that are not listed work on anything. */
const SUITABLE: {
  readonly [K in ArgumentKind]?: { readonly types: readonly Inferred['type'][]; readonly words: string };
} = {
  text: { types: ['string', 'date'], words: 'a text' },
  pattern: { types: ['string'], words: 'a regular expression' },
  glob: { types: ['string'], words: 'a pattern' },
  label: { types: ['string'], words: "a label's name" },
  number: { types: ['number', 'null', 'string', 'boolean'], words: 'a number' },
  date: { types: ['date', 'string', 'number'], words: 'a date' },
  list: { types: ['list'], words: 'a list' },
  'text-or-list': { types: ['string', 'list', 'date'], words: 'a text or a list' },
};

/** Problems with the number and kinds of the arguments of `operation`. */
export function lintArguments(
  operation: Operation,
  spec: OperatorSpec,
  path: string,
  scope: LintScope,
): readonly Problem[] {
  return [...lintArity(operation, spec, path), ...lintKinds(operation, spec, path, scope)];
}

function lintArity({ operator, args }: Operation, spec: OperatorSpec, path: string): readonly Problem[] {
  const { least, most } = arityOf(spec);
  const at = `${path}.${operator}`;
  const takes = spec.arguments.map(({ name }) => name).join(', ');
  if (args.length < least) {
    return [lintError(at, `"${operator}" takes ${count(least)} (${takes}), got ${args.length}`)];
  }
  if (args.length <= most) return [];
  const ignored = args.length - most;
  return [
    lintWarning(
      at,
      `"${operator}" takes ${count(most)} (${takes}), got ${args.length}; the last ${ignored === 1 ? 'one is' : `${ignored} are`} ignored`,
    ),
  ];
}

function count(expected: number): string {
  return expected === 1 ? 'one argument' : `${expected} arguments`;
}

function lintKinds(
  operation: Operation,
  spec: OperatorSpec,
  path: string,
  scope: LintScope,
): readonly Problem[] {
  return operation.args.flatMap((argument, index) => {
    const wanted =
      spec.arguments[index] ?? (spec.arguments.at(-1)?.repeats === true ? spec.arguments.at(-1) : undefined);
    if (wanted === undefined) return [];
    return lintKind(argument, wanted.kind, spec, argumentPath(operation, path, index), scope);
  });
}

function lintKind(
  argument: unknown,
  wanted: ArgumentKind,
  spec: OperatorSpec,
  at: string,
  scope: LintScope,
): readonly Problem[] {
  const suitable = SUITABLE[wanted];
  const inferred = inferKind(argument, scope);
  if (wanted === 'date' && typeof argument === 'string') return lintDateConstant(argument, at);
  if (wanted === 'label' && typeof argument === 'string') return lintLabelConstant(argument, at);
  if (wanted === 'list' && inferred.isConstant && !Array.isArray(argument) && argument !== null) {
    return [
      fieldMeant(argument, spec.name, at, scope) ??
        lintWarning(at, `"${spec.name}" takes a list here, got ${JSON.stringify(argument)}`),
    ];
  }
  if (suitable === undefined || inferred.type === 'any' || suitable.types.includes(inferred.type)) return [];
  const found =
    inferred.path === undefined
      ? describeArgument(argument, inferred)
      : `"${inferred.path}" is ${article(inferred.type)}`;
  const consequence = spec.own ? ', so this is always false' : '';
  return [lintWarning(at, `"${spec.name}" takes ${suitable.words} here; ${found}${consequence}`)];
}

function describeArgument(argument: unknown, inferred: Inferred): string {
  return asOperation(argument) === undefined
    ? `${JSON.stringify(argument)} is none`
    : `this yields ${article(inferred.type)}`;
}

function article(type: Inferred['type']): string {
  if (type === 'null') return 'nothing';
  if (type === 'string') return 'a text';
  return `${type === 'object' ? 'an' : 'a'} ${type === 'boolean' ? 'truth value' : type}`;
}

/** A text in place of a field: `{"some": ["content.labels", …]}`. */
function fieldMeant(argument: unknown, operator: string, at: string, scope: LintScope): Problem | undefined {
  if (typeof argument !== 'string' || scope.inside !== 'facts' || scope.fields.has(argument) === undefined)
    return undefined;
  return lintWarning(at, `"${operator}" gets the text "${argument}" here, not the field of that name`, {
    var: argument,
  });
}

function lintDateConstant(text: string, at: string): readonly Problem[] {
  if (text === NOW || parseDate(text) !== undefined) return [];
  return [
    lintError(
      at,
      `expected a date such as "2024-03-01" or "2024-03-01T09:00:00Z", or "now", got ${JSON.stringify(text)}`,
    ),
  ];
}

function lintLabelConstant(name: string, at: string): readonly Problem[] {
  if (name !== '' && !/\s/.test(name)) return [];
  return [
    lintWarning(
      at,
      `no label can be ${JSON.stringify(name)}: labels have no white space`,
      name.trim().replaceAll(/\s+/g, '-'),
    ),
  ];
}
